// @vitest-environment happy-dom
import { findShortcut } from '@renderer/shortcuts/find-shortcut'
import { chordsOf, OWN_KEYS, SHORTCUTS, type KeyChord } from '@renderer/shortcuts/shortcut-list'
import { messages } from '@renderer/locales/messages'
import { describe, expect, it } from 'vitest'

const NOTHING_HELD = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const press = (key: string, held: Partial<typeof NOTHING_HELD> = {}) => ({ key, ...NOTHING_HELD, ...held })
const ALL = Object.values(SHORTCUTS).flat()

function element(html: string): Element {
  document.body.innerHTML = html
  return document.body.firstElementChild!
}

function asPress({ key, mod = false, alt = false }: KeyChord, isMac: boolean) {
  return press(key, { altKey: alt, ...(isMac ? { metaKey: mod } : { ctrlKey: mod }) })
}

describe.each([['Ctrl', false], ['Command', true]] as const)('the list of shortcuts, with %s', (_, isMac) => {
  it('finds each by its own keys', () => {
    for (const shortcut of ALL) for (const chord of chordsOf(shortcut, isMac)) expect(findShortcut(asPress(chord, isMac), document.body, isMac), chord.key).toBe(shortcut.command)
  })

  it('gives no key two meanings', () => {
    const chords = [...ALL.flatMap((shortcut) => chordsOf(shortcut, isMac)), ...Object.values(OWN_KEYS)].map(({ key, mod = false, alt = false }) => `${mod} ${alt} ${key}`)
    expect(new Set(chords).size).toBe(chords.length)
  })
})

describe('the list of shortcuts', () => {
  it('has words for each line, in both languages, and no words without a line', () => {
    const names = [...ALL.map(({ command }) => command as string), ...Object.keys(OWN_KEYS)].sort()
    expect(Object.keys(messages.en.desk.shortcuts.commands).sort()).toEqual(names)
    expect(Object.keys(messages.fr.desk.shortcuts.commands).sort()).toEqual(names)
  })
})

describe('a key', () => {
  it('means the same with caps lock, and nothing with more keys held than it needs', () => {
    expect(findShortcut(press('N', { ctrlKey: true }), document.body, false)).toBe('create-account')
    expect(findShortcut(press('n', { ctrlKey: true, shiftKey: true }), document.body, false)).toBeUndefined()
    expect(findShortcut(press('z', { ctrlKey: true, shiftKey: true }), document.body, false)).toBeUndefined()
    expect(findShortcut(press('n'), document.body, false)).toBeUndefined()
    expect(findShortcut(press('n', { metaKey: true }), document.body, false)).toBeUndefined()
  })

  it('may need Shift for a slash, as on French keyboards', () => {
    expect(findShortcut(press('/', { ctrlKey: true, shiftKey: true }), document.body, false)).toBe('show-shortcuts')
    expect(findShortcut(press('/', { shiftKey: true }), document.body, false)).toBe('find')
  })

  it('typed with AltGr is a sign and no command', () => {
    for (const { chords } of ALL) for (const { key } of chords) expect(findShortcut(press(key, { ctrlKey: true, altKey: true }), document.body, false), key).toBeUndefined()
  })

  it.each(['<input>', '<input type="search">', '<textarea></textarea>', '<input type="password">'])('stays with %s where that has a use for it', (html) => {
    const field = element(html)
    expect(findShortcut(press('/'), field, false)).toBeUndefined()
    expect(findShortcut(press('z', { ctrlKey: true }), field, false)).toBeUndefined()
    expect(findShortcut(press('n', { ctrlKey: true }), field, false)).toBe('create-account')
    expect(findShortcut(press('Enter', { ctrlKey: true }), field, false)).toBe('go-on')
  })

  it.each(['<input type="checkbox">', '<input type="radio">', '<button></button>', '<h1 tabindex="-1"></h1>'])('is free on %s', (html) => {
    expect(findShortcut(press('/'), element(html), false)).toBe('find')
    expect(findShortcut(press('z', { ctrlKey: true }), element(html), false)).toBe('undo-discard')
  })

  it('moves by a word on a Mac, and goes back elsewhere', () => {
    expect(findShortcut(press('ArrowLeft', { altKey: true }), document.body, true)).toBeUndefined()
    expect(findShortcut(press('ArrowLeft', { altKey: true }), document.body, false)).toBe('go-back')
  })
})
