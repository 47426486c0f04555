import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LOCALES } from '@shared/registration/locale'
import { FACES, sharedLook, sheetLook } from '@service/page/look'
import { wordMark } from '@service/page/word-mark'
import { timeText } from '@service/mail/templates/time-text'

const window = readFileSync(join(import.meta.dirname, '../../../../src-renderer/ui/tokens.css'), 'utf8')

/** The first definition of each token; print defines some anew. */
function tokensOf(style: string): Map<string, string> {
  const tokens = new Map<string, string>()
  for (const [, name, value] of style.matchAll(/(--[\w-]+):\s*([^;]+);/g)) if (!tokens.has(name!)) tokens.set(name!, value!)
  return tokens
}

it('has the tokens of the window, value by value', () => {
  const theirs = tokensOf(window)
  const ours = tokensOf(sharedLook())
  expect(ours.size).toBeGreaterThan(18)
  for (const [name, value] of ours) expect([name, value]).toEqual([name, theirs.get(name)])
})

it.each(['activation/page/activate.css', 'registration/page/status.css'])('%s uses no token that there is not', (file) => {
  const page = readFileSync(join(import.meta.dirname, '../../../../src-service', file), 'utf8')
  const known = tokensOf(sharedLook())
  const used = [...`${sheetLook()}${page}`.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]!)
  expect(used.filter((name) => !known.has(name))).toEqual([])
})

it('has the sign of the window', () => {
  const header = readFileSync(join(import.meta.dirname, '../../../../src-renderer/app/WordMark.vue'), 'utf8')
  const shapesOf = (drawing: string): string[] => [...drawing.matchAll(/ (?:d="[^"]+"|x="[\d.]+" y="[\d.]+" width="[\d.]+" height="[\d.]+")/g)].map(([shape]) => shape)
  expect(shapesOf(wordMark())).toHaveLength(7)
  expect(shapesOf(wordMark())).toEqual(shapesOf(header))
})

it('leads to its faces from wherever the page is', () => {
  const addresses = (style: string): string[] => [...style.matchAll(/url\((.+?)\)/g)].map((match) => match[1]!)
  expect(addresses(sharedLook())).toEqual(Object.keys(FACES))
  expect(addresses(sharedLook('../'))).toEqual(Object.keys(FACES).map((name) => `../${name}`))
})

it.each(LOCALES)('says a moment by the clock of Paris (%s)', (locale) => {
  const expected = { fr: '14 mars 2026 à 9 h 05 (heure de Paris)', en: '14 March 2026 at 9:05 (Paris time)' }
  expect(timeText(new Date('2026-03-14T08:05:00Z'), locale)).toBe(expected[locale])
})
