/** What is known of a key that is pressed; Electron's `Input` is one. */
export interface PressedKey {
  readonly key: string
  readonly control: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly meta: boolean
}

/** What moves about in a form and what edits a line. Function keys, and keys of the browser or of the machine, are not among them. */
const KEYS = [
  'Tab', 'Enter', 'Escape', 'Backspace', 'Delete', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown',
  // What has no effect by itself, and without which others have none.
  'Shift', 'CapsLock', 'NumLock', 'AltGraph', 'Dead', 'Compose', 'Process', 'Unidentified',
]
/** Held for a chord: alone they do nothing. */
const MODIFIERS = ['Control', 'Alt', 'Meta']
/** With Ctrl (Cmd on macOS): all, copy, cut, paste, undo, again. */
const EDITING_LETTERS = ['a', 'c', 'x', 'v', 'z', 'y']
/** With Ctrl: by words, to the ends. */
const EDITING_KEYS = ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Backspace', 'Delete']

/**
 * Whether a kiosk lets the key through to the page. A list of what is allowed, not of what is forbidden: what somebody has
 * forgotten here does nothing.
 */
export function isAllowedKey({ key, control, alt, shift, meta }: PressedKey, platform: NodeJS.Platform = process.platform): boolean {
  if (MODIFIERS.includes(key)) return true
  // AltGr: Windows says Ctrl and Alt for it. What it writes (€, @, é) is one character.
  if (control && alt && !meta && platform === 'win32') return isCharacter(key) && !/^[a-z0-9 ]$/iu.test(key)
  const [command, other] = platform === 'darwin' ? [meta, control] : [control, meta]
  if (other || (alt && command)) return false
  // macOS writes by Option what others write by AltGr.
  if (alt) return platform === 'darwin' && isCharacter(key)
  if (command) return EDITING_KEYS.includes(key) || (EDITING_LETTERS.includes(key.toLowerCase()) && (!shift || key.toLowerCase() === 'z'))
  return KEYS.includes(key) || isCharacter(key)
}

function isCharacter(key: string): boolean {
  return [...key].length === 1 && !/\p{Cc}/u.test(key)
}

/** The chord by which staff asks to close Parvis: five keys, so that nobody finds it by chance. */
export function isStaffChord({ key, control, alt, shift }: PressedKey): boolean {
  return key === 'F12' && control && alt && shift
}
