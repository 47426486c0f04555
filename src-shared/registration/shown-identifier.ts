import { groupIdentifier } from '../identifiers/group-identifier'
import { readIdentifier } from '../identifiers/read-identifier'
import type { StructureInProgress } from './draft'

/** The identifier of a structure in the form that people read; as it was typed where it is none yet. */
export function shownIdentifier({ identifierType: type, identifier: typed, name, address }: StructureInProgress): string {
  if (!type) return typed.trim()
  const reading = readIdentifier(type, typed, { strictness: 'qualification', name, country: address.country || undefined })
  return reading.ok ? groupIdentifier(type, reading.compact) : typed.trim()
}
