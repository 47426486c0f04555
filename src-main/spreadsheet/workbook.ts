import { type CellObject, type DenseWorkSheet, read, type WorkSheet } from '@e965/xlsx'
import { AppError } from '@shared/errors/app-error'
import { storedZip } from '../platform/zip-archive'
import { readCell } from './cell-reading'
import { MOST_COLUMNS, MOST_ROWS } from './limits'
import { isEmptyRow, type RawRow, type Table } from './table'
import { unpackZip } from './unpack-zip'

/** Of a sheet: rows between two looks at whether to go on. */
const AT_ONCE = 500

export interface WorkbookSheet {
  readonly name: string
  readonly rows: number
  readonly isHidden: boolean
  readonly mergedCells: number
  readonly table: Table
}

/** Opens a workbook (XLSX). Throws `spreadsheet-too-large`, `spreadsheet-unreadable`, `spreadsheet-encrypted`, `spreadsheet-kind-unknown`, `spreadsheet-empty`. */
export async function openWorkbook(bytes: Buffer): Promise<readonly WorkbookSheet[]> {
  const files = await unpackZip(bytes, (name) => name === 'mimetype' || name === '[Content_Types].xml' || name.startsWith('_rels/') || /^xl\/(?!media\/|drawings\/|charts\/|embeddings\/)/.test(name))
  if (![...files.keys()].some((name) => /^xl\/workbook\.(xml|bin)$/.test(name))) throw new AppError('spreadsheet-kind-unknown', 'A zip that is no workbook')
  // The reader unpacks by itself and believes the sizes that it reads: it gets an archive whose sizes are true.
  const { SheetNames, Sheets, Workbook } = parse(storedZip(files))
  const sheets = SheetNames.flatMap((name, at) => {
    const sheet = Sheets[name]
    return sheet ? [toSheet(name, sheet, (Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0)] : []
  })
  if (sheets.length === 0) throw new AppError('spreadsheet-empty', 'A workbook without sheets')
  return sheets
}

function parse(zip: Buffer) {
  try {
    // `cellNF`: the formats of numbers tell dates and SIRETs; `nodim`: the size that a sheet declares is not believed.
    return read(zip, { type: 'buffer', dense: true, cellNF: true, cellHTML: false, cellFormula: false, nodim: true })
  } catch (thrown) {
    throw new AppError('spreadsheet-unreadable', 'A workbook that cannot be read', { cause: thrown })
  }
}

function toSheet(name: string, sheet: WorkSheet, isHidden: boolean): WorkbookSheet {
  const rows = ((sheet as Partial<DenseWorkSheet>)['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[]
  const mergedCells = (sheet['!merges'] ?? []).reduce((sum, { s, e }) => sum + (e.r - s.r + 1) * (e.c - s.c + 1) - 1, 0)
  return { name, rows: rows.length, isHidden, mergedCells, table: createSheetTable(rows) }
}

function createSheetTable(rows: readonly (readonly (CellObject | undefined)[] | undefined)[]): Table {
  /** Places of the rows that a scan gave. */
  let given: number[] = []

  function rowAt(at: number): RawRow {
    const row = rows[at] ?? []
    const cells = Array.from({ length: Math.min(row.length, MOST_COLUMNS) }, (_, column) => readCell(row[column]))
    const raw = { line: at + 1, texts: cells.map(({ text }) => text) }
    return cells.some(({ flaw }) => flaw) ? { ...raw, flaws: cells.map(({ flaw }) => flaw) } : raw
  }

  return {
    head: (count) => Array.from({ length: Math.min(count, rows.length) }, (_, at) => rowAt(at)),
    async scan(titleRow, { begin, each, between }) {
      begin()
      given = []
      for (let at = titleRow; at < rows.length; at++) {
        if (at % AT_ONCE === 0 && !(await between(at, rows.length))) return 'stopped'
        const row = rowAt(at)
        if (isEmptyRow(row.texts)) continue
        if (given.length === MOST_ROWS) throw new AppError('spreadsheet-too-large', 'More rows than are imported at once')
        given.push(at)
        each(row)
      }
      return 'all'
    },
    read: (from, count) => given.slice(from, from + count).map(rowAt),
  }
}
