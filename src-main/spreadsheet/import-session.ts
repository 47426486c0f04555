import { AppError } from '@shared/errors/app-error'
import type { ChosenSpreadsheet, FoundColumns, ImportSummary, Mapping, Reading } from '@shared/ipc/spreadsheet'
import { createRowCheck } from '@shared/spreadsheet/check-row'
import { DEFAULT_RULES } from '@shared/registration/application'
import { checkTable, type CheckedImport } from './checked-import'
import { createCsvTable } from './csv-table'
import { findEncoding, toUtf8 } from './decode-text'
import { findKind } from './file-kind'
import { findColumns, findTitleRow, ROWS_LOOKED_AT } from './find-columns'
import { findDelimiter } from './find-delimiter'
import type { RegistrationHere } from './row-ledger'
import type { Table } from './table'
import { openWorkbook, type WorkbookSheet } from './workbook'

/** One file that is imported, from its opening on. Lives in the worker. */
export interface ImportSession {
  readonly open: (bytes: Uint8Array) => Promise<Pick<ChosenSpreadsheet, 'kind' | 'tables'>>
  readonly look: (reading: Reading) => FoundColumns
  readonly check: (mapping: Mapping, here: readonly RegistrationHere[]) => Promise<ImportSummary | undefined>
  /** Ends a check that runs. */
  readonly stop: () => void
  /** What was checked. Throws `spreadsheet-closed` before that. */
  readonly checked: () => CheckedImport
}

type Source = { readonly kind: 'csv'; readonly bytes: Buffer } | { readonly kind: 'xlsx'; readonly sheets: readonly WorkbookSheet[] }

/** `advanced` hears how far a check has come, in whatever unit. */
export function createImportSession(advanced: (done: number, of: number) => void): ImportSession {
  const check = createRowCheck(DEFAULT_RULES)
  let source: Source | undefined
  let looked: { readonly table: Table; readonly titleRow: number } | undefined
  let checked: CheckedImport | undefined
  let isStopped = false

  function lookAtCsv(bytes: Buffer, { encoding = findEncoding(bytes), ...wanted }: Reading) {
    const text = toUtf8(bytes, encoding)
    const found = findDelimiter(text)
    const delimiter = wanted.delimiter ?? found.delimiter
    return { table: createCsvTable(text.subarray(found.start), delimiter), mergedCells: 0, reading: { table: 0, encoding, delimiter } }
  }

  function lookAtSheet(sheets: readonly WorkbookSheet[], wanted: number | undefined) {
    const filled = [sheets.findIndex(({ rows, isHidden }) => rows > 0 && !isHidden), sheets.findIndex(({ rows }) => rows > 0), 0].find((at) => at >= 0) ?? 0
    const at = wanted ?? filled
    const sheet = sheets[at]
    if (!sheet) throw new AppError('input-invalid', 'There is no such sheet')
    return { table: sheet.table, mergedCells: sheet.mergedCells, reading: { table: at } }
  }

  return {
    async open(given) {
      const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
      if (findKind(bytes) === 'csv') {
        source = { kind: 'csv', bytes }
        return { kind: 'csv', tables: [{ name: '', isHidden: false }] }
      }
      const sheets = await openWorkbook(bytes)
      source = { kind: 'xlsx', sheets }
      return { kind: 'xlsx', tables: sheets.map(({ name, rows, isHidden }) => ({ name, rows, isHidden })) }
    },

    look(wanted) {
      if (!source) throw closed()
      const { table, mergedCells, reading } = source.kind === 'csv' ? lookAtCsv(source.bytes, wanted) : lookAtSheet(source.sheets, wanted.table)
      const rows = table.head(ROWS_LOOKED_AT)
      const titleRow = wanted.titleRow ?? findTitleRow(rows)
      const columns = findColumns(rows, titleRow)
      if (columns.length === 0) throw new AppError('spreadsheet-empty', 'A table without rows')
      looked = { table, titleRow }
      checked = undefined
      return { reading: { ...reading, titleRow }, columns, mergedCells }
    },

    async check(mapping, here) {
      if (!looked) throw closed()
      isStopped = false
      checked = undefined
      checked = await checkTable({
        ...looked, mapping, here, check,
        async between(done, of) {
          advanced(done, of)
          // A turn of the event loop, in which a stop arrives.
          await new Promise(setImmediate)
          return !isStopped
        },
      })
      const summary = checked?.summary()
      if (summary?.rows === 0) throw new AppError('spreadsheet-empty', 'Titles, and no rows below')
      return summary
    },

    stop() {
      isStopped = true
    },

    checked() {
      if (!checked) throw closed()
      return checked
    },
  }
}

function closed(): AppError {
  return new AppError('spreadsheet-closed', 'Nothing is open that could be asked')
}
