import type { Locale } from '@shared/registration/locale'

const namesByLanguage = new Map<Locale, Intl.DisplayNames>()

/** The name of a country (ISO 3166-1 alpha-2) as people of that language say it; a code that is none stays as it is. */
export function countryName(code: string, language: Locale): string {
  let names = namesByLanguage.get(language)
  if (!names) {
    names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })
    namesByLanguage.set(language, names)
  }
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

/** A list to choose from, in the order of that language's alphabet. */
export function countryOptions(codes: readonly string[], language: Locale): { readonly value: string; readonly label: string }[] {
  const { compare } = new Intl.Collator(language)
  return codes
    .map((code) => ({ value: code, label: countryName(code, language) }))
    .sort((a, b) => compare(a.label, b.label))
}
