import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/errors/app-error'
import type { RegistrationAnswer } from '@shared/http/registrations'
import type { Application } from '@shared/registration/application'
import { tokenInvalid } from '../captcha/captcha-passes'
import type { Captchas } from '../captcha/captchas'
import { insertMails } from '../mail/outbox-repository'
import { drawReference } from '../storage/crockford'
import type { Db } from '../storage/database'
import { emailKeyOf, lockEmails } from '../storage/locks'
import { newSecret, sha256 } from '../storage/secrets'
import type { Outcomes } from '../storage/together'
import { type Announcement, announcementOf, type AnnounceRooms } from './announce'
import { type KnownStructure, place, type Placement } from './place-structure'
import {
  type AddressStanding, findOwnersOf, insertFirstEvents, insertLinks, insertRegistrations, kindFor, type RegistrationRow,
} from './registration-repository'

export interface RecordRooms extends AnnounceRooms {
  readonly captchas: Pick<Captchas, 'spendAll'>
  readonly hasManager: (tx: Db, structureId: string) => Promise<boolean>
}

/** A registration that is ready to be written down. */
export interface Entry {
  readonly application: Application
  readonly captchaToken: string | undefined
  readonly known: KnownStructure
}

interface Recorded {
  readonly registration: RegistrationRow
  readonly announcement: Announcement
  readonly answer: RegistrationAnswer
}

/**
 * Writes down registrations that arrived together, their mails and links, and spends their captchas, in a few statements for all of
 * them. What it does for an address that is known differs in the mails alone, never in the answer or in what is asked of the database.
 */
export async function recordTogether(tx: Db, rooms: RecordRooms, entries: readonly Entry[]): Promise<Outcomes<RegistrationAnswer>> {
  const spent = new Set(await rooms.captchas.spendAll(tx, entries.flatMap(({ captchaToken }) => captchaToken ?? [])))
  // A token that two bring pays for the first.
  const paid = entries.filter(({ captchaToken }) => captchaToken !== undefined && spent.delete(captchaToken))
  const recorded = new Map<Entry, Recorded>()
  if (paid.length > 0) for (const [index, one] of (await recordPaid(tx, rooms, paid)).entries()) recorded.set(paid[index] as Entry, one)
  return entries.map((entry) => {
    const one = recorded.get(entry)
    return one ? { status: 'fulfilled', value: one.answer } : { status: 'rejected', reason: entry.captchaToken === undefined ? tokenMissing() : tokenInvalid() }
  })
}

async function recordPaid(tx: Db, rooms: RecordRooms, entries: readonly Entry[]): Promise<Recorded[]> {
  const emailKeys = entries.map(({ application }) => emailKeyOf(application.person.connectionEmail))
  await lockEmails(tx, emailKeys)
  const placements = await place(tx, entries.map(({ known }) => known), rooms.hasManager)
  const { withAccount, pending: alreadyPending } = await findOwnersOf(tx, emailKeys)

  const pending = new Map(alreadyPending)
  const recorded = entries.map((entry, index): Recorded => {
    const emailKey = emailKeys[index] ?? ''
    const standing = kindFor(emailKey, withAccount, pending.get(emailKey))
    const accessKey = newSecret()
    const registration = rowOf(entry, placements[index] as Placement, standing, emailKey, sha256(accessKey), rooms.clock.now())
    const announcement = announcementOf(rooms, registration, pending.get(emailKey))
    if (registration.kind === 'genuine') pending.set(emailKey, registration)
    const { id: registrationId, reference, state, createdAt } = registration
    return { registration, announcement, answer: { registrationId, reference, accessKey, state, createdAt: createdAt.toISOString() } }
  })
  await write(tx, rooms, recorded, [...alreadyPending.values()])
  return recorded
}

async function write(tx: Db, rooms: RecordRooms, recorded: readonly Recorded[], alreadyPending: readonly RegistrationRow[]): Promise<void> {
  const registrations = recorded.map(({ registration }) => registration)
  const links = recorded.flatMap(({ announcement }) => announcement.links)
  for (const { id } of alreadyPending) if (links.some(({ registrationId }) => registrationId === id)) await rooms.links.noteExpiry(tx, id)
  await insertRegistrations(tx, registrations)
  await insertFirstEvents(tx, registrations)
  await insertMails(tx, recorded.flatMap(({ announcement }) => announcement.mails))
  await insertLinks(tx, links)
  for (const registration of registrations)
    if (registration.kind === 'genuine' && registration.state === 'awaiting-manager') await rooms.askManager(tx, registration)
}

function rowOf({ application, known }: Entry, placement: Placement, standing: AddressStanding, emailKey: string, accessKeySha256: string, now: Date): RegistrationRow {
  const { person, conditions, locale } = application
  const { identifierType, identifier, sector, stated } = known
  return {
    id: randomUUID(),
    reference: drawReference('PV'),
    accessKeySha256,
    ...standing,
    ...placement,
    locale,
    ...person,
    phone: person.phone ?? null,
    emailKey,
    identifierType, identifier, sector, stated,
    accountId: null,
    conditionsVersion: conditions.version,
    conditionsAcceptedAt: new Date(conditions.acceptedAt),
    decisionReason: null,
    remindersSent: 0,
    createdAt: now,
    changedAt: now,
    lastLinkAt: null,
  }
}

function tokenMissing(): AppError {
  return new AppError('captcha-token-invalid', 'No captcha token', { problems: [{ pointer: '/captchaToken', code: 'required', params: {} }] })
}
