import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildNonEuIdentifier } from '@shared/identifiers/build-non-eu-identifier'
import { IDENTIFIER_REFUSAL_PARAMS, IDENTIFIER_REFUSALS } from '@shared/identifiers/identifier-refusals'
import type { IdentifierReading } from '@shared/identifiers/identifier-reading'
import { IDENTIFIER_TYPES, type IdentifierType } from '@shared/identifiers/identifier-type'
import { readIdentifier } from '@shared/identifiers/read-identifier'
import { NON_EU_NAMES, VALID_RIDETS, VALID_SIRETS, VALID_TAHITIS, VALID_VATS } from './published-identifiers'

const RUNS = 10_000

const SEPARATORS = [' ', '\u00a0', '\u202f', '\u2009', '\u3000', '\t', '.', '-', '\u2010', '\u2011', '\u2013', '\u200b', '\u2060', '/']

function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + Math.floor(doubled / 10) + (doubled % 10)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))

const siret = fc.tuple(digits(8), digits(4)).map(([company, establishment]) => {
  const siren = company + luhnDigit(company)
  return siren + establishment + luhnDigit(siren + establishment)
}).filter((text) => !text.startsWith('356000000'))

const laPoste = fc.integer({ min: 0, max: 99_999 }).map((nic) => `356000000${String(nic).padStart(5, '0')}`)
  .filter((text) => [...text].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0)

/** Two texts of every type that has a form, in order and compact. */
const wellFormed: fc.Arbitrary<readonly [IdentifierType, string]> = fc.oneof(
  siret.map((text) => ['SIRET', text] as const),
  laPoste.map((text) => ['SIRET', text] as const),
  fc.constantFrom(...VALID_SIRETS).map((text) => ['SIRET', text] as const),
  fc.constantFrom(...VALID_VATS).map((text) => ['UE_HORS_FRANCE', text] as const),
  fc.constantFrom(...VALID_RIDETS).map((text) => ['RIDET', text] as const),
  fc.oneof(digits(9), digits(10)).map((text) => ['RIDET', text] as const),
  fc.constantFrom(...VALID_TAHITIS).map((text) => ['TAHITI', text] as const),
  fc.stringMatching(/^[A-Z0-9]\d{8}$/).map((text) => ['TAHITI', text] as const),
  fc.tuple(fc.constantFrom('US', 'CH', 'GB', 'JP', 'WF', 'MC'), fc.stringMatching(/^[A-Z0-9]{1,16}$/))
    .map(([country, name]) => ['HORS_UE', country + name] as const),
  fc.constantFrom(...NON_EU_NAMES).map(([country, name]) => ['HORS_UE', buildNonEuIdentifier(country, name)] as const),
)

/** Texts that are nearly something, and texts that are nothing. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.stringMatching(/^[A-Z]{0,3}[0-9A-Z .-]{0,20}$/),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)),
  wellFormed.map(([, text]) => text),
)

function expectPlainReading(reading: IdentifierReading): void {
  if (reading.ok) return
  expect(IDENTIFIER_REFUSALS).toContain(reading.reason)
  expect(Object.keys(reading.params ?? {})).toEqual(IDENTIFIER_REFUSAL_PARAMS[reading.reason])
  expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
}

describe('readIdentifier', () => {
  it('finds every well-formed identifier behind any separators', () => {
    const separators = fc.array(fc.constantFrom(...SEPARATORS), { maxLength: 2 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(wellFormed, fc.array(separators, { minLength: 20, maxLength: 20 }), fc.boolean(), ([type, compact], gaps, isLower) => {
        const spread = [...compact].map((character, at) => (gaps[at] ?? '') + character).join('') + (gaps[19] ?? '')
        const reading = readIdentifier(type, isLower ? spread.toLowerCase() : spread)
        expect(reading).toMatchObject({ ok: true, type, compact })
      }),
      { numRuns: RUNS },
    )
  })

  it('reads what it displays as the same identifier', () => {
    fc.assert(
      fc.property(fc.constantFrom(...IDENTIFIER_TYPES), anyText, (type, text) => {
        const reading = readIdentifier(type, text)
        if (!reading.ok) return
        expect(readIdentifier(type, reading.display)).toEqual(reading)
        expect(readIdentifier(type, reading.compact)).toEqual(reading)
      }),
      { numRuns: RUNS },
    )
    fc.assert(
      fc.property(wellFormed, ([type, compact]) => {
        const reading = readIdentifier(type, compact)
        expect(reading.ok && readIdentifier(type, reading.display)).toEqual(reading)
      }),
      { numRuns: RUNS },
    )
  })

  it('refuses a SIRET with one digit changed', () => {
    fc.assert(
      fc.property(siret, fc.nat(13), fc.integer({ min: 1, max: 9 }), (valid, at, shift) => {
        const changed = `${valid.slice(0, at)}${(Number(valid[at]) + shift) % 10}${valid.slice(at + 1)}`
        expect(readIdentifier('SIRET', valid).ok).toBe(true)
        expect(readIdentifier('SIRET', changed).ok).toBe(false)
      }),
      { numRuns: RUNS },
    )
  })

  it('refuses one digit changed in a number of La Poste, unless it changed by five within the establishment', () => {
    fc.assert(
      fc.property(laPoste, fc.nat(13), fc.integer({ min: 1, max: 9 }), (valid, at, shift) => {
        const changed = `${valid.slice(0, at)}${(Number(valid[at]) + shift) % 10}${valid.slice(at + 1)}`
        const isHeadOffice = changed === '35600000000048'
        expect(readIdentifier('SIRET', changed).ok).toBe(isHeadOffice || (at >= 9 && shift === 5))
      }),
      { numRuns: RUNS },
    )
  })

  it('answers every text with a reading, never with an exception', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...IDENTIFIER_TYPES),
        anyText,
        fc.constantFrom('production', 'qualification'),
        fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
        fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
        (type, text, strictness, country, name) => expectPlainReading(readIdentifier(type, text, { strictness, country, name })),
      ),
      { numRuns: 2 * RUNS },
    )
  })

  it.each(IDENTIFIER_TYPES)('looks at no more than 256 characters of a %s', (type) => {
    for (const filling of ['7', ' ', 'A', '\u0301', '\u0323\u0301', '😀', 'é', 'FR', 'SIRET']) {
      const text = filling.repeat(100_000 / filling.length)
      expect(readIdentifier(type, text)).toEqual({
        ok: false,
        reason: 'identifier-too-long',
        params: { maximum: 256, actual: text.length },
      })
      expectPlainReading(readIdentifier(type, text.slice(0, 256)))
    }
  })
})
