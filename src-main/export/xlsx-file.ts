import type { Cell, Table } from './table-cells'
import { LOOK, sheetOpening, SHEET_PATH, workbookParts } from './xlsx-parts'
import { compressedZip } from '../platform/zip-archive'

/** Rows a turn of the event loop. */
const AT_ONCE = 500
const DAY_MS = 86_400_000
/** 1 January 1970 in a spreadsheet's count of days. */
const EPOCH_DAY = 25_569
const [NARROWEST, WIDEST] = [8, 50]

/**
 * A table as a workbook of one sheet. Every text is typed as text, so that nothing in it is a formula and no number loses its
 * zeros; a moment is a date of the spreadsheet, shown in ISO 8601. Throws what `signal` was aborted with.
 */
export async function writeXlsx(table: Table, signal?: AbortSignal): Promise<Uint8Array> {
  const end = `${columnName(table.columns.length - 1)}${table.rows.length + 1}`
  const sheet = [sheetOpening(widthsOf(table)), rowOf(table.columns, 0, LOOK.heading)]
  for (let from = 0; from < table.rows.length; from += AT_ONCE) {
    sheet.push(table.rows.slice(from, from + AT_ONCE).map((cells, at) => rowOf(cells, from + at + 1, LOOK.text)).join(''))
    await new Promise(setImmediate)
    signal?.throwIfAborted()
  }
  sheet.push(`</sheetData><autoFilter ref="A1:${end}"/></worksheet>`)
  return compressedZip(new Map([...workbookParts(escape(table.sheet)), [SHEET_PATH, sheet.join('')]]))
}

function rowOf(cells: readonly Cell[], row: number, look: number): string {
  return `<row r="${row + 1}">${cells.map((cell, column) => cellOf(cell, `${columnName(column)}${row + 1}`, look)).join('')}</row>`
}

function cellOf(cell: Cell, place: string, look: number): string {
  if (cell === undefined || cell === '') return ''
  if (cell instanceof Date) return `<c r="${place}" s="${LOOK.moment}"><v>${serialOf(cell)}</v></c>`
  return `<c r="${place}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`
}

/** A spreadsheet knows no time zones: it gets the time that the person's clock shows. */
function serialOf(at: Date): number {
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate(), at.getHours(), at.getMinutes()) / DAY_MS + EPOCH_DAY
}

/** A, B … Z, AA … */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`
}

function widthsOf({ columns, rows }: Table): readonly number[] {
  return columns.map((heading, column) => {
    const longest = rows.reduce((most, cells) => Math.max(most, lengthOf(cells[column])), heading.length)
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
  })
}

function lengthOf(cell: Cell): number {
  return cell instanceof Date ? 16 : (cell?.length ?? 0)
}

/** What XML has no way to say is left out: control characters, halves of characters. */
function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
