import type { FieldProblem } from '../errors/field-problems'
import { readIdentifier } from '../identifiers/read-identifier'
import type { FormRules } from '../registration/application'
import { LIMITS } from '../registration/text'
import type { UnderstoodRow } from './content-of-row'
import { FIELD_POINTERS, type ImportField } from './import-fields'

/* Each lets less through than the schema does: what is unusual is the schema's to judge. */
const EMAIL = /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*@(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.)+[A-Za-z]{2,}$/
const PHONE = /^\+?\d(?:[ .]?\d){5,14}$/
const LINE = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{P} ]*[\p{L}\p{N}\p{P}])?$/u
const LONGEST_IDENTIFIER = 64

const LINES = [
  ['companyName', LIMITS.companyName], ['label', LIMITS.label],
  ['line1', LIMITS.addressLine], ['line2', LIMITS.addressLine], ['line3', LIMITS.addressLine], ['postalCode', LIMITS.postalCode], ['city', LIMITS.city],
] as const satisfies readonly (readonly [ImportField, number])[]

/**
 * What the schema of the forms would say of a row with a SIRET and nothing unusual beside it, found several times as
 * quickly: lists are long, and nearly all their rows are such. `undefined`: the schema has to be asked.
 */
export function lookQuickly({ texts, type }: UnderstoodRow, { strictness, phoneRequired }: FormRules): readonly FieldProblem[] | undefined {
  if (type !== 'SIRET') return undefined
  const { connectionEmail = '', contactEmail = '', firstName = '', lastName = '', phone = '', identifier = '' } = texts
  const isPersonUsual =
    isEmail(connectionEmail) && (contactEmail === '' || isEmail(contactEmail)) &&
    firstName !== '' && isLine(firstName, LIMITS.personName) && lastName !== '' && isLine(lastName, LIMITS.personName) &&
    (phone === '' ? !phoneRequired : phone.length <= LIMITS.phone && PHONE.test(phone))
  if (!isPersonUsual || identifier === '' || identifier.length > LONGEST_IDENTIFIER) return undefined
  for (const [field, maximum] of LINES) if (!isLine(texts[field] ?? '', maximum)) return undefined
  const reading = readIdentifier(type, identifier, { strictness })
  return reading.ok ? [] : [{ pointer: FIELD_POINTERS.identifier, code: reading.reason, params: reading.params ?? {} }]
}

function isEmail(text: string): boolean {
  return text.length <= LIMITS.email && EMAIL.test(text)
}

function isLine(text: string, maximum: number): boolean {
  return text === '' || (text.length <= maximum && LINE.test(text))
}
