import { minuteOf } from '@shared/time/calendar-day'
import type { Cell, Table } from './table-cells'

/** By which Excel knows that it is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** What a spreadsheet takes for a formula, also behind spaces, and in the wide letters that some of them read alike. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/

/** A table as CSV: UTF-8 with its mark, parted by semicolons, as a French or English spreadsheet opens it; nothing in it is a formula. */
export function writeCsv({ columns, rows }: Table): string {
  return `${BYTE_ORDER_MARK}${[columns, ...rows].map(writeLine).join('')}`
}

function writeLine(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(';')}\r\n`
}

function writeCell(cell: Cell): string {
  if (cell === undefined) return ''
  if (cell instanceof Date) return minuteOf(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[;"\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
