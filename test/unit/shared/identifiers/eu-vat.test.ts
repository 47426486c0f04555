import { describe, expect, it } from 'vitest'
import { EU_COUNTRIES } from '@shared/identifiers/countries'
import { EU_VAT_RULES } from '@shared/identifiers/eu-vat-rules'
import { readIdentifier } from '@shared/identifiers/read-identifier'
import { VALID_VATS, WRONG_CHECK_VATS } from './published-identifiers'

const read = (text: string) => readIdentifier('UE_HORS_FRANCE', text)

describe('European VAT number', () => {
  it('covers every member state but France, and Northern Ireland', () => {
    const covered = EU_VAT_RULES.filter(({ prefix }) => prefix !== 'XI').map(({ country }) => country)
    expect(covered.toSorted()).toEqual(EU_COUNTRIES.filter((country) => country !== 'FR').toSorted())
    expect(EU_VAT_RULES).toHaveLength(27)
  })

  it.each(VALID_VATS)('accepts %s', (number) => {
    expect(read(number)).toMatchObject({ ok: true, compact: number })
  })

  it.each(WRONG_CHECK_VATS)('refuses the check digit of %s', (number) => {
    expect(read(number)).toEqual({ ok: false, reason: 'vat-check-digit', params: { country: number.slice(0, 2) } })
  })

  it.each(EU_VAT_RULES)('shows an example for $prefix that is in order', ({ example, prefix }) => {
    expect(read(example)).toMatchObject({ ok: true, compact: example })
    expect(example.startsWith(prefix)).toBe(true)
  })

  it.each([
    ['BG831919536', 'a Bulgarian company number that starts with 8'],
    ['SK1020234897', 'a Slovak number that starts with 1'],
    ['LV32000000000', 'a Latvian personal code without a date'],
  ])('accepts %s: %s', (number) => {
    expect(read(number)).toMatchObject({ ok: true, compact: number })
  })

  it('checks the Bulgarian numbers of ten digits', () => {
    const accepted = Array.from({ length: 10 }, (_, digit) => `BG100000000${digit}`).filter((number) => read(number).ok)
    // The first digit alone counts here: 21 mod 10 for foreigners, 2 mod 11 for citizens, 11 - 4 for other bodies.
    expect(accepted).toEqual(['BG1000000001', 'BG1000000002', 'BG1000000007'])
  })

  it.each([
    ['GR094259216', 'EL094259216', 'GR'],
    ['el 94259216', 'EL094259216', 'GR'],
    ['BE 428.759.497', 'BE0428759497', 'BE'],
    ['BE (0)428.759.497', 'BE0428759497', 'BE'],
    ['de 136 695 976', 'DE136695976', 'DE'],
    ['NL 0044.95.445.B.01', 'NL004495445B01', 'NL'],
    ['TVA : DE 136 695 976', 'DE136695976', 'DE'],
    ['VAT no. NL004495445B01', 'NL004495445B01', 'NL'],
    ['VAT NL004495445B01', 'NL004495445B01', 'NL'],
    ['XI 980 7806 84', 'XI980780684', 'GB'],
  ])('reads %s as %s', (text, compact, country) => {
    expect(read(text)).toMatchObject({ ok: true, compact, country })
  })

  it.each([
    ['FR40303265045', 'vat-french', undefined],
    ['136695976', 'vat-prefix-missing', undefined],
    ['U13585627', 'vat-prefix-missing', undefined],
    ['QQ124567', 'vat-country-unknown', { prefix: 'QQ' }],
    ['GB980780684', 'vat-country-not-eu', { country: 'GB' }],
    ['CHE123456789', 'vat-country-not-eu', { country: 'CH' }],
    ['DE13669597', 'vat-wrong-length', { country: 'DE', expected: '9', actual: 8, example: 'DE136695976' }],
    ['LT1195115', 'vat-wrong-length', { country: 'LT', expected: '9 / 12', actual: 7, example: 'LT119511515' }],
    ['DE', 'vat-wrong-length', { country: 'DE', expected: '9', actual: 0, example: 'DE136695976' }],
    ['DE13669597X', 'vat-format', { country: 'DE', example: 'DE136695976' }],
    ['DE036695976', 'vat-format', { country: 'DE', example: 'DE136695976' }],
    ['SE556043606402', 'vat-format', { country: 'SE', example: 'SE556043606401' }],
    ['CY12000139V', 'vat-format', { country: 'CY', example: 'CY10259033P' }],
    ['73282932000074', 'siret-under-another-type', { siret: '732 829 320 00074' }],
    ['', 'identifier-empty', undefined],
    ['TVA', 'identifier-empty', undefined],
  ] as const)('refuses %j: %s', (text, reason, params) => {
    expect(read(text)).toEqual(params ? { ok: false, reason, params } : { ok: false, reason })
  })
})
