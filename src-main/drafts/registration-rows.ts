import type { RegistrationRow } from '@shared/ipc/answers'
import { applicationSchema, DEFAULT_RULES } from '@shared/registration/application'
import { applicationFromDraft } from '@shared/registration/application-from-draft'
import type { Draft, DraftContent } from '@shared/registration/draft'

/** What the home list shows of a registration. */
export function toRow({ id, content, createdAt, updatedAt, receipt, queue }: Draft): RegistrationRow {
  return {
    draftId: id,
    state: receipt?.state ?? queue?.state ?? (isComplete(content) ? 'ready' : 'draft'),
    personName: fullName(content.person),
    connectionEmail: content.person.connectionEmail.trim(),
    structureName: structureName(content),
    identifier: content.structure.identifier.trim(),
    ...(receipt && { reference: receipt.reference }),
    createdAt,
    updatedAt,
  }
}

/** By the usual rules: what the service at hand demands on top is asked when the draft is sent. */
function isComplete(content: DraftContent): boolean {
  return applicationSchema(DEFAULT_RULES).safeParse(applicationFromDraft(content)).success
}

function structureName({ structure, lookUp }: DraftContent): string {
  const isLookedUp = lookUp?.identifierType === structure.identifierType && lookUp?.answer.name !== undefined
  if (isLookedUp) return lookUp.answer.name ?? ''
  return structure.identifierType === 'PARTICULIER' ? fullName(structure) : structure.name.trim()
}

function fullName({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string {
  return `${firstName.trim()} ${lastName.trim()}`.trim()
}
