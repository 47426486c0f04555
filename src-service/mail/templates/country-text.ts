import type { Locale } from '@shared/registration/locale'

const NAMES: Readonly<Record<Locale, Intl.DisplayNames>> = { fr: namesIn('fr'), en: namesIn('en') }

/** The name of a country (ISO 3166-1 alpha-2) in the language of the mail; what is no such code stays as it is. */
export function countryText(code: string, locale: Locale): string {
  if (!/^[A-Z]{2}$/u.test(code)) return code
  const key = code + locale
  const text = asked.get(key) ?? NAMES[locale].of(code) ?? code
  asked.set(key, text)
  return text
}

/** Asking costs more than a letter around it. */
const asked = new Map<string, string>()

function namesIn(language: string): Intl.DisplayNames {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })
}
