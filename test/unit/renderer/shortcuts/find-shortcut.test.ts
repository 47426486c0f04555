// @vitest-environment happy-dom
import { findShortcut } from '@renderer/shortcuts/find-shortcut'
import { meaningOf } from '@renderer/home/row-keys'
import { chordsOf, OWN_KEYS, SHORTCUTS, type KeyChord } from '@renderer/shortcuts/shortcut-list'
import { messages } from '../../../support/all-words'
import { describe, expect, it } from 'vitest'

const NOTHING_HELD = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const press = (key: string, held: Partial<typeof NOTHING_HELD> = {}) => ({ key, ...NOTHING_HELD, ...held })
const ALL = Object.values(SHORTCUTS).flat()
const OWN = Object.values(OWN_KEYS).flat()

function element(html: string): Element {
  document.body.innerHTML = html
  return document.body.firstElementChild!
}

function asPress({ key, mod = false, alt = false, shift = false }: KeyChord, isMac: boolean) {
  return press(key, { altKey: alt, shiftKey: shift, ...(isMac ? { metaKey: mod } : { ctrlKey: mod }) })
}

describe.each([['Ctrl', false], ['Command', true]] as const)('the list of shortcuts, with %s', (_, isMac) => {
  it('finds each by its own keys', () => {
    for (const shortcut of ALL) for (const chord of chordsOf(shortcut, isMac)) expect(findShortcut(asPress(chord, isMac), document.body, isMac), chord.key).toBe(shortcut.command)
  })

  it('gives no key two meanings', () => {
    for (const group of ['anywhere', 'form', 'list'] as const) {
      // What a row answers to itself means something else outside of it: Esc, for one.
      const chords = [...ALL, ...OWN_KEYS[group]].flatMap((line) => chordsOf(line, isMac)).map(({ key, mod = false, alt = false, shift = false }) => `${mod} ${alt} ${shift} ${key}`)
      expect(new Set(chords).size, group).toBe(chords.length)
    }
  })

  it('tells the truth about the keys of a row', () => {
    const place = { index: 5, count: 20, page: 8 }
    const meanings = OWN_KEYS.list.filter(({ name }) => name !== 'open-row').map((line) => [line.name, chordsOf(line, isMac).map((chord) => meaningOf(asPress(chord, isMac), place, isMac))])
    expect(Object.fromEntries(meanings)).toEqual({
      move: [{ go: 4, extends: false }, { go: 6, extends: false }],
      'move-far': [{ go: 0, extends: false }, { go: 13, extends: false }],
      'move-to-end': [{ go: 0, extends: false }, { go: 19, extends: false }],
      'choose-row': ['choose'],
      'choose-to-here': ['choose-to-here', { go: 6, extends: true }],
      'choose-all': ['choose-all'],
      'choose-none': ['clear'],
      'discard-row': ['discard'],
    })
  })
})

describe('the list of shortcuts', () => {
  it('has words for each line, in both languages, and no words without a line', () => {
    const names = [...ALL.map(({ command }) => command as string), ...OWN.map(({ name }) => name as string)].sort()
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
