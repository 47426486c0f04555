import type { Locale } from '@shared/registration/locale'
import { factText, type LetterPart, unlinked, type WholeLetter } from './letter'
import { typeset } from '../../page/typeset'

/** By this line mail programs know where the letter ends and its sender begins. */
const SIGNATURE_FOLLOWS = '-- '

/** The letter as plain text. Links stand alone on their line, so that every mail program makes them clickable. */
export function writeText({ notice, greeting, parts, signature }: WholeLetter, locale: Locale): string {
  const opening = [notice, greeting].flatMap((text) => (text === undefined ? [] : [typeset(text, locale)]))
  const body = [...opening, ...parts.map((part) => partText(part, locale))].join('\n\n')
  return `${body}\n\n${SIGNATURE_FOLLOWS}\n${typeset(signature, locale)}\n`
}

function partText(part: LetterPart, locale: Locale): string {
  const set = (text: string): string => typeset(text, locale)
  const labelled = (label: string): string => set(locale === 'fr' ? `${label} :` : `${label}:`)
  switch (part.kind) {
    case 'paragraph':
      return set(part.text)
    case 'steps':
      return [set(part.title), ...part.steps.map((step, index) => `${index + 1}. ${set(step)}`)].join('\n')
    case 'facts':
      return part.facts
        .flatMap(([label, value]) => (value ? [`${labelled(label)} ${factText(value)}`] : []))
        .join('\n')
    case 'link':
      return `${labelled(part.label)}\n${part.url}`
    case 'code':
      return `${set(part.label)}\n\n${part.code}`
    case 'quote':
      return `${labelled(part.label)}\n${quotedLines(part.text)}`
  }
}

/** Marked line by line: nobody's words can be taken for ours. */
function quotedLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => `> ${unlinked(line)}`)
    .join('\n')
}
