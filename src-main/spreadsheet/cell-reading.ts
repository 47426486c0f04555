import { type CellObject, SSF } from '@e965/xlsx'
import type { CellFlaw } from '@shared/spreadsheet/number-troubles'

export interface CellReading {
  readonly text: string
  readonly flaw?: CellFlaw
}

/** Excel keeps fifteen digits of a number; the others are zeros. */
const FIRST_ROUNDED = 1e15
const EMPTY: CellReading = { text: '' }

/** What a cell of a workbook says. Of a formula that is the value it had when the file was saved. */
export function readCell(cell: CellObject | undefined): CellReading {
  switch (cell?.t) {
    case 's':
    case 'b':
      return { text: String(cell.v) }
    case 'n':
      return typeof cell.v === 'number' ? readNumber(cell.v, cell) : EMPTY
    case 'd':
      return { text: cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v), flaw: 'date' }
    case 'e':
      return { text: cell.w ?? '#N/A', flaw: 'formula-failed' }
    default:
      return EMPTY
  }
}

function readNumber(value: number, { z, w }: CellObject): CellReading {
  if (typeof z === 'string' && SSF.is_date(z)) return { text: w ?? String(value), flaw: 'date' }
  const plain = Number.isInteger(value) && Math.abs(value) < 1e21 ? value.toFixed(0) : String(value)
  if (Math.abs(value) >= FIRST_ROUNDED) return { text: plain, flaw: 'rounded' }
  // Formats such as 00000 and Excel's own for a SIRET show zeros that the number does not have.
  const shown = w?.replace(/[\s\u00a0\u202f]/g, '') ?? ''
  return { text: /^0+$/.test(shown.slice(0, -plain.length)) && shown.endsWith(plain) ? shown : plain }
}
