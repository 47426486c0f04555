import type { Locale } from '@shared/registration/locale'
import { createWords } from '../locales/create-words'
import { loadWords } from '../locales/load-words'
import type { SayIn } from './client-text'

/** The sentences of a language that may be another than the window's: a client is written to in the registration's own. */
export async function wordsOf(language: Locale): Promise<SayIn> {
  const { t } = createWords(language, { [language]: await loadWords(language) }).global
  return (key, params) => t(key, params ?? {})
}
