import type { Locale } from '@shared/registration/locale'
import { createWords } from '@renderer/locales/create-words'
import { en } from '@renderer/locales/en'
import { fr } from '@renderer/locales/fr'

export const messages = { en, fr }

/** The words of the window in both languages at once, as tests compare and change them. */
export function createAllWords(language: Locale) {
  return createWords(language, messages)
}
