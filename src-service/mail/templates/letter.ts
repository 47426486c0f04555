/**
 * What a mail says, before it is written as text or as HTML. Templates make letters of plain strings;
 * the writers escape all of them, so no template can forget to.
 */
export interface Letter {
  /** Never holds a name, an address or anything else that somebody typed. */
  readonly subject: string
  readonly parts: readonly LetterPart[]
}

/** A letter as it goes out: who writes it, and to whom it is no more than practice. */
export interface WholeLetter {
  /** What stands over the letter: its subject, without the sign of practice that a list of mails needs. */
  readonly heading: string
  /** That nothing of this is real; undefined where it is. */
  readonly notice: string | undefined
  readonly greeting: string
  readonly parts: readonly LetterPart[]
  readonly signature: string
}

export type LetterPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'steps'; readonly title: string; readonly steps: readonly string[] }
  /** Labels and values; a value that is undefined is left out with its label. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string | undefined])[] }
  /** The one link of the mail: `label` says what it does. */
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  /** To be copied as it stands. */
  | { readonly kind: 'code'; readonly label: string; readonly code: string }
  /** Somebody else's words. */
  | { readonly kind: 'quote'; readonly label: string; readonly text: string }

export function paragraph(text: string): LetterPart {
  return { kind: 'paragraph', text }
}

/** Links are ours; anything but a web address here is a mistake that must not be mailed, and that stops the work which wants the mail. */
export function link(label: string, url: string): LetterPart {
  if (!/^https?:\/\//u.test(url)) throw new Error('A link in a mail must be a web address')
  return { kind: 'link', label, url }
}

const ZERO_WIDTH_SPACE = '\u200B'

/**
 * Somebody's words as one line that no mail program turns into a link: otherwise a "name" could carry an advertisement
 * to any address that is registered. Nothing that a person sees is changed.
 */
export function unlinked(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/:\/\//gu, `:${ZERO_WIDTH_SPACE}//`)
    .replace(/\.(?=[\p{L}\p{N}]{2})/gu, `.${ZERO_WIDTH_SPACE}`)
}

/** Facts hold addresses too: those stay as they are, so that they can be copied. */
export function factText(value: string): string {
  return /^[^\s@]+@[^\s@/]+$/u.test(value) ? value : unlinked(value)
}
