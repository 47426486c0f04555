import { readFreeText } from './free-text'
import type { IdentifierReading } from './identifier-reading'

/** Private individual (particulier): an optional free text, never looked up, never the social security number. */
export function readPrivateIndividual(text: string): IdentifierReading {
  return readFreeText('PARTICULIER', text)
}
