/** What a key means while the focus is on a row. */
export type RowKey = { readonly go: number; readonly extends: boolean } | 'choose' | 'choose-to-here' | 'choose-all' | 'discard' | 'clear'

export interface RowPlace {
  readonly index: number
  readonly count: number
  /** Rows that *Page up* and *Page down* move by. */
  readonly page: number
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Enter is not among them: the link of a row answers to it, as every link does. */
export function meaningOf(press: KeyPress, { index, count, page }: RowPlace, isMac: boolean): RowKey | undefined {
  const [mod, other] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  if (press.altKey || other) return undefined
  if (mod) return press.key.toLowerCase() === 'a' && !press.shiftKey ? 'choose-all' : undefined
  const go = (to: number): RowKey => ({ go: Math.max(0, Math.min(count - 1, to)), extends: press.shiftKey })
  switch (press.key) {
    case 'ArrowDown': return go(index + 1)
    case 'ArrowUp': return go(index - 1)
    case 'PageDown': return go(index + page)
    case 'PageUp': return go(index - page)
    case 'Home': return go(0)
    case 'End': return go(count - 1)
    case ' ': return press.shiftKey ? 'choose-to-here' : 'choose'
    case 'Delete': return 'discard'
    // The key of a Mac that stands where others have Delete's.
    case 'Backspace': return isMac ? 'discard' : undefined
    case 'Escape': return 'clear'
    default: return undefined
  }
}
