import { describe, expect, it } from 'vitest'
import { readIdentifier } from '@shared/identifiers/read-identifier'
import { VALID_RIDETS, VALID_TAHITIS } from './published-identifiers'

describe('RIDET', () => {
  it.each(VALID_RIDETS)('accepts %s', (ridet) => {
    expect(readIdentifier('RIDET', ridet)).toMatchObject({ ok: true, compact: ridet, country: 'NC' })
  })

  it.each([
    ['0833517.001', '0833517001', '0 833 517 001'],
    ['0 833 517 001', '0833517001', '0 833 517 001'],
    ['139501-001', '139501001', '139 501 001'],
    ['RIDET n° 139 501.001', '139501001', '139 501 001'],
  ])('reads %s', (text, compact, display) => {
    expect(readIdentifier('RIDET', text)).toMatchObject({ ok: true, compact, display })
  })

  it.each([
    ['12345', 'ridet-wrong-length', { actual: 5 }],
    ['12345678', 'ridet-wrong-length', { actual: 8 }],
    ['12345670012', 'ridet-wrong-length', { actual: 11 }],
    ['1234567ABC', 'identifier-not-digits', { character: 'A', position: 8 }],
    ['0833517', 'ridet-company-only', { company: '0833517' }],
    ['139501', 'ridet-company-only', { company: '139501' }],
    ['79237773100023', 'siret-under-another-type', { siret: '792 377 731 00023' }],
    ['79237773100024', 'ridet-wrong-length', { actual: 14 }],
    ['', 'identifier-empty', undefined],
  ] as const)('refuses %j: %s', (text, reason, params) => {
    expect(readIdentifier('RIDET', text)).toEqual(params ? { ok: false, reason, params } : { ok: false, reason })
  })
})

describe('TAHITI number', () => {
  it.each(VALID_TAHITIS)('accepts %s', (number) => {
    expect(readIdentifier('TAHITI', number)).toMatchObject({ ok: true, compact: number, country: 'PF' })
  })

  it.each(['003970-001', '003970 001', 'TAHITI : 003970-001', 'n° Tahiti 003970001'])('reads %s', (text) => {
    expect(readIdentifier('TAHITI', text)).toMatchObject({ ok: true, compact: '003970001', display: '003970-001' })
  })

  it('reads the letter in lower case', () => {
    expect(readIdentifier('TAHITI', 'f95709-001')).toMatchObject({ ok: true, compact: 'F95709001' })
  })

  it.each([
    ['12345', 'tahiti-wrong-length', { expected: 9, actual: 5 }],
    ['382192', 'tahiti-company-only', { company: '382192' }],
    ['F95709', 'tahiti-company-only', { company: 'F95709' }],
    ['1234567', 'tahiti-wrong-length', { expected: 9, actual: 7 }],
    ['12345678', 'tahiti-wrong-length', { expected: 9, actual: 8 }],
    ['1234567890', 'tahiti-wrong-length', { expected: 9, actual: 10 }],
    ['ABCDEF001', 'tahiti-format', { character: 'B', position: 2 }],
    ['É95709001', 'tahiti-format', { character: 'É', position: 1 }],
    ['73282932000074', 'siret-under-another-type', { siret: '732 829 320 00074' }],
    ['', 'identifier-empty', undefined],
  ] as const)('refuses %j: %s', (text, reason, params) => {
    expect(readIdentifier('TAHITI', text)).toEqual(params ? { ok: false, reason, params } : { ok: false, reason })
  })
})

describe.each(['PARTICULIER', 'AUTRE'] as const)('%s', (type) => {
  it.each([
    ['', ''],
    ['  dossier   42 ', 'dossier 42'],
    ['e\u0301tat\u0000civil', 'état civil'],
    ['123456789012345678', '123456789012345678'],
    ['😀'.repeat(18), '😀'.repeat(18)],
    ['a\ud83db', 'a\ufffdb'],
    ['185057800608437', '185057800608437'],
  ])('accepts %j as free text', (text, compact) => {
    expect(readIdentifier(type, text)).toEqual({ ok: true, type, compact, display: compact })
  })

  it('refuses more than eighteen characters', () => {
    expect(readIdentifier(type, '1234567890123456789')).toEqual({
      ok: false,
      reason: 'free-text-too-long',
      params: { maximum: 18, actual: 19 },
    })
  })

  // Constructed: key = 97 - (first thirteen digits mod 97); 2A and 2B of Corsica count as 19 and 18.
  it.each(['185057800608491', '1 85 05 78 006 084 91', '1 85 05 2A 006 084 35'])('never takes a social security number: %s', (text) => {
    expect(readIdentifier(type, text)).toEqual({ ok: false, reason: 'social-security-number' })
  })
})
