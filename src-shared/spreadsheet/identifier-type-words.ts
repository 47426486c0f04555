import { compactText } from '../identifiers/compact-text'
import { isEuCountry } from '../identifiers/countries'
import { isDigits, passesLuhn } from '../identifiers/digits'
import { looksFrenchVat } from '../identifiers/french-vat'
import { IDENTIFIER_TYPES, type IdentifierType } from '../identifiers/identifier-type'
import { readIdentifier } from '../identifiers/read-identifier'
import { isSiret, SIREN_LENGTH, SIRET_LENGTH } from '../identifiers/siret-check'
import { plainTitle } from './column-titles'

/** What people write for each type, folded. The codes of Chorus Pro are read as well. */
const WORDS: Readonly<Record<IdentifierType, readonly string[]>> = {
  SIRET: ['siret', 'n siret', 'no siret', 'numero siret', 'siret number', 'entreprise francaise', 'france'],
  UE_HORS_FRANCE: ['ue hors france', 'structure europeenne hors france', 'europeenne hors france', 'union europeenne', 'ue', 'tva', 'tva intracommunautaire', 'numero de tva', 'n tva', 'vat', 'vat number', 'eu vat', 'eu', 'european union', 'european structure outside france', 'eu outside france', 'non french eu structure'],
  HORS_UE: ['hors ue', 'structure hors union europeenne', 'hors union europeenne', 'non eu', 'outside the european union', 'structure outside the european union', 'outside eu', 'non eu structure'],
  RIDET: ['ridet', 'structure avec ridet', 'numero ridet', 'nouvelle caledonie', 'structure with ridet', 'ridet number', 'new caledonia'],
  TAHITI: ['tahiti', 'structure avec numero tahiti', 'numero tahiti', 'n tahiti', 'polynesie francaise', 'structure with a tahiti number', 'structure with tahiti number', 'tahiti number', 'french polynesia'],
  PARTICULIER: ['particulier', 'personne physique', 'private individual', 'individual'],
  AUTRE: ['autre', 'en cours d immatriculation', 'en cours', 'being registered', 'other'],
}

const TYPE_OF_WORDS: ReadonlyMap<string, IdentifierType> = new Map(IDENTIFIER_TYPES.flatMap((type) => WORDS[type].map((words) => [words, type] as const)))

/** The type that words name; `undefined` where they name none. */
export function typeOfWords(text: string): IdentifierType | undefined {
  return TYPE_OF_WORDS.get(plainTitle(text))
}

/** Of a SIRET a spreadsheet may have left so few digits; a shorter one would begin with five zeros, and none does. */
const SHORTEST_SIRET = 10

/** A SIRET whose leading zeros are lost, with them. `undefined`: it is none, or nothing is missing. */
export function withLeadingZeros(compact: string): string | undefined {
  if (compact.length < SHORTEST_SIRET || compact.length >= SIRET_LENGTH || !isDigits(compact)) return undefined
  const padded = compact.padStart(SIRET_LENGTH, '0')
  return isSiret(padded) ? padded : undefined
}

/** The type that an identifier and the country beside it can only mean. `undefined` where they may mean several. */
export function guessType(identifier: string, country: string | undefined): IdentifierType | undefined {
  const compact = compactText(identifier)
  if (compact === '') return country !== undefined && !isFrench(country) && !isEuCountry(country) ? 'HORS_UE' : undefined
  if (country === 'NC') return 'RIDET'
  if (country === 'PF') return 'TAHITI'
  if (isDigits(compact) && (compact.length === SIRET_LENGTH || (compact.length === SIREN_LENGTH && passesLuhn(compact)))) return 'SIRET'
  if (looksFrenchVat(compact) || withLeadingZeros(compact) !== undefined || readIdentifier('SIRET', compact).ok) return 'SIRET'
  if (readIdentifier('UE_HORS_FRANCE', compact).ok) return 'UE_HORS_FRANCE'
  if (country !== undefined && !isFrench(country)) return isEuCountry(country) ? 'UE_HORS_FRANCE' : readIdentifier('HORS_UE', compact, { country }).ok ? 'HORS_UE' : undefined
  return country === 'FR' && /^\d{5,}$/.test(compact) ? 'SIRET' : undefined
}

function isFrench(country: string): boolean {
  return ['FR', 'NC', 'PF'].includes(country)
}
