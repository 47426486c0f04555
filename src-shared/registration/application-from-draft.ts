import type { StructureAnswer } from '../http/structures'
import { fieldPlan, type DirectoryAnswer } from '../identifiers/field-plan'
import type { IdentifierType } from '../identifiers/identifier-type'
import { readIdentifier } from '../identifiers/read-identifier'
import type { DraftContent, KeptLookUp, StructureInProgress } from './draft'

/**
 * What would be sent if the draft were sent as it is: fields left empty are absent, and so are those
 * that the chosen type of identifier does not know (a person may have typed them before choosing again).
 * It is a candidate; whether it is complete is the application schema's to say.
 */
export function applicationFromDraft(content: DraftContent): unknown {
  const { person, conditions, locale } = content
  return withoutAbsent({
    person: filledOf({ ...person, contactEmail: content.sameContactEmail ? person.connectionEmail : person.contactEmail }),
    structure: structureFrom(content),
    conditions,
    locale,
  })
}

function structureFrom({ structure, lookUp }: DraftContent): unknown {
  const { identifierType, identifier: _typed, address, ...texts } = structure
  if (!identifierType) return {}
  const compact = compactIdentifier(structure)
  const plan = fieldPlan(identifierType, directoryAnswer(lookUp, identifierType, compact))
  const isTyped = (field: 'name' | 'firstName' | 'lastName' | 'label' | 'address'): boolean => plan[field] !== 'absent' && plan[field] !== 'looked-up'

  const country = typeof plan.country === 'object' ? plan.country.fixed : address.country
  const typedAddress = filledOf({ ...address, country: '' })
  const hasAddress = isTyped('address') && (plan.address === 'required' || Object.keys(typedAddress).length > 0)
  return withoutAbsent({
    identifierType,
    identifier: filled(compact),
    ...filledOf(texts, isTyped),
    address: hasAddress ? withoutAbsent({ ...typedAddress, country: filled(country) }) : undefined,
  })
}

/** The number as it travels; what is not well formed stays as it was typed. */
function compactIdentifier({ identifierType, identifier, address, name }: StructureInProgress): string {
  if (!identifierType) return identifier
  const reading = readIdentifier(identifierType, identifier, { country: address.country, name, strictness: 'qualification' })
  return reading.ok ? reading.compact : identifier
}

/** What the directory said of the structure that stands in the draft, if it was asked. */
export function knownStructure({ structure, lookUp }: DraftContent): StructureAnswer | undefined {
  const { identifierType } = structure
  const isOfThisNumber = lookUp !== undefined && lookUp.identifierType === identifierType && lookUp.identifier === compactIdentifier(structure)
  return isOfThisNumber ? lookUp.answer : undefined
}

/** What the directory said of exactly this number; of another number it says nothing. */
function directoryAnswer(lookUp: KeptLookUp | undefined, type: IdentifierType, compact: string): DirectoryAnswer {
  if (lookUp?.identifierType !== type || lookUp.identifier !== compact) return 'silent'
  return lookUp.answer.diffusible ? 'answered' : 'not-diffusible'
}

function filled(text: string): string | undefined {
  const trimmedText = text.trim()
  return trimmedText === '' ? undefined : trimmedText
}

/** Loops and not `Object.fromEntries`: a list of a hundred thousand rows is checked by this. */
function filledOf<T extends Readonly<Record<string, string>>>(fields: T, isWanted: (field: Extract<keyof T, string>) => boolean = () => true): Record<string, string> {
  const found: Record<string, string> = {}
  for (const field in fields) {
    const text = isWanted(field) ? filled(fields[field] ?? '') : undefined
    if (text !== undefined) found[field] = text
  }
  return found
}

function withoutAbsent(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const field in fields) if (fields[field] !== undefined) found[field] = fields[field]
  return found
}
