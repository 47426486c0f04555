import type { Locale } from '@shared/registration/locale'

/** English as it is written in Europe: the day before the month, 24 hours. */
const CONVENTION: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' }

/** A day as people of this language write it, in the time zone of this computer. */
export function writeDate(at: string, language: Locale): string {
  return new Intl.DateTimeFormat(CONVENTION[language], { dateStyle: 'long' }).format(new Date(at))
}

/** A day and a time of that day as people of this language write them, in the time zone of this computer. */
export function writeTime(at: string, language: Locale): string {
  return new Intl.DateTimeFormat(CONVENTION[language], { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at))
}
