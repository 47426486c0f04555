import type { Locale } from '@shared/registration/locale'
import { createI18n } from 'vue-i18n'
import type { Dictionary } from './load-words'

/** French counts zero as one: "0 brouillon", "2 brouillons". */
function frenchPlural(count: number, choices: number): number {
  return Math.min(Math.abs(count) < 2 ? 0 : 1, choices - 1)
}

/** The dictionary, ready to be given to the application. `messages` has at least the words of `language`. */
export function createWords(language: Locale, messages: Partial<Record<Locale, Dictionary>>) {
  return createI18n({
    legacy: false,
    locale: language,
    fallbackLocale: false as const,
    messages,
    pluralRules: { fr: frenchPlural },
    missingWarn: true,
    warnHtmlMessage: true,
  })
}
