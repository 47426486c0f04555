import { readIdentifier } from '@shared/identifiers/read-identifier'
import type { Locale } from '@shared/registration/locale'
import type { RegistrationCourse, SummaryMail } from '../mail/mail-message'
import type { MailPurpose, Outbox } from '../mail/outbox'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import type { StatedStructure } from '../storage/registration-tables'
import { structureNameOf } from '../storage/structure-name'
import { findRegistration, type RegistrationRow } from './registration-repository'

interface Receiver {
  readonly id: string
  readonly reference: string
  readonly connectionEmail: string
  readonly locale: Locale
}

export interface AnnounceRooms {
  readonly clock: Clock
  readonly outbox: Pick<Outbox, 'queueMail' | 'queueNothing'>
  readonly activationMinutes: number
  readonly links: {
    readonly sendActivation: (tx: Db, registration: Receiver, purpose?: MailPurpose) => Promise<string>
    readonly shadow: (tx: Db, registrationId: string, mailId: string) => Promise<void>
  }
  readonly askManager: (tx: Db, registration: RegistrationRow) => Promise<void>
}

/** Queues the mails of a registration that was just accepted or got another address: what happens next, and the link if it may go out. */
export async function announce(tx: Db, rooms: AnnounceRooms, registration: RegistrationRow): Promise<void> {
  const summary = summaryOf(registration, rooms.activationMinutes)
  if (registration.kind === 'genuine') {
    await rooms.outbox.queueMail(tx, summary, { registrationId: registration.id })
    if (registration.state === 'awaiting-manager') await rooms.askManager(tx, registration)
    if (mayHaveLink(registration)) await rooms.links.sendActivation(tx, registration)
    return
  }
  const inPlaceOfTwo = mayHaveLink(registration)
  if (inPlaceOfTwo) await rooms.outbox.queueNothing(tx, summary)
  await tell(tx, rooms, registration, { registrationId: registration.id, inPlaceOfTwo })
}

/**
 * A new link for a genuine registration. For the others: a mail to the owner of the address, who learns what is the matter,
 * and a link that nobody holds, so that for whoever follows the registration everything goes on as ever.
 */
export async function sendLink(tx: Db, rooms: AnnounceRooms, registration: RegistrationRow): Promise<void> {
  if (registration.kind === 'genuine') await rooms.links.sendActivation(tx, registration)
  else await tell(tx, rooms, registration, { registrationId: registration.id })
}

async function tell(tx: Db, rooms: AnnounceRooms, registration: RegistrationRow, purpose: MailPurpose): Promise<void> {
  const mailId = await (registration.kind === 'account-exists' ? tellOwner : tellPending)(tx, rooms, registration, purpose)
  if (mayHaveLink(registration)) await rooms.links.shadow(tx, registration.id, mailId)
}

/** No decision is missing, the number is verified, and there is no account yet. */
export function mayHaveLink({ state, branch, accountId }: RegistrationRow): boolean {
  return accountId === null && branch !== 'unverified' && (state === 'requested' || state === 'activation-sent')
}

async function tellOwner(tx: Db, { outbox, clock }: AnnounceRooms, { connectionEmail: to, locale }: RegistrationRow, purpose: MailPurpose): Promise<string> {
  return outbox.queueMail(tx, { kind: 'already-registered', to, locale, askedAt: clock.now() }, purpose)
}

async function tellPending(tx: Db, rooms: AnnounceRooms, registration: RegistrationRow, purpose: MailPurpose): Promise<string> {
  const pending = registration.mirrors === null ? undefined : await findRegistration(tx, registration.mirrors)
  if (pending && mayHaveLink(pending)) return rooms.links.sendActivation(tx, pending, purpose)
  return rooms.outbox.queueMail(tx, summaryOf(pending ?? registration, rooms.activationMinutes), purpose)
}

export function summaryOf(registration: RegistrationRow, activationMinutes: number): SummaryMail {
  const { connectionEmail, firstName, lastName, phone, contactEmail, locale, reference, identifierType, stated } = registration
  const reading = readIdentifier(identifierType, registration.identifier ?? '', { strictness: 'qualification' })
  return {
    kind: 'registration-summary',
    to: connectionEmail,
    locale,
    reference,
    person: { connectionEmail, firstName, lastName, phone: phone ?? undefined, contactEmail },
    structure: {
      identifierType,
      identifier: registration.identifier === null || !reading.ok ? (registration.identifier ?? undefined) : reading.display,
      name: structureNameOf(registration),
      label: stated.label,
      addressLines: addressLinesOf(stated.address),
      country: stated.address?.country,
    },
    course: courseOf(registration),
    activationMinutes,
  }
}

/** What the registration waits for just now. */
export function courseOf({ state, branch }: RegistrationRow): RegistrationCourse {
  if (state === 'awaiting-manager') return 'manager'
  if (state === 'awaiting-support') return branch === 'existing' ? 'support-attachment' : 'support'
  return branch === 'unverified' ? 'verification' : 'straight'
}

function addressLinesOf(address: StatedStructure['address']): readonly string[] | undefined {
  if (!address) return undefined
  const { line1, line2, line3, postalCode, city } = address
  return [line1, line2, line3, `${postalCode} ${city}`].filter((line) => line !== undefined)
}
