import type { Locale } from '@shared/registration/locale'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Dictionary } from './load-words'
import type { WordPath } from './wording'

export type WordKey = WordPath<Dictionary>
export type WordParams = Readonly<Record<string, unknown>>

export interface Words {
  /** The sentence of a key in the language of the moment; with a number, its singular or plural. */
  readonly t: (key: WordKey, params?: WordParams | number, count?: number) => string
  /** Whether a code that came from outside has a sentence. */
  readonly has: (key: string) => key is WordKey
  readonly language: ComputedRef<Locale>
}

/** Sentences without parameters, of which a list asks for the same ones in every row. */
const plain: Record<Locale, Map<WordKey, string>> = { en: new Map(), fr: new Map() }

/** Words by key; a key that no room has does not compile. */
export function useWords(): Words {
  const { t, te, locale } = useI18n({ useScope: 'global' })

  function say(key: WordKey, params?: WordParams | number, count?: number): string {
    if (params === undefined) return sayPlainly(key, locale.value as Locale)
    if (typeof params === 'number') return t(key, { count: params }, params)
    return count === undefined ? t(key, params) : t(key, params, count)
  }

  function sayPlainly(key: WordKey, language: Locale): string {
    const known = plain[language].get(key)
    if (known !== undefined) return known
    const text = t(key)
    plain[language].set(key, text)
    return text
  }

  return {
    t: say,
    has: (key): key is WordKey => te(key),
    language: computed(() => locale.value as Locale),
  }
}
