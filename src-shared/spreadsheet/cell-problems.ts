/**
 * What can be wrong with a cell beside what can be wrong with a field of a form (`FIELD_PROBLEM_CODES`) and with an
 * identifier (`IDENTIFIER_REFUSALS`): what spreadsheets do to what was typed into them.
 */
export const CELL_PROBLEM_CODES = [
  /** 7.32829E+13: the digits that are missing are nowhere in the file, so there is nothing to propose. */
  'number-cut-by-spreadsheet',
  /** A number with more digits than a spreadsheet keeps: the last ones are zeros that nobody typed. */
  'number-rounded-by-spreadsheet',
  /** A SIRET whose leading zeros a spreadsheet took for nothing; with them it is in order. */
  'leading-zeros-lost',
  /** A doubt only, as is the next: nine digits of a French number of a telephone without its zero. */
  'phone-zero-lost',
  /** Four digits of a French postal code without its zero. */
  'postal-code-zero-lost',
  /** The spreadsheet made a date of what was typed. */
  'became-a-date',
  /** #REF!, #N/A: the formula in the cell gave no value. */
  'formula-failed',
  /** Words that name no type of identifier. */
  'identifier-type-unknown',
  /** Nothing says which type it is, and the identifier does not tell. */
  'identifier-type-not-told',
  /** A doubt only: the address is well formed and looks mistyped. */
  'email-looks-mistyped',
] as const

export type CellProblemCode = (typeof CELL_PROBLEM_CODES)[number]
