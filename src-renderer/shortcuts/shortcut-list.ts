import type { CommandName } from '@shared/ipc/command-names'

/** One key with what is held down; `mod` is Ctrl, and Command on a Mac. */
export interface KeyChord {
  readonly key: string
  readonly mod?: boolean
  readonly alt?: boolean
  readonly shift?: boolean
  /** The sign needs Shift on some keyboards (`/` on French ones). */
  readonly anyShift?: boolean
}

/** Appearance, language, *Import a list*, *Your data* and *About* have no key of their own. */
export type ShortcutCommand = Exclude<CommandName, `theme-${string}` | `language-${string}` | 'show-about' | 'show-data' | 'import-list'>

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
export interface OwnKeys {
  readonly name: 'close' | 'paste' | 'move' | 'move-far' | 'move-to-end' | 'open-row' | 'choose-row' | 'choose-to-here' | 'choose-all' | 'choose-none' | 'discard-row'
  readonly chords: readonly KeyChord[]
  readonly macChords?: readonly KeyChord[]
}

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

/** `list`: while the focus is on a row (`home/row-keys.ts`). */
export const OWN_KEYS: Readonly<Record<ShortcutGroup, readonly OwnKeys[]>> = {
  anywhere: [
    { name: 'close', chords: [{ key: 'Escape' }] },
    { name: 'paste', chords: [{ key: 'v', mod: true }] },
  ],
  form: [],
  list: [
    { name: 'move', chords: [{ key: 'ArrowUp' }, { key: 'ArrowDown' }] },
    { name: 'move-far', chords: [{ key: 'PageUp' }, { key: 'PageDown' }] },
    { name: 'move-to-end', chords: [{ key: 'Home' }, { key: 'End' }] },
    { name: 'open-row', chords: [{ key: 'Enter' }] },
    { name: 'choose-row', chords: [{ key: ' ' }] },
    { name: 'choose-to-here', chords: [{ key: ' ', shift: true }, { key: 'ArrowDown', shift: true }] },
    { name: 'choose-all', chords: [{ key: 'a', mod: true }] },
    { name: 'choose-none', chords: [{ key: 'Escape' }] },
    { name: 'discard-row', chords: [{ key: 'Delete' }], macChords: [{ key: 'Backspace' }] },
  ],
}

export function chordsOf({ chords, macChords }: Pick<Shortcut, 'chords' | 'macChords'>, isMac: boolean): readonly KeyChord[] {
  return isMac ? (macChords ?? chords) : chords
}
