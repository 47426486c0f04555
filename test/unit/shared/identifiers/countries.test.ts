import { describe, expect, it } from 'vitest'
import { COUNTRIES, EU_COUNTRIES, isCountry, isEuCountry } from '@shared/identifiers/countries'

describe('countries', () => {
  it('are the 249 codes of ISO 3166-1, each once and in order', () => {
    expect(COUNTRIES).toHaveLength(249)
    expect(new Set(COUNTRIES).size).toBe(249)
    expect(COUNTRIES.toSorted()).toEqual(COUNTRIES)
  })

  it.each(['fr', 'en'])('all have a name in %s', (locale) => {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
    expect(COUNTRIES.filter((code) => names.of(code) === undefined)).toEqual([])
  })

  it('count 27 members of the Union, all of them countries', () => {
    expect(EU_COUNTRIES).toHaveLength(27)
    expect(EU_COUNTRIES.every(isCountry)).toBe(true)
  })

  it.each([['FR', true], ['GR', true], ['GB', false], ['CH', false], ['EL', false], ['fr', false]])('%s in the Union: %s', (code, isMember) => {
    expect(isEuCountry(code)).toBe(isMember)
  })

  it.each(['EL', 'XI', 'UK', 'ZZ', 'XK', '', 'fr', 'constructor'])('%j is no code of ISO 3166-1', (code) => {
    expect(isCountry(code)).toBe(false)
  })
})
