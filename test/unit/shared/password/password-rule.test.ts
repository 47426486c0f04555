import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  classesIn,
  isStrongEnough,
  missingFromPassword,
  normalisePassword,
  PASSWORD_LACKS,
  PASSWORD_PROFILES,
  type PasswordProfileName,
} from '@shared/password/password-rule'

const codes = (candidate: string, profile?: PasswordProfileName) => missingFromPassword(candidate, profile).map(({ code }) => code)

describe('the rule of the guide', () => {
  it.each([
    'Practice-manager-2026',
    'Practice-agent-2026',
    'abcdefghij1!',
    'ABCDEFGHIJ1!',
    'Abcdefghijk1',
    'Abcdefghijk ',
    'éàüöñçèùâêîÔ1',
    'Ω'.repeat(4) + 'ω'.repeat(4) + '١٢٣٤',
    '密码密码密码密码密码密A1',
    `aA1${'😀'.repeat(125)}`,
  ])('is met by %j', (candidate) => {
    expect(missingFromPassword(candidate)).toEqual([])
  })

  it.each([
    ['', [
      { code: 'password-too-short', minimum: 12, actual: 0 },
      { code: 'password-too-few-classes', required: 3, absent: ['upper', 'lower', 'digit', 'special'] },
    ]],
    ['Abcdefghi1!', [{ code: 'password-too-short', minimum: 12, actual: 11 }]],
    ['abcdefghijk1', [{ code: 'password-too-few-classes', required: 3, absent: ['upper', 'special'] }]],
    ['abcdefghijkl', [{ code: 'password-too-few-classes', required: 3, absent: ['upper', 'digit', 'special'] }]],
    ['密码密码密码密码密码密1', [{ code: 'password-too-few-classes', required: 3, absent: ['upper', 'lower'] }]],
    [`aA1${'😀'.repeat(126)}`, [{ code: 'password-too-long', maximum: 128, actual: 129 }]],
    ['a'.repeat(1025), [{ code: 'password-too-long', maximum: 128, actual: 1025 }]],
    ['Abcdefghij1!\u0000', [{ code: 'password-unusable-character' }]],
    ['Abcdefghij1!\ud83d', [{ code: 'password-unusable-character' }]],
  ])('is not met by %j', (candidate, lacks) => {
    expect(missingFromPassword(candidate)).toEqual(lacks)
  })

  it('counts an accented letter once, however it was typed', () => {
    const composed = 'Éàüöñçèùâ12'
    const decomposed = composed.normalize('NFD')
    expect(decomposed.length).toBeGreaterThan(12)
    expect(missingFromPassword(decomposed)).toEqual([{ code: 'password-too-short', minimum: 12, actual: 11 }])
    expect(normalisePassword(decomposed)).toBe(composed)
  })

  it('changes nothing else: spaces at both ends count', () => {
    expect(normalisePassword('  Abc ')).toBe('  Abc ')
    expect(missingFromPassword(' Abcdefghi1 ')).toEqual([])
  })
})

describe('the strict profile', () => {
  it.each(['correct horse battery staple', 'tulipe verte sous la lune', 'zrqmvtkdhwpbxnf', 'Tavoki-Rumeso-Sanidu-Kepiba-47'])('is met by %j', (candidate) => {
    expect(missingFromPassword(candidate, 'strict')).toEqual([])
  })

  it.each([
    ['Abcdefghijk1!', 'password-too-short'],
    ['Password12345678!', 'password-easily-guessed'],
    ['P@ssw0rdP@ssw0rd2026', 'password-easily-guessed'],
    ['MotDePasse-ChorusPro-2026', 'password-easily-guessed'],
    ['aaaaaaaaaaaaaaaaaaaa', 'password-easily-guessed'],
    ['azertyuiopqsdf123456', 'password-easily-guessed'],
  ])('is not met by %j: %s', (candidate, code) => {
    expect(codes(candidate, 'strict')).toContain(code)
  })
})

describe('100,000 passwords', () => {
  /** The rule once more, from the guide's words, character by character. */
  function meetsTheGuide(candidate: string): boolean {
    const characters = Array.from(candidate.normalize('NFC'))
    const kinds = new Set(
      characters.map((character) => {
        if (/^[\p{Lu}\p{Lt}]$/u.test(character)) return 'upper'
        if (/^\p{Ll}$/u.test(character)) return 'lower'
        return /^\p{Nd}$/u.test(character) ? 'digit' : 'special'
      }),
    )
    const isUsable = characters.every((character) => !/^[\p{Cc}\p{Cs}]$/u.test(character))
    return characters.length >= 12 && characters.length <= 128 && kinds.size >= 3 && isUsable
  }

  const candidate = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.stringMatching(/^[a-z0-9]{8,16}$/),
    fc.stringMatching(/^[A-Za-z0-9!?. -]{10,14}$/),
    fc.stringMatching(/^[A-Za-z0-9 ]{120,135}$/),
  )

  it('are judged as the guide says, and each refusal has its reason', () => {
    const outcomes = { met: 0, missed: 0 }
    for (const text of fc.sample(candidate, 100_000)) {
      const lacks = missingFromPassword(text)
      const isMet = meetsTheGuide(text)
      if (isMet !== (lacks.length === 0) || isMet !== isStrongEnough(text)) expect.fail(`Judged otherwise: ${JSON.stringify(text)}`)
      if (!lacks.every(({ code }) => PASSWORD_LACKS.includes(code))) expect.fail(`No such reason: ${JSON.stringify(lacks)}`)
      outcomes[isMet ? 'met' : 'missed']++
    }
    expect(Math.min(outcomes.met, outcomes.missed)).toBeGreaterThan(5_000)
  }, 60_000)

  it('are judged alike in either form of their accents', () => {
    fc.assert(
      fc.property(candidate, fc.constantFrom<PasswordProfileName>('guide', 'strict'), (text, profile) => {
        expect(missingFromPassword(text.normalize('NFD'), profile)).toEqual(missingFromPassword(text.normalize('NFC'), profile))
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('profiles and classes', () => {
  it('put every character into exactly one class', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (character) => {
        expect(classesIn(character).size).toBe(1)
      }),
      { numRuns: 5_000 },
    )
  })

  it('leave room for a password manager', () => {
    for (const profile of Object.values(PASSWORD_PROFILES)) expect(profile.maximumLength).toBeGreaterThanOrEqual(64)
  })
})
