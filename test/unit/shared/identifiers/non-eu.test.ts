import { describe, expect, it } from 'vitest'
import { buildNonEuIdentifier } from '@shared/identifiers/build-non-eu-identifier'
import { readIdentifier } from '@shared/identifiers/read-identifier'
import { NON_EU_NAMES } from './published-identifiers'

const read = (text: string, country?: string, name?: string) => readIdentifier('HORS_UE', text, { country, name })

describe('structure outside the European Union', () => {
  it.each(NON_EU_NAMES)('%s and %s give %s', (country, name, identifier) => {
    expect(buildNonEuIdentifier(country, name)).toBe(identifier)
    expect(read('', country, name)).toMatchObject({ ok: true, compact: identifier, country })
    expect(read(identifier, country, name)).toMatchObject({ ok: true, compact: identifier, country })
    expect(read(identifier)).toMatchObject({ ok: true, compact: identifier })
  })

  it.each([
    ['usMicrosoft', 'USMICROSOFT'],
    ['US MICROSOFT & CO', 'USMICROSOFTCO'],
    ['CH-Nestlé', 'CHNESTLE'],
    ['USA', 'USA'],
  ])('reads %s as %s', (text, compact) => {
    expect(read(text)).toMatchObject({ ok: true, compact, display: `${compact.slice(0, 2)} ${compact.slice(2)}` })
  })

  it.each([
    ['US', undefined, undefined, 'non-eu-name-missing', undefined],
    ['', 'US', ' ', 'non-eu-name-missing', undefined],
    ['', 'US', undefined, 'non-eu-name-missing', undefined],
    ['', 'CN', '华为技术', 'non-eu-name-unreadable', undefined],
    ['', undefined, 'Acme', 'non-eu-country-missing', undefined],
    ['', '', 'Acme', 'non-eu-country-missing', undefined],
    ['3M Company', undefined, undefined, 'non-eu-country-missing', undefined],
    ['华为', undefined, undefined, 'non-eu-country-missing', undefined],
    ['', undefined, undefined, 'identifier-empty', undefined],
    ['DEACMEGMBH', undefined, undefined, 'non-eu-country-is-eu', { country: 'DE' }],
    ['ELACME', undefined, undefined, 'non-eu-country-is-eu', { country: 'EL' }],
    ['XIACME', undefined, undefined, 'non-eu-country-is-eu', { country: 'XI' }],
    ['', 'DE', 'Acme GmbH', 'non-eu-country-is-eu', { country: 'DE' }],
    ['FRACME', undefined, undefined, 'non-eu-country-french', { country: 'FR', type: 'SIRET' }],
    ['NCACME', undefined, undefined, 'non-eu-country-french', { country: 'NC', type: 'RIDET' }],
    ['', 'PF', 'Acme', 'non-eu-country-french', { country: 'PF', type: 'TAHITI' }],
    ['ZZACME', undefined, undefined, 'non-eu-country-unknown', { country: 'ZZ' }],
    ['USACME', 'CA', 'Acme', 'non-eu-country-mismatch', { expected: 'CA', actual: 'US' }],
    ['USMICROSOFTCORPORATION', undefined, undefined, 'non-eu-too-long', { maximum: 18, actual: 22, suggestion: 'USMICROSOFTCORPORA' }],
    ['73282932000074', undefined, undefined, 'siret-under-another-type', { siret: '732 829 320 00074' }],
  ] as const)('refuses %j in %j, named %j: %s', (text, country, name, reason, params) => {
    expect(read(text, country, name)).toEqual(params ? { ok: false, reason, params } : { ok: false, reason })
  })

  it('takes its time from no name, however long', () => {
    expect(buildNonEuIdentifier('US', `${'\u0301\u0323'.repeat(200_000)}Acme`)).toBe('US')
    expect(buildNonEuIdentifier('US', 'A'.repeat(1_000_000))).toBe(`US${'A'.repeat(16)}`)
  })
})
