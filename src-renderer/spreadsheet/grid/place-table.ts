import type { Area, Extent, Place } from './grid-area'

export interface PlacedText extends Place {
  readonly text: string
}

/**
 * Where the cells of a pasted table go: from the corner of the selection on, and over and over where the selection has room for it
 * several times. What would lie beyond the last row or column is left out, and counted.
 */
export function placeTable(table: readonly (readonly string[])[], area: Area, extent: Extent): { readonly placed: readonly PlacedText[]; readonly leftOut: number } {
  const height = table.length
  const width = Math.max(0, ...table.map((cells) => cells.length))
  const corner: Place = { row: area.top, column: Math.max(1, area.left) }
  const down = repeats(area.bottom - area.top + 1, height)
  const across = repeats(area.right - corner.column + 1, width)
  const placed: PlacedText[] = []
  let leftOut = 0
  for (let row = 0; row < height * down; row += 1) {
    for (let column = 0; column < width * across; column += 1) {
      const text = table[row % height]?.[column % width]
      if (text === undefined) continue
      const place: Place = { row: corner.row + row, column: corner.column + column }
      if (place.row < extent.rows && place.column < extent.columns) placed.push({ ...place, text: text.trim() })
      else leftOut += 1
    }
  }
  return { placed, leftOut }
}

function repeats(room: number, size: number): number {
  return size > 0 && room > size && room % size === 0 ? room / size : 1
}
