import { buildNonEuIdentifier, plainLetters } from './build-non-eu-identifier'
import { compactText } from './compact-text'
import { isCountry, isEuCountry } from './countries'
import { groupIdentifier } from './group-identifier'
import { type IdentifierReading, refuse, type RefusedIdentifier } from './identifier-reading'
import { isSiret } from './siret-check'

export const NON_EU_MAXIMUM_LENGTH = 18

/** Where a structure has an identifier of its own instead. */
const FRENCH_TYPES: Readonly<Record<string, string>> = { FR: 'SIRET', NC: 'RIDET', PF: 'TAHITI' }

/** Codes that people write for a country and that ISO 3166-1 does not have. */
const EU_ALIASES = new Set(['EL', 'XI'])

/**
 * Structure outside the European Union: two letters of the country, then the company's name, 3 to 18 characters,
 * letters and digits. An empty text is built from country and name when both are known. The country, when it is
 * known, must be the one that the identifier starts with.
 */
export function readNonEu(text: string, country: string | undefined, name: string | undefined): IdentifierReading {
  const typed = plainLetters(text)
  if (typed === '') return readBuilt(compactText(text), country, name)
  if (isSiret(typed)) return refuse('siret-under-another-type', { siret: groupIdentifier('SIRET', typed) })

  const prefix = typed.slice(0, 2)
  if (!/^[A-Z]{2}$/.test(prefix)) return refuse('non-eu-country-missing')
  const fault = findCountryFault(prefix)
  if (fault) return fault
  if (country !== undefined && country.toUpperCase() !== prefix)
    return refuse('non-eu-country-mismatch', { expected: country.toUpperCase(), actual: prefix })
  if (typed.length === 2) return refuse('non-eu-name-missing')
  if (typed.length > NON_EU_MAXIMUM_LENGTH) {
    const suggestion = typed.slice(0, NON_EU_MAXIMUM_LENGTH)
    return refuse('non-eu-too-long', { maximum: NON_EU_MAXIMUM_LENGTH, actual: typed.length, suggestion })
  }
  return { ok: true, type: 'HORS_UE', compact: typed, display: groupIdentifier('HORS_UE', typed), country: prefix }
}

function readBuilt(leftOver: string, country: string | undefined, name: string | undefined): IdentifierReading {
  if (leftOver !== '') return refuse('non-eu-country-missing')
  if (country === undefined && name === undefined) return refuse('identifier-empty')
  if (country === undefined || country.trim() === '') return refuse('non-eu-country-missing')
  const code = country.toUpperCase()
  const fault = findCountryFault(code)
  if (fault) return fault
  if (name === undefined || name.trim() === '') return refuse('non-eu-name-missing')
  const compact = buildNonEuIdentifier(code, name)
  if (compact.length === code.length) return refuse('non-eu-name-unreadable')
  return { ok: true, type: 'HORS_UE', compact, display: groupIdentifier('HORS_UE', compact), country: code }
}

function findCountryFault(country: string): RefusedIdentifier | undefined {
  const type = Object.hasOwn(FRENCH_TYPES, country) ? FRENCH_TYPES[country] : undefined
  if (type !== undefined) return refuse('non-eu-country-french', { country, type })
  if (isEuCountry(country) || EU_ALIASES.has(country)) return refuse('non-eu-country-is-eu', { country })
  return isCountry(country) ? undefined : refuse('non-eu-country-unknown', { country })
}
