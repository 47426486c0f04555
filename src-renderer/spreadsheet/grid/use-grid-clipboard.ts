import type { CellChange } from '@shared/ipc/spreadsheet'
import type { ImportField } from '@shared/spreadsheet/import-fields'
import type { Ref } from 'vue'
import { MOST_CELLS, type ImportChanges } from '../use-import-changes'
import { fieldPlaces, type Area, type Extent } from './grid-area'
import { placeTable, type PlacedText } from './place-table'
import { readTabText, writeTabText } from './tab-text'
import { MOST_KEPT, type GridRows } from './use-grid-rows'

interface ClipboardOptions {
  readonly rows: () => GridRows
  readonly fields: () => readonly ImportField[]
  readonly area: Readonly<Ref<Area>>
  readonly extent: Readonly<Ref<Extent>>
  readonly changes: () => ImportChanges
  readonly tell: (what: 'too-many' | 'cut-off' | 'not-read') => void
}

export interface GridClipboard {
  readonly copy: (event: ClipboardEvent) => void
  readonly cut: (event: ClipboardEvent) => void
  readonly paste: (event: ClipboardEvent) => void
  readonly empty: () => void
  readonly fillDown: () => Promise<void>
  /** How many rows of the selection one may copy or change at once. */
  readonly mostRows: () => number
}

/** A longest text of a cell: what is pasted beyond it is cut. */
const MOST_LETTERS = 1000

/** What is done with several cells at once: copied, cut, pasted, emptied, filled down. */
export function useGridClipboard({ rows, fields, area, extent, changes, tell }: ClipboardOptions): GridClipboard {
  const mostRows = (): number => Math.min(MOST_KEPT, Math.floor(MOST_CELLS / Math.max(1, area.value.right - Math.max(1, area.value.left) + 1)))
  const isTooMuch = (): boolean => area.value.bottom - area.value.top + 1 > mostRows()

  function textsOf({ top, bottom, left, right }: Area): readonly (readonly string[])[] | undefined {
    const found = Array.from({ length: bottom - top + 1 }, (_, offset) => rows().rowAt.value(top + offset)?.cells.slice(Math.max(1, left) - 1, right).map(({ text }) => text))
    return found.every((cells) => cells !== undefined) ? found : undefined
  }

  function apply(placed: readonly PlacedText[]): void {
    const wanted = placed.flatMap(({ row, column, text }): CellChange[] => {
      const known = rows().rowAt.value(row)
      const field = fields()[column - 1]
      return known && field ? [{ row: known.row, field, text: text.slice(0, MOST_LETTERS) }] : []
    })
    if (wanted.length < placed.length) tell('not-read')
    else if (wanted.length > 0) void changes().change(wanted)
  }

  function copy(event: ClipboardEvent): boolean {
    event.preventDefault()
    const texts = isTooMuch() ? undefined : textsOf(area.value)
    if (texts) event.clipboardData?.setData('text/plain', writeTabText(texts))
    else tell(isTooMuch() ? 'too-many' : 'not-read')
    return texts !== undefined
  }

  function empty(): void {
    if (isTooMuch()) tell('too-many')
    else apply(fieldPlaces(area.value).map((place) => ({ ...place, text: '' })))
  }

  async function paste(event: ClipboardEvent): Promise<void> {
    const text = event.clipboardData?.getData('text/plain')
    if (!text) return
    // An activation link that is pasted here is a text like any other.
    event.preventDefault()
    const { placed, leftOut } = placeTable(readTabText(text), area.value, extent.value)
    if (placed.length > MOST_CELLS) return tell('too-many')
    const last = placed.at(-1)
    if (last) await rows().look(area.value.top, last.row)
    apply(placed)
    if (leftOut > 0) tell('cut-off')
  }

  /** From the first row of the selection into those below; from the row above where only one is chosen. */
  async function fillDown(): Promise<void> {
    const { top, bottom, left, right } = area.value
    const from = top === bottom ? top - 1 : top
    const below = { top: from + 1, bottom, left: Math.max(1, left), right }
    if (from < 0) return
    await rows().look(from, from)
    const source = rows().rowAt.value(from)?.cells
    if (!source) return tell('not-read')
    if (!isTooMuch()) {
      await rows().look(from, bottom)
      return apply(fieldPlaces(below).map((place) => ({ ...place, text: source[place.column - 1]?.text ?? '' })))
    }
    // The main process knows the rows that are not here; but only among all of them does a row keep its place.
    if (rows().kind.value !== 'all') return tell('too-many')
    for (const field of fields().slice(below.left - 1, right)) {
      const text = source.find((cell) => cell.field === field)?.text
      if (text !== undefined) await changes().fill(field, text, below.top, bottom - below.top + 1)
    }
  }

  return {
    copy: (event) => { copy(event) },
    cut: (event) => { if (copy(event)) empty() },
    paste: (event) => void paste(event),
    empty, fillDown, mostRows,
  }
}
