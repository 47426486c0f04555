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
