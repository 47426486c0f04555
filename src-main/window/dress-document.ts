import type { Profile, Theme } from '@shared/ipc/descriptions'
import type { Locale } from '@shared/registration/locale'

export interface Dress {
  readonly language: Locale
  readonly theme: Theme
  /** Decides what the window opens with. */
  readonly profile: Profile
  /** Whether there is an index of registrations: then the page makes room for their list before it has it. */
  readonly hasRegistrations: boolean
}

/** The first tag of the built document, as src-renderer/index.html has it. */
export const BARE_TAG = '<html lang="fr">'

/** The tag by which the built document names the words of a language, as electron.vite.config.ts writes it. */
const WORDS_TAG = /\s*<link [^>]*hreflang="(\w+)"[^>]*>/g

/**
 * Writes this on the document before the page reads it: it starts with no flash of another, and asks nobody.
 * Of the words it names those of its language only.
 */
export function dressDocument(html: string, { language, theme, profile, hasRegistrations }: Dress): string {
  return html
    .replace(BARE_TAG, `<html lang="${language}"${theme === 'system' ? '' : ` data-theme="${theme}"`}${profile === 'office' ? '' : ` data-profile="${profile}"`}${hasRegistrations ? ' data-registrations' : ''}>`)
    .replace(WORDS_TAG, (tag, named) => (named === language ? tag : ''))
}
