import { z } from 'zod'
import { isCountry } from '../identifiers/countries'
import { fieldPlan, type FieldRule } from '../identifiers/field-plan'
import { IdentifierType } from '../identifiers/identifier-type'
import { readIdentifier, type Strictness } from '../identifiers/read-identifier'
import { LIMITS, lineOfText } from './text'

export const Address = z.strictObject({
  line1: lineOfText(LIMITS.addressLine),
  line2: lineOfText(LIMITS.addressLine).optional(),
  line3: lineOfText(LIMITS.addressLine).optional(),
  postalCode: lineOfText(LIMITS.postalCode),
  city: lineOfText(LIMITS.city),
  country: z.string().refine(isCountry, { params: { code: 'country-unknown' } }),
})
export type Address = z.infer<typeof Address>

const StructureFields = z.strictObject({
  identifierType: IdentifierType,
  identifier: z.string().trim().min(1).max(64).optional(),
  name: lineOfText(LIMITS.companyName).optional(),
  firstName: lineOfText(LIMITS.personName).optional(),
  lastName: lineOfText(LIMITS.personName).optional(),
  label: lineOfText(LIMITS.label).optional(),
  address: Address.optional(),
})
export type Structure = z.infer<typeof StructureFields>

/**
 * A structure, complete for its type: the fields that the type demands are there, those that it does not know are not,
 * and the identifier is in order. Names and address of a SIRET come from Sirene; they may be given by hand,
 * and the service uses them only while the directory is down.
 */
export function structureSchema(strictness: Strictness): z.ZodType<Structure> {
  return StructureFields.superRefine(
    (structure, context) => {
      for (const { path, code, params } of problemsOfType(structure, strictness))
        context.addIssue({ code: 'custom', path, params: { code, ...params } })
    },
    // Without this zod stops at the first malformed line of an address, and the number is complained of only afterwards.
    { when: ({ value }) => typeof value === 'object' && IdentifierType.safeParse((value as Structure | null)?.identifierType).success },
  )
}

interface TypeProblem {
  readonly path: string[]
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

/** What is wrong for this type of identifier. Fields may be malformed still: those have their own complaint already. */
function problemsOfType({ identifierType, identifier, name, address, ...rest }: Structure, strictness: Strictness): TypeProblem[] {
  const plan = fieldPlan(identifierType)
  const fields = { name, address, ...rest }
  const problems: TypeProblem[] = (['name', 'firstName', 'lastName', 'address'] as const).flatMap((field) => {
    const code = problemOf(plan[field], fields[field] !== undefined)
    return code ? [{ path: [field], code }] : []
  })
  if (typeof plan.country === 'object' && typeof address?.country === 'string' && address.country !== plan.country.fixed)
    problems.push({ path: ['address', 'country'], code: 'country-not-allowed', params: { expected: plan.country.fixed } })

  const reading = readIdentifier(identifierType, textOf(identifier) ?? '', { strictness, country: textOf(address?.country), name: textOf(name) })
  const isMalformed = identifier !== undefined && textOf(identifier) === undefined
  if (!reading.ok && !isMalformed) problems.push({ path: ['identifier'], code: reading.reason, params: reading.params })
  return problems
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function problemOf(rule: FieldRule, isThere: boolean): 'required' | 'field-not-for-this-type' | undefined {
  if (rule === 'required' && !isThere) return 'required'
  return rule === 'absent' && isThere ? 'field-not-for-this-type' : undefined
}
