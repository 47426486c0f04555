import type { DraftContent } from '@shared/registration/draft'

export function nameOfPerson({ person }: DraftContent): string {
  return `${person.firstName.trim()} ${person.lastName.trim()}`.trim() || person.connectionEmail
}

/** As the directory has it, else as it was typed, else the number. */
export function nameOfStructure({ structure, lookUp }: DraftContent): string {
  const typed = structure.name.trim() || `${structure.firstName.trim()} ${structure.lastName.trim()}`.trim()
  return lookUp?.answer.name ?? (typed || structure.identifier)
}
