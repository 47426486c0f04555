import type { Locale } from '@shared/registration/locale'
import type { en } from './en'
import type { Wording } from './wording'

export type Dictionary = Wording<typeof en>

const LOADERS: Readonly<Record<Locale, () => Promise<Dictionary>>> = {
  en: async () => (await import('./en')).en,
  fr: async () => (await import('./fr')).fr,
}

/** The words of one language. A file of its own each: nobody reads two at once, and the first screen waits for one. */
export function loadWords(language: Locale): Promise<Dictionary> {
  return LOADERS[language]()
}
