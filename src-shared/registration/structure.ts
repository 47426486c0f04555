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
  return StructureFields.check(({ value, issues }) => {
    const complain = (path: string[], code: string, params: object = {}): void => {
      issues.push({ code: 'custom', input: value, path, params: { code, ...params } })
    }
    const plan = fieldPlan(value.identifierType)
    for (const field of ['name', 'firstName', 'lastName', 'address'] as const) {
      const problem = problemOf(plan[field], value[field] !== undefined)
      if (problem) complain([field], problem)
    }
    const country = plan.country
    if (value.address && typeof country === 'object' && value.address.country !== country.fixed)
      complain(['address', 'country'], 'country-not-allowed', { expected: country.fixed })

    const reading = readIdentifier(value.identifierType, value.identifier ?? '', {
      strictness,
      country: value.address?.country,
      name: value.name,
    })
    if (!reading.ok) complain(['identifier'], reading.reason, reading.params)
  })
}

function problemOf(rule: FieldRule, isThere: boolean): 'required' | 'field-not-for-this-type' | undefined {
  if (rule === 'required' && !isThere) return 'required'
  return rule === 'absent' && isThere ? 'field-not-for-this-type' : undefined
}
