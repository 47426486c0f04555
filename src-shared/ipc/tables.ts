import { z } from 'zod'
import { IdentifierType } from '../identifiers/identifier-type'
import { RowState, Selection } from '../registration/registration-list'
import { ROW_ACTORS } from '../registration/row-actor'
import { TABLE_COLUMNS, TABLE_FORMATS } from '../registration/table-columns'

const Word = z.string().min(1).max(100)

/** The words of a table in the person's language: the window has them, the main process writes them down. */
export const TableWords = z.strictObject({
  /** The sheet's name; the signs that a spreadsheet takes in none are not among it. */
  sheet: z.string().regex(/^[^[\]:*?/\\']{1,31}$/),
  columns: z.record(z.enum(TABLE_COLUMNS), Word),
  states: z.record(RowState, Word),
  actors: z.record(z.enum(ROW_ACTORS), Word),
  identifierTypes: z.record(IdentifierType, Word),
})
export type TableWords = z.infer<typeof TableWords>

export const TableQuestion = z.strictObject({ selection: Selection, format: z.enum(TABLE_FORMATS), words: TableWords })
export type TableQuestion = z.infer<typeof TableQuestion>

/** What became of it: `no-place` when the person named none, `stopped` when they stopped it. Both leave no file. */
export const TableOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('saved'), rows: z.number().int().nonnegative() }),
  z.strictObject({ outcome: z.literal('no-place') }),
  z.strictObject({ outcome: z.literal('stopped') }),
])
export type TableOutcome = z.infer<typeof TableOutcome>
