import type { ImportRow, RowKind } from '@shared/ipc/spreadsheet'
import { MOST_ROWS_AT_ONCE } from '@shared/ipc/spreadsheet'
import { ask } from '../../bridge/bridge'
import type { Place } from './grid-area'
import { isStop } from './is-of-kind'

interface Search {
  readonly importId: string
  readonly kind: RowKind
  readonly total: number
  readonly rowAt: (index: number) => ImportRow | undefined
  readonly look: (first: number, last: number) => Promise<void>
}

/** The next cell that is wrong after a place, or the one before it; none beyond the last. Columns of a place count from 1. */
export async function findProblem(search: Search, from: Place, direction: 1 | -1): Promise<Place | undefined> {
  let { row, column } = from
  while (row >= 0 && row < search.total) {
    if (!search.rowAt(row)) await search.look(Math.max(0, direction === 1 ? row : row - MOST_ROWS_AT_ONCE + 1), Math.min(search.total - 1, direction === 1 ? row + MOST_ROWS_AT_ONCE - 1 : row))
    const here = search.rowAt(row)
    if (!here) return undefined
    const found = inRow(here, search.kind, column, direction)
    if (found !== undefined) return { row, column: found }
    row = search.kind === 'all' && isCalm(search, row + direction) ? await nextWrongRow(search, row, direction) : row + direction
    column = direction === 1 ? 0 : Infinity
  }
  return undefined
}

function inRow({ cells }: ImportRow, kind: RowKind, column: number, direction: 1 | -1): number | undefined {
  const columns = cells.flatMap((cell, index) => (isStop(cell, kind) ? [index + 1] : []))
  return direction === 1 ? columns.find((at) => at > column) : columns.findLast((at) => at < column)
}

/** Nothing is known of the row, or nothing is wrong with it. */
function isCalm({ rowAt, kind }: Search, index: number): boolean {
  return rowAt(index)?.cells.some((cell) => isStop(cell, kind)) !== true
}

/** Among all rows a row stands at its own number, and those that are wrong are listed in order: halving finds the next without reading what lies between. */
async function nextWrongRow({ importId, total }: Search, after: number, direction: 1 | -1): Promise<number> {
  const wrongAt = async (from: number): Promise<{ readonly row: number | undefined; readonly total: number }> => {
    const found = await ask('spreadsheet:rows', { importId, wanted: { only: 'problems', from, count: 1 } })
    return { row: found.rows[0]?.row, total: found.total }
  }
  let low = 0
  let high = (await wrongAt(0)).total
  while (low < high) {
    const middle = (low + high) >> 1
    const { row = Infinity } = await wrongAt(middle)
    if (direction === 1 ? row > after : row >= after) high = middle
    else low = middle + 1
  }
  const place = direction === 1 ? low : low - 1
  return (place < 0 ? undefined : (await wrongAt(place)).row) ?? (direction === 1 ? total : -1)
}
