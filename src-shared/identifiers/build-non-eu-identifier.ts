const COUNTRY_AND_NAME_LENGTH = 18
const NAME_LENGTH = 16
/** No structure has a longer name; bounds the work on a name that is none. */
const LONGEST_NAME = 512

/** Letters A–Z and digits of a text, in upper case, accents removed; all else left out. */
export function plainLetters(text: string): string {
  return text
    .slice(0, LONGEST_NAME)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
}

/**
 * Identifier of a structure outside the European Union: country code and the first 16 characters of the company's
 * name, 18 in all (CTC specification). A name without any Latin letter or digit leaves the country code alone,
 * which `readIdentifier` refuses.
 */
export function buildNonEuIdentifier(country: string, name: string): string {
  return (country.toUpperCase() + plainLetters(name).slice(0, NAME_LENGTH)).slice(0, COUNTRY_AND_NAME_LENGTH)
}
