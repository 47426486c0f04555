import { compactText, MAXIMUM_TEXT_LENGTH } from './compact-text'
import { isDigits } from './digits'
import { groupIdentifier } from './group-identifier'
import type { IdentifierType } from './identifier-type'

export interface TextWithCaret {
  readonly text: string
  /** Offset in UTF-16 units, as an input field counts. */
  readonly caret: number
}

const GROUPABLE: Readonly<Record<IdentifierType, (compact: string) => boolean>> = {
  SIRET: isDigits,
  UE_HORS_FRANCE: (compact) => /^[A-Z]{2}[A-Z0-9+*]*$/.test(compact),
  HORS_UE: () => false,
  RIDET: isDigits,
  TAHITI: (compact) => /^[A-Z0-9]\d*$/.test(compact),
  PARTICULIER: () => false,
  AUTRE: () => false,
}

/**
 * Groups an identifier while it is typed: the new content of the field, and the caret behind the same character
 * as before. A text that is not (the beginning of) such an identifier stays as it was typed, names among them.
 * Grouping never changes what `readIdentifier` says, and grouping twice is grouping once.
 */
export function regroup(type: IdentifierType, text: string, caret: number): TextWithCaret {
  if (text.length > MAXIMUM_TEXT_LENGTH) return { text, caret }
  const compact = compactText(text)
  if (!GROUPABLE[type](compact)) return { text, caret }
  const grouped = groupIdentifier(type, compact)
  const before = compactText(text.slice(0, caret)).length
  return { text: grouped, caret: skip(grouped, before) }
}

/** Offset behind the first `count` characters of a grouped text that are not separators. */
function skip(grouped: string, count: number): number {
  let offset = 0
  for (let left = count; left > 0 && offset < grouped.length; offset++) {
    const character = grouped.charAt(offset)
    if (character !== ' ' && character !== '-') left--
  }
  return offset
}
