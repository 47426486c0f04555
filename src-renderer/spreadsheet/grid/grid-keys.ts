import { keepWithin, type Extent, type Place } from './grid-area'

/** What a key means while the focus is on a cell, and nothing is being typed into it. */
export type GridKey =
  | { readonly go: Place; readonly extends: boolean }
  /** Typing takes the place of what is in the cell; without a sign it goes on with it. */
  | { readonly edit: string | undefined }
  | 'choose-all' | 'collapse' | 'empty' | 'fill-down' | 'undo' | 'redo' | 'next-problem' | 'previous-problem' | 'accept' | 'turn-row'

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export interface GridSituation {
  readonly active: Place
  readonly extent: Extent
  /** Rows that *Page up* and *Page down* move by. */
  readonly page: number
}

/** The keys of a spreadsheet. What is not among them is left to the window. */
export function meaningOf(press: KeyPress, situation: GridSituation, isMac: boolean): GridKey | undefined {
  const [mod, other] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  if (other) return undefined
  if (press.altKey) return press.key === 'Enter' && !mod && !press.shiftKey ? 'accept' : undefined
  return mod ? withMod(press, situation) : plain(press, situation)
}

function withMod({ key, shiftKey }: KeyPress, situation: GridSituation): GridKey | undefined {
  const { active, extent } = situation
  switch (key.toLowerCase()) {
    case 'a': return shiftKey ? undefined : 'choose-all'
    case 'd': return shiftKey ? undefined : 'fill-down'
    case 'z': return shiftKey ? 'redo' : 'undo'
    case 'y': return shiftKey ? undefined : 'redo'
    case 'home': return go({ row: 0, column: 1 }, extent, shiftKey)
    case 'end': return go({ row: extent.rows - 1, column: extent.columns - 1 }, extent, shiftKey)
    case 'arrowup': return go({ ...active, row: 0 }, extent, shiftKey)
    case 'arrowdown': return go({ ...active, row: extent.rows - 1 }, extent, shiftKey)
    default: return undefined
  }
}

function plain({ key, shiftKey }: KeyPress, { active, extent, page }: GridSituation): GridKey | undefined {
  const { row, column } = active
  switch (key) {
    case 'ArrowDown': return go({ row: row + 1, column }, extent, shiftKey)
    case 'ArrowUp': return go({ row: row - 1, column }, extent, shiftKey)
    case 'ArrowRight': return go({ row, column: column + 1 }, extent, shiftKey)
    case 'ArrowLeft': return go({ row, column: column - 1 }, extent, shiftKey)
    case 'PageDown': return go({ row: row + page, column }, extent, shiftKey)
    case 'PageUp': return go({ row: row - page, column }, extent, shiftKey)
    case 'Home': return go({ row, column: 0 }, extent, shiftKey)
    case 'End': return go({ row, column: extent.columns - 1 }, extent, shiftKey)
    case 'F2':
    case 'Enter': return column === 0 ? 'turn-row' : { edit: undefined }
    case 'F8': return shiftKey ? 'previous-problem' : 'next-problem'
    case 'Delete':
    case 'Backspace': return 'empty'
    case 'Escape': return 'collapse'
    default: break
  }
  if (column === 0) return key === ' ' ? 'turn-row' : undefined
  return [...key].length === 1 ? { edit: key } : undefined
}

function go(to: Place, extent: Extent, extending: boolean): GridKey {
  return { go: keepWithin(to, extent), extends: extending }
}
