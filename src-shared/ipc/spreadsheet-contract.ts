import { z } from 'zod'
import { Locale } from '../registration/locale'
import { ImportField } from '../spreadsheet/import-fields'
import type { SpreadsheetOperationName } from './operation-names'
import * as sheet from './spreadsheet'

const nothing = z.strictObject({})
const ImportId = z.uuid()
const ofImport = z.strictObject({ importId: ImportId })
const summary = z.strictObject({ summary: sheet.ImportSummary })

/**
 * Drafts from a spreadsheet. One file is open at a time; choosing another closes it. The file is read once, so what is
 * previewed is what becomes drafts. All that name an import throw `spreadsheet-closed` when it is not open any more.
 * How far the longer ones have come is told by `spreadsheet:advanced`.
 */
export const SPREADSHEET_CONTRACT = {
  /** Asks where to, and writes an example to fill in. Not `saved`: they thought better of it. Throws `disk-full`, `disk-refused`. */
  'spreadsheet:save-template': { input: z.strictObject({ kind: z.enum(['csv', 'xlsx']), language: Locale }), output: z.strictObject({ saved: z.boolean() }) },
  /** Asks for a file and opens it; absent when the person changed their mind. Throws `spreadsheet-kind-unknown`, `spreadsheet-too-large`, `spreadsheet-unreadable`, `spreadsheet-encrypted`, `spreadsheet-empty`, `disk-refused`. */
  'spreadsheet:choose': { input: nothing, output: z.strictObject({ file: sheet.ChosenSpreadsheet.optional() }) },
  /** Throws `spreadsheet-empty` for a table without rows, `spreadsheet-quote-open` with the line. */
  'spreadsheet:look': { input: ofImport.extend({ reading: sheet.Reading }), output: sheet.FoundColumns },
  /** Reads and checks all rows as they were last looked at, and remembers the mapping. Changes made before are gone. No summary: it was stopped. Throws `spreadsheet-quote-open`, `spreadsheet-too-large`, `spreadsheet-empty`. */
  'spreadsheet:check': { input: ofImport.extend({ mapping: sheet.Mapping }), output: z.strictObject({ summary: sheet.ImportSummary.optional() }) },
  /** Of the checking or the making of drafts, whichever runs. */
  'spreadsheet:stop': { input: ofImport, output: nothing },

  'spreadsheet:rows': { input: ofImport.extend({ wanted: sheet.WantedRows }), output: sheet.FoundRows },
  'spreadsheet:change': { input: ofImport.extend({ changes: z.array(sheet.CellChange).min(1).max(sheet.MOST_CHANGES_AT_ONCE) }), output: summary },
  /** One text for a part of the rows of a kind, however many they are. */
  'spreadsheet:fill': {
    input: ofImport.extend({ field: ImportField, text: sheet.CellText, only: sheet.RowKind, from: z.number().int().nonnegative(), count: z.number().int().positive() }),
    output: summary,
  },
  /** Takes the mends that are proposed: of these rows and this field, or of all. */
  'spreadsheet:accept-mends': { input: ofImport.extend({ rows: z.array(z.number().int().nonnegative()).min(1).max(sheet.MOST_CHANGES_AT_ONCE).optional(), field: ImportField.optional() }), output: summary },
  'spreadsheet:leave-out': { input: ofImport.extend({ rows: z.array(z.number().int().nonnegative()).min(1).max(sheet.MOST_CHANGES_AT_ONCE), isLeftOut: z.boolean() }), output: summary },
  /** The last change, fill, acceptance or leaving out. Nothing happens where there is none. */
  'spreadsheet:undo': { input: ofImport, output: summary },
  'spreadsheet:redo': { input: ofImport, output: summary },

  /** Of the rows that are not left out. All or none: what was made before it was stopped, or before the disk refused, is taken back. No batch: it was stopped. Throws `disk-full`, `disk-refused`, `safe-locked`, `safe-choice-needed`. */
  'spreadsheet:make-drafts': { input: ofImport.extend({ only: z.enum(['ready', 'all']), locale: Locale }), output: z.strictObject({ batch: sheet.MadeDrafts.optional() }) },
  /** Also after the import was closed. A batch is taken back once; a second time there is nothing left of it. */
  'spreadsheet:take-back': { input: z.strictObject({ batchId: z.uuid() }), output: sheet.TakenBack },
  /** Forgets what was read. */
  'spreadsheet:close': { input: ofImport, output: nothing },
} as const satisfies Record<SpreadsheetOperationName, { readonly input: z.ZodType; readonly output: z.ZodType }>
