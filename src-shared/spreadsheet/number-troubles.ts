import { compactText } from '../identifiers/compact-text'
import { groupIdentifier } from '../identifiers/group-identifier'
import type { IdentifierType } from '../identifiers/identifier-type'
import { readIdentifier, type Strictness } from '../identifiers/read-identifier'
import type { CellProblemCode } from './cell-problems'
import { withLeadingZeros } from './identifier-type-words'

/** What a spreadsheet says of a cell that its text alone does not tell. */
export const CELL_FLAWS = ['date', 'formula-failed', 'rounded'] as const
export type CellFlaw = (typeof CELL_FLAWS)[number]

export interface CellTrouble {
  readonly code: CellProblemCode
  readonly params: Readonly<Record<string, string>>
  /** The text that is proposed instead. */
  readonly mend?: string
}

const EXPONENT = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i

/** A number as spreadsheets shorten it: with all its digits where they are there, `undefined` where the text is no such number. */
export function readShortened(text: string): { readonly digits?: string } | undefined {
  const match = EXPONENT.exec(text)
  if (!match) return undefined
  const [, first = '', rest = '', exponent = ''] = match
  return rest.length === Number(exponent) ? { digits: `${first}${rest}` } : {}
}

const FLAW_CODES = { date: 'became-a-date', 'formula-failed': 'formula-failed', rounded: 'number-rounded-by-spreadsheet' } as const satisfies Record<CellFlaw, CellProblemCode>

export function flawTrouble(flaw: CellFlaw, text: string): CellTrouble {
  return { code: FLAW_CODES[flaw], params: flaw === 'formula-failed' ? { text } : {} }
}

/** What a spreadsheet did to an identifier. Only what makes an identifier in order is proposed. */
export function findNumberTrouble(type: IdentifierType | undefined, text: string): CellTrouble | undefined {
  const shortened = readShortened(text)
  if (shortened) return { code: 'number-cut-by-spreadsheet', params: { text }, ...(shortened.digits !== undefined && { mend: shortened.digits }) }
  if (type !== 'SIRET') return undefined
  const padded = withLeadingZeros(compactText(text))
  return padded === undefined ? undefined : { code: 'leading-zeros-lost', params: { siret: groupIdentifier('SIRET', padded) }, mend: padded }
}

/** What was probably meant by an identifier that is refused: without decimals that nobody typed, or with the letters of its country. */
export function mendIdentifier(type: IdentifierType, text: string, country: string | undefined, strictness: Strictness): string | undefined {
  const candidates = [text.replace(/[.,]0+$/, ''), ...(type === 'UE_HORS_FRANCE' && country !== undefined ? [`${country === 'GR' ? 'EL' : country}${compactText(text)}`] : [])]
  return candidates.find((candidate) => candidate !== text && readIdentifier(type, candidate, { strictness }).ok)
}
