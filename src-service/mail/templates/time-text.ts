import type { Locale } from '@shared/registration/locale'

const LANGUAGE: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' }
const DAYS = formatsOf({ day: 'numeric', month: 'long', year: 'numeric' })
const TIMES = formatsOf({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' })

/** A moment as people in France read and write it, whatever the reader's own time zone: a mail cannot know that one. */
export function timeText(moment: Date, locale: Locale): string {
  const [day, time] = [DAYS[locale].format(moment), TIMES[locale].format(moment)]
  return locale === 'fr' ? `${day} à ${time.replace(':', ' h ')} (heure de Paris)` : `${day} at ${time} (Paris time)`
}

function formatsOf(options: Intl.DateTimeFormatOptions): Readonly<Record<Locale, Intl.DateTimeFormat>> {
  const formatIn = (locale: Locale): Intl.DateTimeFormat => new Intl.DateTimeFormat(LANGUAGE[locale], { timeZone: 'Europe/Paris', ...options })
  return { fr: formatIn('fr'), en: formatIn('en') }
}
