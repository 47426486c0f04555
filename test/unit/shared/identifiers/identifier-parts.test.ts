import { describe, expect, it } from 'vitest'
import { divideIdentifier, type IdentifierParts } from '@shared/identifiers/identifier-parts'
import { IDENTIFIER_TYPES, type IdentifierType } from '@shared/identifiers/identifier-type'
import { readIdentifier } from '@shared/identifiers/read-identifier'
import { NON_EU_NAMES, VALID_RIDETS, VALID_SIRETS, VALID_TAHITIS, VALID_VATS, WRONG_CHECK_VATS } from './published-identifiers'

function divide(type: IdentifierType, text: string): IdentifierParts {
  return divideIdentifier(type, text, readIdentifier(type, text))!
}
const charactersOf = ({ parts }: IdentifierParts) => parts.map(({ characters }) => characters)
const verdictsOf = ({ parts }: IdentifierParts) => parts.map(({ verdict }) => verdict)
const lengthsOf = ({ parts }: IdentifierParts) => parts.map(({ length }) => length)

describe('the parts of a SIRET', () => {
  it.each(VALID_SIRETS)('finds nothing wrong with %s', (siret) => {
    const parts = divide('SIRET', siret)
    expect(charactersOf(parts)).toEqual([siret.slice(0, 9), siret.slice(9)])
    expect(verdictsOf(parts)).toEqual(['sound', 'sound'])
    expect(parts).toMatchObject({ actual: 14, expected: [14], whole: 'sound' })
  })

  it('has fourteen places before anything is typed', () => {
    const parts = divide('SIRET', '')
    expect(lengthsOf(parts)).toEqual([9, 5])
    expect(parts.parts.map(({ groups }) => groups)).toEqual([[3, 3, 3], [5]])
    expect(parts).toMatchObject({ actual: 0, whole: 'open' })
  })

  it.each([
    ['732 829', 'open', 'open', 6],
    ['732 829 320', 'sound', 'open', 9],
    ['732 829 321', 'wrong', 'open', 9],
    ['732 829 321 00', 'wrong', 'open', 11],
    ['732 829 320 00079', 'sound', 'wrong', 14],
    ['123 456 789 01234', 'wrong', 'open', 14],
    ['356 000 000 49838', 'sound', 'wrong', 14],
  ] as const)('says of %s which part is wrong: %s, %s', (text, siren, nic, actual) => {
    const parts = divide('SIRET', text)
    expect(verdictsOf(parts)).toEqual([siren, nic])
    expect(parts.actual).toBe(actual)
    expect(parts.whole).toBe(siren === 'wrong' || nic === 'wrong' ? 'wrong' : 'open')
  })

  it('checks no digit where the environment does not', () => {
    const reading = readIdentifier('SIRET', '64994699139861', { strictness: 'qualification' })
    expect(verdictsOf(divideIdentifier('SIRET', '64994699139861', reading, 'qualification')!)).toEqual(['sound', 'sound'])
    const begun = readIdentifier('SIRET', '649946991', { strictness: 'qualification' })
    expect(verdictsOf(divideIdentifier('SIRET', '649946991', begun, 'qualification')!)).toEqual(['open', 'open'])
  })

  it('shows the SIREN that a French VAT number holds', () => {
    expect(charactersOf(divide('SIRET', 'FR83404833048'))).toEqual(['404833048', ''])
  })

  it('points at the character that is no digit, also behind one of two units', () => {
    expect(divide('SIRET', '732 829 32O 00074')).toMatchObject({ strangerAt: 8 })
    expect(divide('SIRET', '732829320😀0')).toMatchObject({ strangerAt: 9, actual: 11 })
  })

  it('has room for what is too much, and shows three of it at most', () => {
    expect(lengthsOf(divide('SIRET', '732829320000740'))).toEqual([9, 6])
    const long = divide('SIRET', '7'.repeat(200))
    expect(lengthsOf(long)).toEqual([9, 8])
    expect(long.actual).toBe(200)
  })
})

describe('the parts of the other identifiers', () => {
  it.each(VALID_VATS)('divides %s into country and number', (vat) => {
    const parts = divide('UE_HORS_FRANCE', vat)
    expect(charactersOf(parts).join('')).toBe(vat)
    expect(verdictsOf(parts)).toEqual(['sound', 'sound'])
    expect(parts.expected).toContain(vat.length)
  })

  it.each(WRONG_CHECK_VATS)('keeps the country of %s, and doubts the number', (vat) => {
    expect(verdictsOf(divide('UE_HORS_FRANCE', vat))).toEqual(['sound', 'wrong'])
  })

  it('doubts the letters that are no country of this type', () => {
    for (const text of ['QQ1', 'US1', 'FR40303265045']) expect(verdictsOf(divide('UE_HORS_FRANCE', text))[0]).toBe('wrong')
    expect(verdictsOf(divide('UE_HORS_FRANCE', 'D'))).toEqual(['open', 'open'])
  })

  it.each(VALID_RIDETS)('divides RIDET %s three digits from its end', (ridet) => {
    const parts = divide('RIDET', ridet)
    expect(charactersOf(parts)).toEqual([ridet.slice(0, -3), ridet.slice(-3)])
    expect(parts).toMatchObject({ expected: [9, 10], whole: 'sound' })
  })

  it.each(VALID_TAHITIS)('divides TAHITI number %s behind its sixth character', (tahiti) => {
    const parts = divide('TAHITI', tahiti)
    expect(charactersOf(parts)).toEqual([tahiti.slice(0, 6), tahiti.slice(6)])
    expect(parts.whole).toBe('sound')
  })

  it.each(NON_EU_NAMES)('divides what is built of %s and %s', (country, name, built) => {
    expect(charactersOf(divide('HORS_UE', built))).toEqual([country, built.slice(2)])
    const reading = readIdentifier('HORS_UE', '', { country, name })
    expect(charactersOf(divideIdentifier('HORS_UE', '', reading)!)).toEqual([country, built.slice(2)])
  })

  it('says what is wrong outside of the EU: the country, or the length', () => {
    expect(verdictsOf(divide('HORS_UE', 'DEACME'))).toEqual(['wrong', 'open'])
    expect(verdictsOf(divide('HORS_UE', 'USABCDEFGHIJKLMNOPQRS'))).toEqual(['open', 'wrong'])
  })

  it('has no parts of a free text', () => {
    for (const type of ['PARTICULIER', 'AUTRE'] as const) expect(divideIdentifier(type, 'x', readIdentifier(type, 'x'))).toBeUndefined()
  })
})

it('never has fewer places than characters, and its groups fill them', () => {
  const texts = [...VALID_SIRETS, ...VALID_VATS, ...VALID_RIDETS, ...VALID_TAHITIS, '', 'A', '12', '😀😀😀', 'N° SIRET 7', '7'.repeat(300)]
  for (const type of IDENTIFIER_TYPES) {
    for (const text of texts) {
      for (const part of divideIdentifier(type, text, readIdentifier(type, text))?.parts ?? []) {
        expect([...part.characters].length, `${type} ${text}`).toBeLessThanOrEqual(part.length)
        expect(part.groups.reduce((sum, group) => sum + group, 0), `${type} ${text}`).toBe(part.length)
      }
    }
  }
})
