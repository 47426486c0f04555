import type { Page } from '@playwright/test'
import { createAllWords } from '../../support/all-words'
import type { WordKey } from '@renderer/locales/use-words'
import type { Locale } from '@shared/registration/locale'

/** A window and the language that it speaks: what page objects need to find everything by role and label. */
export interface Screen {
  readonly page: Page
  readonly language: Locale
  /** The sentence that the window has for a key. */
  readonly say: (key: WordKey, params?: Readonly<Record<string, unknown>>) => string
}

export function screenIn(language: Locale, page: Page): Screen {
  const { t } = createAllWords(language).global
  return { page, language, say: (key, params = {}) => t(key, params) }
}
