import { FIELD_PROBLEM_CODES } from '@shared/errors/field-problems'
import { IDENTIFIER_REFUSAL_PARAMS, IDENTIFIER_REFUSALS } from '@shared/identifiers/identifier-refusals'
import { createAllWords, messages } from '../../../support/all-words'
import { describe, expect, it } from 'vitest'

type Tree = { readonly [key: string]: string | Tree }

function sentencesOf(tree: Tree, path = ''): Map<string, string> {
  return new Map(Object.entries(tree).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`
    return typeof value === 'string' ? [[at, value] as const] : [...sentencesOf(value, at)]
  }))
}

function paramsOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort()
}

const english = sentencesOf(messages.en)
const french = sentencesOf(messages.fr)

/** Words that are the same in both languages, and names that nobody translates. */
const SAME_IN_BOTH = new Set([
  'Information.', 'Attention.', 'Qualification', 'Production', 'Français', 'English', 'Captcha', 'Structure', 'SIRET', 'SIREN', 'NIC', 'Sirene', 'RIDET', 'Chorus Pro',
  '({count} s)', 'Parvis {reference}', 'UTF-8', 'UTF-16', 'Assistant', 'Conversation', 'Situation',
])

/** The first screen of a kiosk greets in both languages, whichever is spoken. */
const inBoth = (key: string): boolean => key.startsWith('kiosk.begin.')

describe('the words of the window', () => {
  it('has the same keys in both languages', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('leaves no sentence empty', () => {
    for (const [key, sentence] of [...english, ...french]) expect(sentence.trim(), key).not.toBe('')
  })

  it('uses the same params in both languages', () => {
    for (const [key, sentence] of english) expect(paramsOf(french.get(key) ?? '').filter((name) => name !== 'count'), key).toEqual(paramsOf(sentence).filter((name) => name !== 'count'))
  })

  it('has a singular wherever it has a plural', () => {
    for (const [key, sentence] of english) expect(french.get(key)?.split(' | ').length, key).toBe(sentence.split(' | ').length)
  })

  it('says nothing in the other language', () => {
    const untranslated = [...english].filter(([key, sentence]) => french.get(key) === sentence && /\p{L}{2}/u.test(sentence) && !SAME_IN_BOTH.has(sentence) && !inBoth(key))
    expect(untranslated).toEqual([])
  })

  it.each(['fr', 'en'] as const)('compiles every sentence in %s', (language) => {
    const words = createAllWords(language)
    for (const [key, sentence] of language === 'fr' ? french : english) {
      const params = Object.fromEntries(paramsOf(sentence).map((name) => [name, 7]))
      const said = words.global.t(key, params, 7)
      expect(said, key).not.toBe(key)
      expect(said, key).not.toMatch(/[{}]/)
    }
  })

  it('uses typographic apostrophes in French', () => {
    for (const [key, sentence] of french) expect(sentence.replaceAll("{'@'}", ''), key).not.toContain("'")
  })

  it.each([
    ['a narrow no-break space (U+202F) before ; ! ?', /(?<!\u202F)[;!?]/],
    ['a no-break space (U+00A0) before a colon', /(?<!\u00A0):/],
    ['no-break spaces (U+00A0) inside of « »', /«(?!\u00A0)|(?<!\u00A0)»/],
    ['no quotation marks but « »', /["“”]/],
  ])('sets French with %s', (_, wrong) => {
    for (const [key, sentence] of french) expect(sentence, key).not.toMatch(wrong)
  })

  it('sets no sign apart in English', () => {
    for (const [key, sentence] of english) expect(sentence, key).not.toMatch(/\s[:;!?]|[«»\u00A0\u202F](?=[:;!?])/)
  })

  it('counts nothing as one in French', () => {
    expect(createAllWords('fr').global.t('home.list.count', { count: 0 }, 0)).toBe('0 inscription')
    expect(createAllWords('fr').global.t('home.list.count', { count: 2 }, 2)).toBe('2 inscriptions')
  })
})

describe.each([['English', english], ['French', french]] as const)('problems in %s', (_, sentences) => {
  it('has a sentence for every problem of a field', () => {
    for (const code of FIELD_PROBLEM_CODES) expect(sentences.get(`problems.field.${code}`), code).toBeTruthy()
  })

  it('has a sentence for every refusal of an identifier, with no other params than the refusal gives', () => {
    for (const code of IDENTIFIER_REFUSALS) {
      const sentence = sentences.get(`problems.identifier.${code}`)
      expect(sentence, code).toBeTruthy()
      const given: readonly string[] = IDENTIFIER_REFUSAL_PARAMS[code]
      expect(paramsOf(sentence ?? '').filter((name) => !given.includes(name)), code).toEqual([])
    }
  })
})
