import { describe, expect, it } from 'vitest'
import { IDENTIFIER_REFUSAL_PARAMS, IDENTIFIER_REFUSALS, type IdentifierRefusal } from '@shared/identifiers/identifier-refusals'
import type { IdentifierType } from '@shared/identifiers/identifier-type'
import { readIdentifier } from '@shared/identifiers/read-identifier'

/** One text for every reason; a reason that nothing can bring about does not belong in the list. */
const WITNESSES: Readonly<Record<IdentifierRefusal, readonly [IdentifierType, string, country?: string, name?: string]>> = {
  'identifier-empty': ['SIRET', ''],
  'identifier-too-long': ['SIRET', '1'.repeat(300)],
  'identifier-not-digits': ['SIRET', '7328293200007A'],
  'siret-wrong-length': ['SIRET', '7328293200007'],
  'siret-check-digit': ['SIRET', '73282932000079'],
  'siret-la-poste': ['SIRET', '35600000049838'],
  'siren-check-digit': ['SIRET', '12345678000006'],
  'siren-instead-of-siret': ['SIRET', '404833048'],
  'siren-instead-of-siret-mistyped': ['SIRET', '404833047'],
  'french-vat-instead-of-siret': ['SIRET', 'FR83404833048'],
  'french-vat-mistyped': ['SIRET', 'FR84404833048'],
  'eu-vat-instead-of-siret': ['SIRET', 'DE136695976'],
  'siret-under-another-type': ['RIDET', '79237773100023'],
  'vat-french': ['UE_HORS_FRANCE', 'FR40303265045'],
  'vat-prefix-missing': ['UE_HORS_FRANCE', '136695976'],
  'vat-country-unknown': ['UE_HORS_FRANCE', 'QQ124567'],
  'vat-country-not-eu': ['UE_HORS_FRANCE', 'GB980780684'],
  'vat-wrong-length': ['UE_HORS_FRANCE', 'DE1366959'],
  'vat-format': ['UE_HORS_FRANCE', 'DE13669597X'],
  'vat-check-digit': ['UE_HORS_FRANCE', 'DE136695978'],
  'non-eu-country-missing': ['HORS_UE', '3M'],
  'non-eu-country-unknown': ['HORS_UE', 'ZZACME'],
  'non-eu-country-is-eu': ['HORS_UE', 'DEACMEGMBH'],
  'non-eu-country-french': ['HORS_UE', 'NCACME'],
  'non-eu-country-mismatch': ['HORS_UE', 'USACME', 'CA'],
  'non-eu-name-missing': ['HORS_UE', 'US'],
  'non-eu-name-unreadable': ['HORS_UE', '', 'CN', '华为'],
  'non-eu-too-long': ['HORS_UE', 'USMICROSOFTCORPORAT'],
  'ridet-company-only': ['RIDET', '0833517'],
  'ridet-wrong-length': ['RIDET', '12345678'],
  'tahiti-company-only': ['TAHITI', '382192'],
  'tahiti-wrong-length': ['TAHITI', '12345'],
  'tahiti-format': ['TAHITI', 'ABCDEF001'],
  'free-text-too-long': ['AUTRE', '1234567890123456789'],
  'social-security-number': ['PARTICULIER', '185057800608491'],
}

describe('refusals', () => {
  it.each(IDENTIFIER_REFUSALS)('%s can happen, and says what its sentence needs', (reason) => {
    const [type, text, country, name] = WITNESSES[reason]
    const reading = readIdentifier(type, text, { country, name })
    expect(reading).toMatchObject({ ok: false, reason })
    expect(Object.keys((!reading.ok && reading.params) || {})).toEqual(IDENTIFIER_REFUSAL_PARAMS[reason])
  })
})
