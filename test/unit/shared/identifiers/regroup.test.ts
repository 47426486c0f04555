import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compactText } from '@shared/identifiers/compact-text'
import { groupIdentifier } from '@shared/identifiers/group-identifier'
import { IDENTIFIER_TYPES, type IdentifierType } from '@shared/identifiers/identifier-type'
import { regroup } from '@shared/identifiers/regroup'
import { readIdentifier } from '@shared/identifiers/read-identifier'

/** Types characters one by one at the end, as the field would. */
function type(identifierType: IdentifierType, keys: string): string {
  let field = { text: '', caret: 0 }
  for (const key of keys) {
    const text = field.text.slice(0, field.caret) + key + field.text.slice(field.caret)
    field = regroup(identifierType, text, field.caret + key.length)
  }
  expect(field.caret).toBe(field.text.length)
  return field.text
}

describe('groupIdentifier', () => {
  it.each([
    ['SIRET', '73282932000074', '732 829 320 00074'],
    ['UE_HORS_FRANCE', 'DE136695976', 'DE 136 695 976'],
    ['UE_HORS_FRANCE', 'PL8567346215', 'PL 856 734 6215'],
    ['UE_HORS_FRANCE', 'NL004495445B01', 'NL 004 495 445 B01'],
    ['HORS_UE', 'CHNESTLESA', 'CH NESTLESA'],
    ['RIDET', '0833517001', '0 833 517 001'],
    ['RIDET', '139501001', '139 501 001'],
    ['TAHITI', '003970001', '003970-001'],
    ['PARTICULIER', 'dossier 42', 'dossier 42'],
    ['AUTRE', 'dossier 42', 'dossier 42'],
  ] as const)('%s %s is shown as %s', (identifierType, compact, display) => {
    expect(groupIdentifier(identifierType, compact)).toBe(display)
  })
})

describe('regroup', () => {
  it.each([
    ['SIRET', '73282932000074', '732 829 320 00074'],
    ['SIRET', '732829', '732 829'],
    ['SIRET', '732 829 ', '732 829'],
    ['SIRET', '732829320000741', '732 829 320 00074 1'],
    ['UE_HORS_FRANCE', 'de136695976', 'DE 136 695 976'],
    ['RIDET', '0833517001', '0 833 517 001'],
    ['TAHITI', 'f95709001', 'F95709-001'],
    ['HORS_UE', 'US Acme & Co', 'US Acme & Co'],
    ['AUTRE', 'dossier  42', 'dossier  42'],
  ] as const)('%s: typing %j shows %j', (identifierType, keys, shown) => {
    expect(type(identifierType, keys)).toBe(shown)
  })

  it.each([
    ['732829|32000074', '732 829| 320 00074'],
    ['732 8|29 320 00074', '732 8|29 320 00074'],
    ['732 |829 320 00074', '732| 829 320 00074'],
    ['|73282932000074', '|732 829 320 00074'],
    ['732 829 3200|0074', '732 829 320 0|0074'],
    ['7329| 829 320 0007', '732 9|82 932 00007'],
  ])('keeps the caret of %s behind the same digit: %s', (before, after) => {
    const caret = before.indexOf('|')
    const field = regroup('SIRET', before.replace('|', ''), caret)
    expect(`${field.text.slice(0, field.caret)}|${field.text.slice(field.caret)}`).toBe(after)
  })

  it.each(['FR44732829320', '7328a', 'SIRET : 732', '732,é'])('leaves %j as it was typed in a SIRET field', (text) => {
    expect(regroup('SIRET', text, 2)).toEqual({ text, caret: 2 })
  })

  it('changes no reading, keeps every character, groups twice as once, and keeps the caret inside', () => {
    const text = fc.oneof(fc.stringMatching(/^[A-Z]{0,2}[0-9 .-]{0,20}$/), fc.string({ unit: 'binary', maxLength: 40 }))
    fc.assert(
      fc.property(fc.constantFrom(...IDENTIFIER_TYPES), text, fc.nat(40), (identifierType, typed, at) => {
        const caret = Math.min(at, typed.length)
        const once = regroup(identifierType, typed, caret)
        expect(readIdentifier(identifierType, once.text)).toEqual(readIdentifier(identifierType, typed))
        expect(compactText(once.text)).toBe(compactText(typed))
        expect(once.caret).toBeLessThanOrEqual(once.text.length)
        expect(compactText(once.text.slice(0, once.caret))).toBe(compactText(typed.slice(0, caret)))
        expect(regroup(identifierType, once.text, once.caret)).toEqual(once)
      }),
      { numRuns: 10_000 },
    )
  })

  it('leaves a text that no identifier can be as it is', () => {
    const text = '7'.repeat(100_000)
    expect(regroup('SIRET', text, 5)).toEqual({ text, caret: 5 })
  })
})
