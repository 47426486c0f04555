import type { IdentifierType } from '@shared/identifiers/identifier-type'
import { readIdentifier } from '@shared/identifiers/read-identifier'
import type { StatedStructure } from './registration-tables'

interface NamedStructure {
  readonly identifierType: IdentifierType
  readonly identifier: string | null
  readonly stated: StatedStructure
}

/** The name to call a structure by: its own, the person's, its label, or its number when the name is not published. */
export function structureNameOf({ identifierType, identifier, stated }: NamedStructure): string {
  const person = [stated.firstName, stated.lastName].filter(Boolean).join(' ')
  return stated.name ?? (person || stated.label || displayOf(identifierType, identifier))
}

function displayOf(type: IdentifierType, identifier: string | null): string {
  const reading = readIdentifier(type, identifier ?? '', { strictness: 'qualification' })
  return reading.ok ? reading.display : (identifier ?? '')
}
