import { AppError } from '@shared/errors/app-error'
import { fieldProblemsOf } from '@shared/errors/field-problems'
import { PATHS, pathTo } from '@shared/http/paths'
import { AddressCorrection, FollowedRegistration, type RegistrationAnswer } from '@shared/http/registrations'
import type { DraftContent, DraftId } from '@shared/registration/draft'
import type { DraftFile } from '../drafts/draft-file'
import type { Drafts } from '../drafts/drafts'
import type { AccessKeys } from './access-keys'
import type { Question } from './ask-service'
import type { ServiceClient } from './service-client'

/**
 * What an applicant may ask about a registration that was sent from this machine. Throws `registration-unknown` for a
 * draft, `vault-unavailable` when its access key cannot be read, and what the service refuses.
 */
export interface SentRegistrations {
  readonly follow: (draftId: DraftId) => Promise<FollowedRegistration>
  readonly correctAddress: (draftId: DraftId, connectionEmail: string) => Promise<FollowedRegistration>
  readonly withdraw: (draftId: DraftId) => Promise<FollowedRegistration>
  readonly sendAgain: (draftId: DraftId) => Promise<FollowedRegistration>
  /** What opens it to whoever has it. */
  readonly keyOf: (draftId: DraftId) => Promise<Pick<RegistrationAnswer, 'registrationId' | 'accessKey'>>
}

interface SentRegistrationRooms {
  readonly drafts: Pick<Drafts, 'open' | 'change'>
  readonly service: Pick<ServiceClient, 'ask' | 'tell'>
  readonly accessKeys: Pick<AccessKeys, 'find'>
  readonly now: () => Date
  /** Told every answer, whoever asked for it. */
  readonly heard?: (draftId: DraftId, followed: FollowedRegistration) => void
}

interface Change extends Pick<Question, 'method' | 'body'> {
  readonly on: typeof PATHS.registration | typeof PATHS.registrationActivationMails
  /** What the change means for the stored content, once the service has made it. */
  readonly alter?: (content: DraftContent) => DraftContent
}

export function createSentRegistrations({ drafts, service, accessKeys, now, heard = () => undefined }: SentRegistrationRooms): SentRegistrations {
  /** Asks for a change, if any, then for how it stands. */
  async function ask(draftId: DraftId, change?: Change): Promise<FollowedRegistration> {
    const file = await drafts.open(draftId)
    const { receipt } = file.draft
    if (!receipt) throw new AppError('registration-unknown', 'This draft was not sent')
    const { registrationId: id, state } = receipt
    const bearer = await accessKeys.find(file)
    if (change) {
      const { on, alter, ...question } = change
      await service.tell({ ...question, path: pathTo(on, { id }), bearer })
      if (alter) await note(draftId, (stored) => withContent(stored, alter))
    }
    const followed = await service.ask({ path: pathTo(PATHS.registration, { id }), bearer }, FollowedRegistration)
    if (followed.state !== state) await note(draftId, (stored) => withState(stored, followed))
    heard(draftId, followed)
    return followed
  }

  /**
   * Keeps what was heard for the list and for a start without network. The news is worth more than its copy:
   * a file that cannot be written, or was discarded meanwhile, keeps nobody from hearing it.
   */
  async function note(draftId: DraftId, alter: (file: DraftFile) => DraftFile): Promise<void> {
    const updatedAt = now().toISOString()
    await drafts.change(draftId, (file) => withTime(alter(file), updatedAt)).catch(() => undefined)
  }

  return {
    follow: (draftId) => ask(draftId),
    async correctAddress(draftId, typedEmail) {
      const body = correctionOf(typedEmail)
      return ask(draftId, { on: PATHS.registration, method: 'PATCH', body, alter: (content) => withAddress(content, body.connectionEmail) })
    },
    withdraw: (draftId) => ask(draftId, { on: PATHS.registration, method: 'DELETE' }),
    sendAgain: (draftId) => ask(draftId, { on: PATHS.registrationActivationMails, method: 'POST' }),
    async keyOf(draftId) {
      const file = await drafts.open(draftId)
      if (!file.draft.receipt) throw new AppError('registration-unknown', 'This draft was not sent')
      return { registrationId: file.draft.receipt.registrationId, accessKey: await accessKeys.find(file) }
    },
  }
}

function correctionOf(connectionEmail: string): AddressCorrection {
  const parsed = AddressCorrection.safeParse({ connectionEmail })
  if (!parsed.success) throw new AppError('input-invalid', 'Not an address', { problems: fieldProblemsOf(parsed.error, { connectionEmail }) })
  return parsed.data
}

function withState(file: DraftFile, { state }: FollowedRegistration): DraftFile {
  const { receipt } = file.draft
  return receipt ? { ...file, draft: { ...file.draft, receipt: { ...receipt, state } } } : file
}

function withContent(file: DraftFile, alter: (content: DraftContent) => DraftContent): DraftFile {
  return { ...file, draft: { ...file.draft, content: alter(file.draft.content) } }
}

function withTime(file: DraftFile, updatedAt: string): DraftFile {
  return { ...file, draft: { ...file.draft, updatedAt } }
}

/** The service lets the contact address follow where both were the same, be it that the box was ticked or that it was typed twice. */
function withAddress(content: DraftContent, connectionEmail: string): DraftContent {
  const { person, sameContactEmail } = content
  const wereSame = sameContactEmail || person.contactEmail.trim().toLowerCase() === person.connectionEmail.trim().toLowerCase()
  return { ...content, person: { ...person, connectionEmail, ...(wereSame && { contactEmail: connectionEmail }) } }
}
