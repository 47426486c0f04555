/** A cell by its row among those that are shown and its column; column 0 holds the number of the line. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** A rectangle of cells; all four edges belong to it. */
export interface Area {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** How many there are of both. */
export interface Extent {
  readonly rows: number
  readonly columns: number
}

/** From where the selection began to where the keyboard is. From the number of the line it is the whole line. */
export function areaBetween(anchor: Place, active: Place, { columns }: Extent): Area {
  const isWhole = anchor.column === 0
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: isWhole ? 0 : Math.max(1, Math.min(anchor.column, active.column)),
    right: isWhole ? columns - 1 : Math.max(anchor.column, active.column),
  }
}

export function isIn({ top, bottom, left, right }: Area, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

export function isSingle({ top, bottom, left, right }: Area): boolean {
  return top === bottom && left === right
}

/** The nearest place that exists. */
export function keepWithin({ row, column }: Place, { rows, columns }: Extent): Place {
  return { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) }
}

/** The place of each field in an area: without the number of the line, which cannot be typed into. */
export function fieldPlaces(area: Area): readonly Place[] {
  const places: Place[] = []
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = Math.max(1, area.left); column <= area.right; column += 1) places.push({ row, column })
  return places
}
