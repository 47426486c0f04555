import type { Theme } from '@shared/ipc/descriptions'
import type { Locale } from '@shared/registration/locale'

export interface Dress {
  readonly language: Locale
  readonly theme: Theme
}

/** The first tag of the built document, as src-renderer/index.html has it. */
export const BARE_TAG = '<html lang="fr">'

/** Writes language and theme on the document before the page reads it: it starts with no flash of another, and asks nobody. */
export function dressDocument(html: string, { language, theme }: Dress): string {
  return html.replace(BARE_TAG, theme === 'system' ? `<html lang="${language}">` : `<html lang="${language}" data-theme="${theme}">`)
}
