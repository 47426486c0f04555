import type { ImportCell, ImportRow, RowKind } from '@shared/ipc/spreadsheet'

/** Whether a row is still of the kind that it was listed for. */
export function isOfKind(row: ImportRow, kind: RowKind): boolean {
  switch (kind) {
    case 'all': return true
    case 'problems': return !row.isReady
    case 'doubts': return row.cells.some(({ problem }) => problem?.isDoubt === true)
    case 'duplicates': return row.duplicateOf !== undefined
    case 'left-out': return row.isLeftOut
  }
}

/** Whether F8 stops at a cell: at what is wrong; among doubts at those as well. */
export function isStop({ problem }: ImportCell, kind: RowKind): boolean {
  return problem !== undefined && (kind === 'doubts' || !problem.isDoubt)
}
