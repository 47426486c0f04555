import { z } from 'zod'
import { fieldProblemsOf, type FieldProblem } from '../errors/field-problems'
import type { IdentifierType } from '../identifiers/identifier-type'
import { applicationSchema, type FormRules } from '../registration/application'
import { applicationFromDraft } from '../registration/application-from-draft'
import { plainCell } from './cell-text'
import { contentOfRow, type RowTexts, type UnderstoodRow } from './content-of-row'
import { countryOf } from './country-words'
import { guessType, typeOfWords } from './identifier-type-words'
import { FIELD_POINTERS, IMPORT_FIELDS, type ImportField } from './import-fields'
import { doubtEmail, mendEmail } from './mend-email'
import { findNumberTrouble, flawTrouble, mendIdentifier, readShortened, type CellFlaw } from './number-troubles'

export interface CellProblem {
  readonly code: string
  readonly params: FieldProblem['params']
  /** It may be right as it is. */
  readonly isDoubt: boolean
}

export interface CheckedCell {
  /** What the text is taken for, where that is not the text itself. */
  readonly takenFor?: string
  readonly problem?: CellProblem
  readonly mend?: string
}

export interface CheckedRow {
  readonly understood: UnderstoodRow
  /** Of those fields of which there is something to say. */
  readonly cells: ReadonlyMap<ImportField, CheckedCell>
}

export type RowFlaws = Readonly<Partial<Record<ImportField, CellFlaw>>>
export type RowCheck = (texts: RowTexts, flaws?: RowFlaws) => CheckedRow

const FIELD_OF_POINTER: ReadonlyMap<string, ImportField> = new Map([
  ...IMPORT_FIELDS.map((field) => [FIELD_POINTERS[field], field] as const),
  ['/structure/address', 'line1'],
])

/** Checks rows of a spreadsheet by the rules of the forms, the acceptance of the conditions left aside. */
export function createRowCheck(rules: FormRules): RowCheck {
  const { person, structure } = applicationSchema(rules).shape
  const schema = z.object({ person, structure })

  return (texts, flaws = {}) => {
    const understood = understand(texts)
    const cells = new Map<ImportField, CheckedCell>()
    sayWhatIsTaken(understood, cells)
    for (const [field, flaw] of Object.entries(flaws) as [ImportField, CellFlaw][]) refuse(cells, field, { ...flawTrouble(flaw, understood.texts[field] ?? ''), isDoubt: false })
    refuseType(understood, cells)
    const trouble = understood.texts.identifier === undefined ? undefined : findNumberTrouble(understood.type, understood.texts.identifier)
    if (trouble) refuse(cells, 'identifier', { ...trouble, isDoubt: false })

    const candidate = applicationFromDraft(contentOfRow(understood, 'fr'))
    const parsed = schema.safeParse(candidate)
    if (!parsed.success) for (const problem of fieldProblemsOf(parsed.error, candidate)) sayProblem(problem, understood, cells, rules)
    sayDoubts(understood, cells)
    return { understood, cells }
  }
}

/** A cell has one problem: the first, which is the most exact. */
function refuse(cells: Map<ImportField, CheckedCell>, field: ImportField, { code, params, isDoubt, mend }: CellProblem & { readonly mend?: string | undefined }): void {
  const cell = cells.get(field)
  if (!cell?.problem) cells.set(field, { ...cell, problem: { code, params, isDoubt }, ...(mend !== undefined && { mend }) })
}

function understand(texts: RowTexts): UnderstoodRow {
  const plain: Partial<Record<ImportField, string>> = {}
  for (const field in texts) plain[field as ImportField] = plainCell(texts[field as ImportField] ?? '')
  const country = plain.country ?? ''
  const code = country === '' ? undefined : countryOf(country)
  const words = plain.identifierType ?? ''
  return { texts: plain, type: words === '' ? guess(plain.identifier ?? '', code) : typeOfWords(words), country: code ?? country }
}

function guess(identifier: string, country: string | undefined): IdentifierType | undefined {
  // Thirteen digits behind the first: nothing else that people put into this column has so many.
  return readShortened(identifier) && /E\+?13$/i.test(identifier) ? 'SIRET' : guessType(identifier, country)
}

function sayWhatIsTaken({ texts, type, country }: UnderstoodRow, cells: Map<ImportField, CheckedCell>): void {
  if (type !== undefined && texts.identifierType !== type) cells.set('identifierType', { takenFor: type })
  if (texts.country !== undefined && texts.country !== country) cells.set('country', { takenFor: country })
}

function refuseType({ texts, type }: UnderstoodRow, cells: Map<ImportField, CheckedCell>): void {
  if (type !== undefined) return
  const words = texts.identifierType ?? ''
  if (words !== '') refuse(cells, 'identifierType', { code: 'identifier-type-unknown', params: { text: words }, isDoubt: false })
  else refuse(cells, 'identifierType', { code: 'identifier-type-not-told', params: {}, isDoubt: false })
}

function sayProblem({ pointer, code, params }: FieldProblem, { texts, type, country }: UnderstoodRow, cells: Map<ImportField, CheckedCell>, { strictness }: FormRules): void {
  const field = FIELD_OF_POINTER.get(pointer)
  if (field === undefined) throw new Error(`A problem of no column: ${pointer} ${code}`)
  // The contact address that follows the connection address is complained of there.
  if (field === 'contactEmail' && (texts.contactEmail ?? '') === '') return
  const text = texts[field] ?? ''
  refuse(cells, field, { code, params, isDoubt: false, mend: mendOf(field, text) })

  function mendOf(of: ImportField, typed: string): string | undefined {
    if (typed === '') return undefined
    if (code === 'control-characters') return typed.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
    if (of === 'identifier') return type && mendIdentifier(type, typed, countryOf(country), strictness)
    return of === 'connectionEmail' || of === 'contactEmail' ? mendEmail(typed) : undefined
  }
}

function sayDoubts({ texts, type, country }: UnderstoodRow, cells: Map<ImportField, CheckedCell>): void {
  for (const field of ['connectionEmail', 'contactEmail'] as const) {
    const email = texts[field] && doubtEmail(texts[field])
    if (email !== undefined && email !== '') refuse(cells, field, { code: 'email-looks-mistyped', params: { email }, isDoubt: true, mend: email })
  }
  const isFrench = country === 'FR' || (country === '' && type === 'SIRET')
  if (!isFrench) return
  const { phone, postalCode } = texts
  if (phone !== undefined && /^[1-9]\d{8}$/.test(phone)) refuse(cells, 'phone', { code: 'phone-zero-lost', params: {}, isDoubt: true, mend: `0${phone}` })
  if (postalCode !== undefined && /^[1-9]\d{3}$/.test(postalCode)) refuse(cells, 'postalCode', { code: 'postal-code-zero-lost', params: {}, isDoubt: true, mend: `0${postalCode}` })
}
