import type { Locale } from '@shared/registration/locale'

const BCP47 = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<Locale, string>
const numbers = new Map<Locale, Intl.NumberFormat>()
const days = new Map<Locale, Intl.DateTimeFormat>()

/** "12,408", "12 408". */
export function writeNumber(value: number, language: Locale): string {
  return made(numbers, language, () => new Intl.NumberFormat(BCP47[language])).format(value)
}

/** "24 December", "24 décembre": what is said a few days before needs no year. */
export function writeDay(at: string, language: Locale): string {
  return made(days, language, () => new Intl.DateTimeFormat(BCP47[language], { day: 'numeric', month: 'long' })).format(Date.parse(at))
}

/** Making a format costs more than using it a thousand times. */
function made<T>(formats: Map<Locale, T>, language: Locale, make: () => T): T {
  const format = formats.get(language) ?? make()
  formats.set(language, format)
  return format
}
