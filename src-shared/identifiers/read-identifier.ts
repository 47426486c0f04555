import { readBeingRegistered } from './being-registered'
import { MAXIMUM_TEXT_LENGTH } from './compact-text'
import { readEuVat } from './eu-vat'
import { type IdentifierReading, refuse } from './identifier-reading'
import type { IdentifierType } from './identifier-type'
import { readNonEu } from './non-eu'
import { readPrivateIndividual } from './private-individual'
import { readRidet } from './ridet'
import { readSiret } from './siret'
import type { Strictness } from './strictness'
import { readTahiti } from './tahiti'

export type { Strictness }

export interface ReadIdentifierOptions {
  /** `production` unless said otherwise. */
  readonly strictness?: Strictness
  /** HORS_UE only: what the structure's country field holds, ISO 3166-1 alpha-2. */
  readonly country?: string | undefined
  /** HORS_UE only: the structure's name, from which an empty identifier is built. */
  readonly name?: string | undefined
}

/**
 * Reads what a person typed or pasted as an identifier of the given type: its compact and its display form,
 * or the precise reason for refusal. Never throws, and takes no longer for a long text than for a short one.
 */
export function readIdentifier(type: IdentifierType, text: string, options?: ReadIdentifierOptions): IdentifierReading {
  if (text.length > MAXIMUM_TEXT_LENGTH)
    return refuse('identifier-too-long', { maximum: MAXIMUM_TEXT_LENGTH, actual: text.length })
  switch (type) {
    case 'SIRET':
      return readSiret(text, options?.strictness ?? 'production')
    case 'UE_HORS_FRANCE':
      return readEuVat(text)
    case 'HORS_UE':
      return readNonEu(text, options?.country, options?.name)
    case 'RIDET':
      return readRidet(text)
    case 'TAHITI':
      return readTahiti(text)
    case 'PARTICULIER':
      return readPrivateIndividual(text)
    case 'AUTRE':
      return readBeingRegistered(text)
  }
}
