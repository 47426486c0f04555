import type { Locale } from '@shared/registration/locale'

const NO_BREAK_SPACE = '\u00A0'

/** French sets a space before : ; ? ! and inside its quotation marks, at which a line must not break; its apostrophe is curved. */
export function typeset(text: string, locale: Locale): string {
  if (locale !== 'fr') return text
  return text
    .replace(/ (?=[:;?!»])/gu, NO_BREAK_SPACE)
    .replace(/« /gu, `«${NO_BREAK_SPACE}`)
    .replace(/(?<=\p{L})'(?=[\p{L}«])/gu, '’')
}

/** Every sentence of a tree of words, set in French. */
export function typesetAll<T>(words: T): T {
  if (typeof words === 'string') return typeset(words, 'fr') as T
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(Object.entries(words).map(([name, part]) => [name, typesetAll<unknown>(part)])) as T
}
