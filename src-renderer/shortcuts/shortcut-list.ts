import type { CommandName } from '@shared/ipc/command-names'

/** One key with what is held down; `mod` is Ctrl, and Command on a Mac. */
export interface KeyChord {
  readonly key: string
  readonly mod?: boolean
  readonly alt?: boolean
  /** The sign needs Shift on some keyboards (`/` on French ones). */
  readonly anyShift?: boolean
}

/** Appearance, language, *Your data* and *About* have no key of their own. */
export type ShortcutCommand = Exclude<CommandName, `theme-${string}` | `language-${string}` | 'show-about' | 'show-data'>

export interface Shortcut {
  readonly command: ShortcutCommand
  readonly chords: readonly KeyChord[]
  /** Where a Mac uses another key for the same thing. */
  readonly macChords?: readonly KeyChord[]
  /** The chords that text fields have a use for of their own, and that are left to them. */
  readonly leftToText?: readonly KeyChord[]
}

export type ShortcutGroup = 'anywhere' | 'form' | 'list'

/** Keys that the controls themselves answer to; they stand in the list because people look for them there. */
export type OwnKeys = 'close' | 'paste'

const SLASH: KeyChord = { key: '/', anyShift: true }
const UNDO: KeyChord = { key: 'z', mod: true }

/** Every shortcut of the window, in the order of the list that a person sees. */
export const SHORTCUTS: Readonly<Record<ShortcutGroup, readonly Shortcut[]>> = {
  anywhere: [
    { command: 'create-account', chords: [{ key: 'n', mod: true }] },
    { command: 'enter-link', chords: [{ key: 'l', mod: true }] },
    // On a Mac, Option with an arrow moves by a word.
    { command: 'go-back', chords: [{ key: 'ArrowLeft', alt: true }], macChords: [{ key: '[', mod: true }] },
    { command: 'show-help', chords: [{ key: 'F1' }] },
    { command: 'show-shortcuts', chords: [{ ...SLASH, mod: true }] },
  ],
  form: [{ command: 'go-on', chords: [{ key: 'Enter', mod: true }] }],
  list: [
    { command: 'find', chords: [{ key: 'f', mod: true }, SLASH], leftToText: [SLASH] },
    { command: 'undo-discard', chords: [UNDO], leftToText: [UNDO] },
  ],
}

export const OWN_KEYS: Readonly<Record<OwnKeys, KeyChord>> = { close: { key: 'Escape' }, paste: { key: 'v', mod: true } }

export function chordsOf({ chords, macChords }: Shortcut, isMac: boolean): readonly KeyChord[] {
  return isMac ? (macChords ?? chords) : chords
}
