import type { Draft, DraftContent } from '@shared/registration/draft'
import { shownIdentifier } from '@shared/registration/shown-identifier'
import type { WordKey, Words } from '../locales/use-words'
import { writeTime } from './write-time'

export interface SentFact {
  readonly key: WordKey
  readonly text: string
}

/** What the person gave, by name, for the screen and for paper. What was not given is not among it. */
export function sentFacts({ content, receipt }: Draft, connectionEmail: string, language: Words['language']['value']): readonly SentFact[] {
  const { person, structure, sameContactEmail } = content
  const all: readonly SentFact[] = [
    { key: 'progress.details.person', text: [person.firstName, person.lastName].filter(Boolean).join(' ') },
    { key: 'fields.connectionEmail', text: connectionEmail },
    { key: 'fields.contactEmail', text: sameContactEmail ? connectionEmail : person.contactEmail },
    { key: 'progress.details.structure', text: nameOfStructure(content) },
    { key: 'fields.identifier', text: shownIdentifier(structure) },
    { key: 'progress.details.sentAt', text: receipt ? writeTime(receipt.sentAt, language) : '' },
  ]
  return all.filter(({ text }) => text !== '')
}

/** As the directory has it, or as it was typed. */
export function nameOfStructure({ structure, lookUp }: DraftContent): string {
  return lookUp?.answer.name ?? (structure.name || [structure.firstName, structure.lastName].filter(Boolean).join(' '))
}
