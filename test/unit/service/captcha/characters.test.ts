import { describe, expect, it } from 'vitest'
import { ALPHABET, drawCharacters, normaliseAnswer, SPEAKABLE } from '@service/captcha/characters'

describe('the characters of a captcha', () => {
  it('are five or six of the alphabet, and all of it turns up', () => {
    const drawn = Array.from({ length: 2000 }, drawCharacters)
    expect(new Set(drawn.map((characters) => characters.length))).toEqual(new Set([5, 6]))
    expect([...new Set(drawn.join(''))].sort().join('')).toBe([...ALPHABET].sort().join(''))
  })

  it('hold nothing that is taken for something else', () => {
    const lookAlikes = ['O0QD', 'I1L', 'S5', 'Z2', 'B8', 'G6', 'UV', 'J']
    for (const group of lookAlikes) expect([...ALPHABET].filter((character) => group.includes(character)).length).toBeLessThanOrEqual(1)
    expect(new Set(ALPHABET).size).toBe(ALPHABET.length)
    expect(ALPHABET).toMatch(/^[A-Z0-9]+$/)
  })

  it.each([
    ['acef4', 'ACEF4'],
    [' AC EF4 ', 'ACEF4'],
    ['ac-ef-4', 'ACEF4'],
    ['ＡＣＥＦ４', 'ACEF4'],
    ['A\u00a0C', 'AC'],
  ])('reads %j as %s', (typed, meant) => {
    expect(normaliseAnswer(typed)).toBe(meant)
  })

  it.each(['', 'É', 'A!', 'AAAAAAAAAAAAA', '<b>'])('cannot speak %j', (answer) => {
    expect(SPEAKABLE.test(answer)).toBe(false)
  })
})
