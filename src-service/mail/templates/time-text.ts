import type { Locale } from '@shared/registration/locale'

const FORMATS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  fr: formatIn('fr-FR'),
  en: formatIn('en-GB'),
}

/** A moment as people in France read it, with the time zone named. */
export function timeText(moment: Date, locale: Locale): string {
  return FORMATS[locale].format(moment)
}

function formatIn(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'Europe/Paris',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
}
