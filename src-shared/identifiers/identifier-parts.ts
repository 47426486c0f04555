import { compactText } from './compact-text'
import { plainLetters } from './build-non-eu-identifier'
import { isDigits, passesLuhn } from './digits'
import { EU_VAT_RULES } from './eu-vat-rules'
import type { IdentifierReading } from './identifier-reading'
import type { IdentifierType } from './identifier-type'
import { NON_EU_MAXIMUM_LENGTH } from './non-eu'
import { SIREN_LENGTH, SIRET_LENGTH } from './siret-check'
import type { Strictness } from './strictness'
import { TAHITI_LENGTH } from './tahiti'
import { withoutLabel } from './without-label'

export type PartName = 'siren' | 'nic' | 'country' | 'number' | 'company' | 'establishment' | 'name'
/** `open`: nothing can be said yet, or there is nothing to be checked. */
export type Verdict = 'open' | 'sound' | 'wrong'

export interface IdentifierPart {
  readonly name: PartName
  /** What is there of it; of what is too much, the beginning. */
  readonly characters: string
  /** How many characters it will have, as far as can be told; never fewer than are there. */
  readonly length: number
  /** In which groups it is read; they add up to `length`. */
  readonly groups: readonly number[]
  readonly verdict: Verdict
  /** Whether its last character is computed from those before it. */
  readonly hasCheckDigit: boolean
}

/** An identifier, or its beginning, taken apart so that it can be drawn. */
export interface IdentifierParts {
  readonly parts: readonly IdentifierPart[]
  /** How many characters are there that matter. */
  readonly actual: number
  /** How many make it whole; several where more than one length is right, none where the length is free. */
  readonly expected: readonly number[]
  readonly whole: Verdict
  /** Index, over all parts, of the one character that has no place there. */
  readonly strangerAt?: number
}

/** Of what is too much, this many characters are shown: enough to see that there is a surplus. */
const SHOWN_SURPLUS = 3

/**
 * The parts of what stands in the field, judged by what `readIdentifier` said of it under the same strictness.
 * Undefined for free text, which has no parts.
 */
export function divideIdentifier(type: IdentifierType, text: string, reading: IdentifierReading, strictness: Strictness = 'production'): IdentifierParts | undefined {
  switch (type) {
    case 'SIRET':
      return divideSiret(text, reading, strictness)
    case 'UE_HORS_FRANCE':
      return divideEuVat(text, reading)
    case 'HORS_UE':
      return divideNonEu(text, reading)
    case 'RIDET':
      return divideRidet(text, reading)
    case 'TAHITI':
      return divideTahiti(text, reading)
    case 'PARTICULIER':
    case 'AUTRE':
      return undefined
  }
}

function divideSiret(text: string, reading: IdentifierReading, strictness: Strictness): IdentifierParts {
  const reason = reading.ok ? undefined : reading.reason
  // A French VAT number holds the SIREN: what is there of the SIRET is shown, and what is missing.
  const inVat = !reading.ok && reason === 'french-vat-instead-of-siret' ? compactText(String(reading.params?.['siren'] ?? '')) : undefined
  const characters = inVat ?? withoutLabel('SIRET', compactText(text))
  const siren = characters.slice(0, SIREN_LENGTH)
  // Told as soon as the ninth digit is there: whoever slipped need not type the other five first.
  const isChecked = strictness === 'production' && siren.length === SIREN_LENGTH && isDigits(siren)
  const sirenVerdict: Verdict = reading.ok ? 'sound' : !isChecked ? 'open' : passesLuhn(siren) ? 'sound' : 'wrong'
  const isWholeWrong = reason === 'siret-check-digit' || reason === 'siret-la-poste'
  return assemble(reading, characters, [SIRET_LENGTH], [
    { ...part('siren', siren, [3, 3, 3]), verdict: sirenVerdict, hasCheckDigit: true },
    { ...part('nic', characters.slice(SIREN_LENGTH), [5]), verdict: reading.ok ? 'sound' : isWholeWrong ? 'wrong' : 'open', hasCheckDigit: true },
  ])
}

function divideEuVat(text: string, reading: IdentifierReading): IdentifierParts {
  const typed = reading.ok ? reading.compact : labelled(text)
  const prefix = typed.slice(0, 2)
  const rule = EU_VAT_RULES.find((one) => one.prefix === (prefix === 'GR' ? 'EL' : prefix))
  const tail = typed.slice(2)
  const lengths = rule?.lengths ?? []
  const length = lengths.find((one) => one >= tail.length) ?? tail.length
  const reason = reading.ok ? undefined : reading.reason
  const isCountryWrong = reason === 'vat-french' || reason === 'vat-prefix-missing' || reason === 'vat-country-unknown' || reason === 'vat-country-not-eu'
  const isNumberWrong = reason === 'vat-check-digit' || reason === 'vat-format'
  return assemble(reading, typed, lengths.map((one) => one + 2), [
    { ...part('country', prefix, [2]), verdict: rule ? 'sound' : isCountryWrong && prefix.length === 2 ? 'wrong' : 'open' },
    { ...part('number', tail, threes(Math.max(length, 3))), verdict: reading.ok ? 'sound' : isNumberWrong ? 'wrong' : 'open' },
  ])
}

/** Like `readEuVat`: a number that begins with its country is no label. */
function labelled(text: string): string {
  const compact = compactText(text)
  return EU_VAT_RULES.some(({ prefix }) => compact.startsWith(prefix)) ? compact : withoutLabel('UE_HORS_FRANCE', compact)
}

function divideNonEu(text: string, reading: IdentifierReading): IdentifierParts {
  const typed = reading.ok ? reading.compact : plainLetters(text)
  const reason = reading.ok ? undefined : reading.reason
  const isCountryWrong = reason === 'non-eu-country-unknown' || reason === 'non-eu-country-is-eu' || reason === 'non-eu-country-french' || reason === 'non-eu-country-mismatch'
  const name = typed.slice(2)
  // The name has no length of its own: a few stones say that something follows.
  const shown = reading.ok ? name.length : Math.min(Math.max(name.length, 6), NON_EU_MAXIMUM_LENGTH - 2)
  return assemble(reading, typed, [], [
    { ...part('country', typed.slice(0, 2), [2]), verdict: isCountryWrong && typed.length >= 2 ? 'wrong' : reading.ok ? 'sound' : 'open' },
    { ...part('name', name, [shown]), verdict: reading.ok ? 'sound' : reason === 'non-eu-too-long' ? 'wrong' : 'open' },
  ])
}

function divideRidet(text: string, reading: IdentifierReading): IdentifierParts {
  const characters = withoutLabel('RIDET', compactText(text))
  // Recent companies have seven digits; that is known only once the tenth is there.
  const company = characters.length >= 10 ? [1, 3, 3] : [3, 3]
  const length = characters.length >= 10 ? 7 : 6
  const verdict: Verdict = reading.ok ? 'sound' : 'open'
  return assemble(reading, characters, [9, 10], [
    { ...part('company', characters.slice(0, length), company), verdict },
    { ...part('establishment', characters.slice(length), [3]), verdict },
  ])
}

function divideTahiti(text: string, reading: IdentifierReading): IdentifierParts {
  const characters = withoutLabel('TAHITI', compactText(text))
  const verdict: Verdict = reading.ok ? 'sound' : 'open'
  return assemble(reading, characters, [TAHITI_LENGTH], [
    { ...part('company', characters.slice(0, 6), [6]), verdict },
    { ...part('establishment', characters.slice(6), [3]), verdict },
  ])
}

/** A part of the given groups, with a group more for what is too much. */
function part(name: PartName, characters: string, groups: readonly number[]): IdentifierPart {
  const planned = groups.reduce((sum, group) => sum + group, 0)
  const surplus = Math.min([...characters].length - planned, SHOWN_SURPLUS)
  const length = planned + Math.max(0, surplus)
  return {
    name, verdict: 'open', hasCheckDigit: false, length,
    characters: [...characters].slice(0, length).join(''), groups: surplus > 0 ? [...groups, surplus] : groups,
  }
}

function threes(length: number): readonly number[] {
  const groups = Array.from({ length: Math.floor(length / 3) }, () => 3)
  const rest = length % 3
  // As `groupIdentifier` does: a lone last character joins the group before it.
  if (rest === 1 && groups.length > 0) return [...groups.slice(0, -1), 4]
  return rest === 0 ? groups : [...groups, rest]
}

function assemble(reading: IdentifierReading, characters: string, expected: readonly number[], parts: readonly IdentifierPart[]): IdentifierParts {
  const position = reading.ok ? undefined : reading.params?.['position']
  const isWrong = parts.some(({ verdict }) => verdict === 'wrong')
  return {
    parts,
    actual: [...characters].length,
    expected,
    whole: reading.ok ? 'sound' : isWrong ? 'wrong' : 'open',
    ...(typeof position === 'number' && { strangerAt: [...characters.slice(0, position - 1)].length }),
  }
}
