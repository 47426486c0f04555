import { describe, expect, it } from 'vitest'
import { readIdentifier } from '@shared/identifiers/read-identifier'
import { QUALIFICATION_SIRETS, VALID_SIRETS } from './published-identifiers'

const read = (text: string) => readIdentifier('SIRET', text)

describe('SIRET', () => {
  it.each(VALID_SIRETS)('accepts %s', (siret) => {
    expect(read(siret)).toMatchObject({ ok: true, compact: siret, siren: siret.slice(0, 9), country: 'FR' })
  })

  it('shows it in groups', () => {
    expect(read('73282932000074')).toMatchObject({ display: '732 829 320 00074' })
  })

  it.each([
    '732 829 320 00074',
    '732\u00a0829\u00a0320\u00a000074',
    '732\u202f829\u202f320\u202f00074',
    '732.829.320.00074',
    '732-829-320-00074',
    '732\u2011829\u2013320\u200b00074\ufeff',
    '７３２８２９３２００００７４',
    "'73282932000074",
    'SIRET : 732 829 320 00074',
    'N° SIRET 732 829 320 00074',
    'Numéro de SIRET: 732 829 320 00074',
    '\t73282932000074\r\n',
  ])('understands the pasted form %j', (text) => {
    expect(read(text)).toMatchObject({ ok: true, compact: '73282932000074' })
  })

  it.each([
    ['73282932000079', 'siret-check-digit', undefined],
    ['12345678901234', 'siren-check-digit', { siren: '123 456 789' }],
    ['12345678000006', 'siren-check-digit', { siren: '123 456 780' }],
    ['35600000049838', 'siret-la-poste', undefined],
    ['35600000000012', 'siret-la-poste', undefined],
    ['7328293200007', 'siret-wrong-length', { expected: 14, actual: 13 }],
    ['732829320000740', 'siret-wrong-length', { expected: 14, actual: 15 }],
    ['7328293200007A', 'identifier-not-digits', { character: 'A', position: 14 }],
    ['MONACOCONFO001', 'identifier-not-digits', { character: 'M', position: 1 }],
    ['732 829 320 000é4', 'identifier-not-digits', { character: 'é', position: 13 }],
    ['732829320😀', 'identifier-not-digits', { character: '😀', position: 10 }],
    ['732829320\ud83d', 'identifier-not-digits', { character: '\ufffd', position: 10 }],
    ['404 833 048', 'siren-instead-of-siret', { siren: '404 833 048' }],
    ['552008443', 'siren-instead-of-siret', { siren: '552 008 443' }],
    ['SIREN 217 601 145', 'siren-instead-of-siret', { siren: '217 601 145' }],
    ['404833047', 'siren-instead-of-siret-mistyped', { siren: '404 833 047' }],
    ['FR83404833048', 'french-vat-instead-of-siret', { siren: '404 833 048' }],
    ['FR17110002011', 'french-vat-instead-of-siret', { siren: '110 002 011' }],
    ['fr 44 732 829 320', 'french-vat-instead-of-siret', { siren: '732 829 320' }],
    ['07130025265', 'french-vat-instead-of-siret', { siren: '130 025 265' }],
    ['FR07130025266', 'french-vat-mistyped', undefined],
    ['FR08130025265', 'french-vat-mistyped', undefined],
    ['DE136695976', 'eu-vat-instead-of-siret', { country: 'DE' }],
    ['', 'identifier-empty', undefined],
    [' \u00a0 ', 'identifier-empty', undefined],
    ['7'.repeat(257), 'identifier-too-long', { maximum: 256, actual: 257 }],
  ] as const)('refuses %j: %s', (text, reason, params) => {
    expect(read(text)).toEqual(params ? { ok: false, reason, params } : { ok: false, reason })
  })

  it.each(QUALIFICATION_SIRETS)('takes %s of the qualification data in that environment only', (siret) => {
    expect(readIdentifier('SIRET', siret, { strictness: 'qualification' })).toMatchObject({ ok: true, compact: siret })
    expect(readIdentifier('SIRET', siret).ok).toBe(false)
  })

  it('still asks for fourteen digits in qualification', () => {
    const options = { strictness: 'qualification' } as const
    expect(readIdentifier('SIRET', '649946991', options)).toMatchObject({ reason: 'siren-instead-of-siret' })
    expect(readIdentifier('SIRET', '6499469913986', options)).toMatchObject({ reason: 'siret-wrong-length' })
    expect(readIdentifier('SIRET', '6499469913986X', options)).toMatchObject({ reason: 'identifier-not-digits' })
  })
})
