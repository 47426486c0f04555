import type { FieldProblem } from '@shared/errors/field-problems'
import { readIdentifier } from '@shared/identifiers/read-identifier'
import type { DraftContent } from '@shared/registration/draft'

/** The directory's word beside the schema's: an establishment that has closed cannot be registered. */
export function structureProblems(content: DraftContent | undefined): readonly FieldProblem[] {
  const { structure, lookUp } = content ?? {}
  if (!structure || !lookUp?.answer.closed || lookUp.identifierType !== structure.identifierType) return []
  const reading = readIdentifier(lookUp.identifierType, structure.identifier, { strictness: 'qualification' })
  const isThisOne = reading.ok && reading.compact === lookUp.identifier
  return isThisOne ? [{ pointer: '/structure/identifier', code: 'structure-closed', params: {} }] : []
}
