import type { CommandName } from '@shared/ipc/command-names'
import { isTextEntry } from '../ui/is-text-entry'
import { chordsOf, SHORTCUTS, type KeyChord } from './shortcut-list'

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const ALL = Object.values(SHORTCUTS).flat()

/** The command that a key press means, given what has the focus; none when a text field has a use of its own for that key. */
export function findShortcut(press: KeyPress, focused: EventTarget | null, isMac: boolean): CommandName | undefined {
  const isTyping = isTextEntry(focused)
  return ALL.find((shortcut) => {
    const chord = chordsOf(shortcut, isMac).find((one) => isChord(one, press, isMac))
    return chord !== undefined && !(isTyping && shortcut.leftToText?.includes(chord))
  })?.command
}

function isChord({ key, mod = false, alt = false, anyShift = false }: KeyChord, press: KeyPress, isMac: boolean): boolean {
  const [held, other] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  // AltGr is Ctrl and Alt at once, and types a sign: it matches nothing here.
  return press.key.toLowerCase() === key.toLowerCase() && held === mod && !other && press.altKey === alt && (anyShift || !press.shiftKey)
}
