import { coversBlockedWords } from './blocked-words'

/** The four types of characters that the guide names. */
export const CHARACTER_CLASSES = ['upper', 'lower', 'digit', 'special'] as const
export type CharacterClass = (typeof CHARACTER_CLASSES)[number]

export interface PasswordProfile {
  readonly minimumLength: number
  readonly maximumLength: number
  /** How many of the four types of characters must be there. */
  readonly requiredClasses: number
  readonly refusesBlockedWords: boolean
}

/**
 * `guide` is the rule of the Chorus Pro guide and the default. `strict` follows newer advice (NIST SP 800-63B-4,
 * ASVS 5): longer, no types of characters, nothing that guessers try first. Lengths are code points after NFC.
 */
export const PASSWORD_PROFILES = {
  guide: { minimumLength: 12, maximumLength: 128, requiredClasses: 3, refusesBlockedWords: false },
  strict: { minimumLength: 15, maximumLength: 128, requiredClasses: 0, refusesBlockedWords: true },
} as const satisfies Record<string, PasswordProfile>

export type PasswordProfileName = keyof typeof PASSWORD_PROFILES

/** What a candidate still lacks; each names a sentence, with the words that it needs. */
export type PasswordLack =
  | { readonly code: 'password-too-short'; readonly minimum: number; readonly actual: number }
  | { readonly code: 'password-too-long'; readonly maximum: number; readonly actual: number }
  | { readonly code: 'password-too-few-classes'; readonly required: number; readonly absent: readonly CharacterClass[] }
  | { readonly code: 'password-easily-guessed' }
  | { readonly code: 'password-unusable-character' }

export const PASSWORD_LACKS = [
  'password-too-short',
  'password-too-long',
  'password-too-few-classes',
  'password-easily-guessed',
  'password-unusable-character',
] as const satisfies readonly PasswordLack['code'][]

/** Longest text that is looked at, in UTF-16 units: composing characters takes more than linear time. */
const LONGEST_LOOKED_AT = 1024

/** Control characters and halves of surrogate pairs: not every keyboard and no encoding carries them unchanged. */
const UNUSABLE = /[\p{Cc}\p{Cs}]/u

/**
 * The one form of a password that is judged, hashed and compared: NFC, so that é typed on two systems is the same.
 * Nothing is trimmed.
 */
export function normalisePassword(candidate: string): string {
  return candidate.normalize('NFC')
}

/** Everything that is still missing from a candidate, in a fixed order; empty when it is strong enough. */
export function missingFromPassword(candidate: string, profileName: PasswordProfileName = 'guide'): readonly PasswordLack[] {
  const profile: PasswordProfile = PASSWORD_PROFILES[profileName]
  if (candidate.length > LONGEST_LOOKED_AT)
    return [{ code: 'password-too-long', maximum: profile.maximumLength, actual: candidate.length }]

  const password = normalisePassword(candidate)
  const characters = [...password]
  const actual = characters.length
  const lacks: PasswordLack[] = []
  if (actual < profile.minimumLength) lacks.push({ code: 'password-too-short', minimum: profile.minimumLength, actual })
  if (actual > profile.maximumLength) lacks.push({ code: 'password-too-long', maximum: profile.maximumLength, actual })
  const present = classesIn(password)
  if (present.size < profile.requiredClasses) {
    const absent = CHARACTER_CLASSES.filter((name) => !present.has(name))
    lacks.push({ code: 'password-too-few-classes', required: profile.requiredClasses, absent })
  }
  if (profile.refusesBlockedWords && coversBlockedWords(password, profile.minimumLength))
    lacks.push({ code: 'password-easily-guessed' })
  if (UNUSABLE.test(password)) lacks.push({ code: 'password-unusable-character' })
  return lacks
}

export function isStrongEnough(candidate: string, profileName: PasswordProfileName = 'guide'): boolean {
  return missingFromPassword(candidate, profileName).length === 0
}

/**
 * The types of characters in a password, by Unicode: upper and title case, lower case, decimal digits of any script;
 * all else is special, spaces and letters without case among them, so every character is of exactly one type.
 */
export function classesIn(password: string): ReadonlySet<CharacterClass> {
  const present = new Set<CharacterClass>()
  if (/[\p{Lu}\p{Lt}]/u.test(password)) present.add('upper')
  if (/\p{Ll}/u.test(password)) present.add('lower')
  if (/\p{Nd}/u.test(password)) present.add('digit')
  if (/[^\p{Lu}\p{Lt}\p{Ll}\p{Nd}]/u.test(password)) present.add('special')
  return present
}
