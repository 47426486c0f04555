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

/**
 * Sentences taken apart once, where their parameters stand: a list asks for the same ones in every row, and the library reads
 * them anew each time. At the odd places are the names of parameters.
 */
const patterns: Record<Locale, Map<WordKey, readonly string[]>> = { en: new Map(), fr: new Map() }
/** Stands in no sentence. */
const BETWEEN = '\u0000'
/** By these the library chooses between singular and plural. */
const COUNTS = ['count', 'n']

/** Words by key; a key that no room has does not compile. */
export function useWords(): Words {
  const { t, te, locale } = useI18n({ useScope: 'global' })

  function say(key: WordKey, params?: WordParams | number, count?: number): string {
    if (typeof params === 'number') return t(key, { count: params }, params)
    if (count !== undefined) return t(key, params ?? {}, count)
    const given = params ?? {}
    return COUNTS.some((name) => name in given) ? t(key, given) : patternOf(key, given).map((part, at) => (at % 2 === 0 ? part : given[part])).join('')
  }

  function patternOf(key: WordKey, params: WordParams): readonly string[] {
    const known = patterns[locale.value as Locale]
    let pattern = known.get(key)
    if (!pattern) {
      pattern = t(key, Object.fromEntries(Object.keys(params).map((name) => [name, `${BETWEEN}${name}${BETWEEN}`]))).split(BETWEEN)
      known.set(key, pattern)
    }
    return pattern
  }

  return {
    t: say,
    has: (key): key is WordKey => te(key),
    language: computed(() => locale.value as Locale),
  }
}
