import { readFreeText } from './free-text'
import type { IdentifierReading } from './identifier-reading'

/** Structure being registered (en cours d'immatriculation, AUTRE): an optional free text, never looked up. */
export function readBeingRegistered(text: string): IdentifierReading {
  return readFreeText('AUTRE', text)
}
