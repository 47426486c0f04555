import { z } from 'zod'

/**
 * Why an identifier is refused, once and for all sides. Each has its sentence in both languages;
 * the words that a sentence may use are named in IDENTIFIER_REFUSAL_PARAMS.
 */
export const IDENTIFIER_REFUSALS = [
  'identifier-empty',
  'identifier-too-long',
  'identifier-not-digits',
  'siret-wrong-length',
  'siret-check-digit',
  'siret-la-poste',
  'siren-check-digit',
  'siren-instead-of-siret',
  'siren-instead-of-siret-mistyped',
  'french-vat-instead-of-siret',
  'french-vat-mistyped',
  'eu-vat-instead-of-siret',
  'siret-under-another-type',
  'vat-french',
  'vat-prefix-missing',
  'vat-country-unknown',
  'vat-country-not-eu',
  'vat-wrong-length',
  'vat-format',
  'vat-check-digit',
  'non-eu-country-missing',
  'non-eu-country-unknown',
  'non-eu-country-is-eu',
  'non-eu-country-french',
  'non-eu-country-mismatch',
  'non-eu-name-missing',
  'non-eu-name-unreadable',
  'non-eu-too-long',
  'ridet-company-only',
  'ridet-wrong-length',
  'tahiti-company-only',
  'tahiti-wrong-length',
  'tahiti-format',
  'free-text-too-long',
  'social-security-number',
] as const

export const IdentifierRefusal = z.enum(IDENTIFIER_REFUSALS)
export type IdentifierRefusal = z.infer<typeof IdentifierRefusal>

/**
 * What each refusal tells beside its name: plain strings and numbers, always all of them.
 * `position` counts from 1 among the characters that matter (separators left out); `expected` is a
 * number or several joined by " / "; `type` is an identifier type; `siren`, `siret` are as displayed.
 */
export const IDENTIFIER_REFUSAL_PARAMS = {
  'identifier-empty': [],
  'identifier-too-long': ['maximum', 'actual'],
  'identifier-not-digits': ['character', 'position'],
  'siret-wrong-length': ['expected', 'actual'],
  'siret-check-digit': [],
  'siret-la-poste': [],
  'siren-check-digit': ['siren'],
  'siren-instead-of-siret': ['siren'],
  'siren-instead-of-siret-mistyped': ['siren'],
  'french-vat-instead-of-siret': ['siren'],
  'french-vat-mistyped': [],
  'eu-vat-instead-of-siret': ['country'],
  'siret-under-another-type': ['siret'],
  'vat-french': [],
  'vat-prefix-missing': [],
  'vat-country-unknown': ['prefix'],
  'vat-country-not-eu': ['country'],
  'vat-wrong-length': ['country', 'expected', 'actual', 'example'],
  'vat-format': ['country', 'example'],
  'vat-check-digit': ['country'],
  'non-eu-country-missing': [],
  'non-eu-country-unknown': ['country'],
  'non-eu-country-is-eu': ['country'],
  'non-eu-country-french': ['country', 'type'],
  'non-eu-country-mismatch': ['expected', 'actual'],
  'non-eu-name-missing': [],
  'non-eu-name-unreadable': [],
  'non-eu-too-long': ['maximum', 'actual', 'suggestion'],
  'ridet-company-only': ['company'],
  'ridet-wrong-length': ['actual'],
  'tahiti-company-only': ['company'],
  'tahiti-wrong-length': ['expected', 'actual'],
  'tahiti-format': ['character', 'position'],
  'free-text-too-long': ['maximum', 'actual'],
  'social-security-number': [],
} as const satisfies Record<IdentifierRefusal, readonly string[]>

export type RefusalParams<R extends IdentifierRefusal> = {
  readonly [name in (typeof IDENTIFIER_REFUSAL_PARAMS)[R][number]]: string | number
}
