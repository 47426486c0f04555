import type { Locale } from '@shared/registration/locale'
import { createI18n } from 'vue-i18n'
import { messages } from './messages'

/** French counts zero as one: "0 brouillon", "2 brouillons". */
function frenchPlural(count: number, choices: number): number {
  return Math.min(Math.abs(count) < 2 ? 0 : 1, choices - 1)
}

/** The dictionary, ready to be given to the application. */
export function createWords(language: Locale) {
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
