import { AppError } from '@shared/errors/app-error'
import type { RegistrationAnswer } from '@shared/http/registrations'
import type { Application } from '@shared/registration/application'
import { tokenInvalid } from '../captcha/captcha-passes'
import type { Captchas } from '../captcha/captchas'
import { mailRows } from '../mail/outbox-repository'
import type { Db } from '../storage/database'
import type { RowsFor } from '../storage/insert-many'
import { emailKeyOf } from '../storage/locks'
import { newSecret, sha256 } from '../storage/secrets'
import type { Outcomes } from '../storage/together'
import { type Announcement, announcementOf, type AnnounceRooms } from './announce'
import { newRegistration } from './new-registration'
import { type KnownStructure, place, type Placement } from './place-structure'
import { findOwnersOf, kindFor, linkRows, type Owners, type RegistrationRow, registrationRows } from './registration-repository'

export interface RecordRooms extends AnnounceRooms {
  readonly captchas: Pick<Captchas, 'spendUnderKeys'>
  readonly hasManager: (tx: Db, structureId: string) => Promise<boolean>
}

/** A registration that is to be written down. */
export interface Entry {
  readonly key: string
  readonly application: Application
  readonly captchaToken: string | undefined
  /** Or why it is refused. */
  readonly known: PromiseSettledResult<KnownStructure>
}

interface AcceptedEntry {
  readonly application: Application
  readonly known: KnownStructure
}

interface Recorded {
  readonly registration: RegistrationRow
  readonly announcement: Announcement
  readonly answer: RegistrationAnswer
}

/** What became of the entries, and what is to be written for those that were accepted. */
interface Decided {
  readonly outcomes: Outcomes<RegistrationAnswer>
  readonly rows: readonly RowsFor[]
}

/** What has to be asked for them. */
export interface Facts {
  readonly owners: Owners
  /** The captcha tokens that are paid with. */
  readonly spent: ReadonlySet<string>
}

/** Asks all of it together, and spends the captchas of those that the directory did not refuse and whose key is to be answered. */
export async function getFacts(tx: Db, rooms: RecordRooms, entries: readonly Entry[]): Promise<Facts> {
  // Of those under one key the first alone is worked on, and pays.
  const firstUnder = new Map(entries.toReversed().map((entry) => [entry.key, entry]))
  const brought = [...firstUnder.values()].flatMap(({ key, known, captchaToken }) => (known.status === 'fulfilled' && captchaToken !== undefined ? { key, captchaToken } : []))
  const [owners, spent] = await Promise.all([findOwnersOf(tx, entries.map(emailKeyOfEntry)), rooms.captchas.spendUnderKeys(tx, brought)])
  return { owners, spent }
}

/**
 * Decides about registrations that arrived together; their addresses are locked. What it does for an address that is known differs in
 * the mails alone, never in the answer or in what is asked of the database for it.
 */
export async function recordTogether(tx: Db, rooms: RecordRooms, entries: readonly Entry[], { owners, spent }: Facts): Promise<Decided> {
  const unused = new Set(spent)
  const refusals = entries.map((entry) => refusalOf(entry, unused))
  const accepted = entries.flatMap(({ application, known }, index) => (known.status === 'fulfilled' && refusals[index] === undefined ? [{ application, known: known.value }] : []))
  const recorded = await recordAccepted(tx, rooms, accepted, owners)
  const answers = recorded.map(({ answer }) => answer)
  return {
    outcomes: refusals.map((reason) => (reason === undefined ? { status: 'fulfilled', value: answers.shift() as RegistrationAnswer } : { status: 'rejected', reason })),
    rows: [
      ...registrationRows(recorded.map(({ registration }) => registration)),
      mailRows(recorded.flatMap(({ announcement }) => announcement.mails)),
      linkRows(recorded.flatMap(({ announcement }) => announcement.links)),
    ],
  }
}

function refusalOf({ known, captchaToken }: Entry, unused: Set<string>): unknown {
  if (known.status === 'rejected') return known.reason
  if (captchaToken === undefined) return tokenMissing()
  // A token that two bring pays for the first.
  return unused.delete(captchaToken) ? undefined : tokenInvalid()
}

async function recordAccepted(tx: Db, rooms: RecordRooms, entries: readonly AcceptedEntry[], { withAccount, pending: alreadyPending }: Owners): Promise<Recorded[]> {
  const placements = await place(tx, entries.map(({ known }) => known), rooms.hasManager)
  const pending = new Map(alreadyPending)
  const recorded = entries.map((entry, index): Recorded => {
    const emailKey = emailKeyOfEntry(entry)
    const standing = kindFor(emailKey, withAccount, pending.get(emailKey))
    const accessKey = newSecret()
    const registration = rowOf(entry, placements[index] as Placement, { ...standing, emailKey, accessKeySha256: sha256(accessKey), createdAt: rooms.clock.now() })
    const announcement = announcementOf(rooms, registration, pending.get(emailKey))
    if (registration.kind === 'genuine') pending.set(emailKey, registration)
    const { id: registrationId, reference, state, createdAt } = registration
    return { registration, announcement, answer: { registrationId, reference, accessKey, state, createdAt: createdAt.toISOString() } }
  })
  await tellOthers(tx, rooms, recorded, [...alreadyPending.values()])
  return recorded
}

/** Managers who have to decide; and of registrations that get one more link, that the last one had expired. */
async function tellOthers(tx: Db, rooms: RecordRooms, recorded: readonly Recorded[], alreadyPending: readonly RegistrationRow[]): Promise<void> {
  for (const { registration } of recorded) if (registration.kind === 'genuine' && registration.state === 'awaiting-manager') await rooms.askManager(tx, registration)
  const withLinks = new Set(recorded.flatMap(({ announcement }) => announcement.links.map(({ registrationId }) => registrationId)))
  for (const { id } of alreadyPending) if (withLinks.has(id)) await rooms.links.noteExpiry(tx, id)
}

/** By what entries of one address are told apart from others. */
export function emailKeyOfEntry({ application }: Pick<Entry, 'application'>): string {
  return emailKeyOf(application.person.connectionEmail)
}

function rowOf({ application, known }: AcceptedEntry, placement: Placement, about: Pick<RegistrationRow, 'kind' | 'mirrors' | 'emailKey' | 'accessKeySha256' | 'createdAt'>): RegistrationRow {
  const { person, conditions, locale } = application
  return newRegistration(known, placement, {
    ...person,
    ...about,
    phone: person.phone ?? null,
    locale,
    conditionsVersion: conditions.version,
    conditionsAcceptedAt: new Date(conditions.acceptedAt),
  })
}

function tokenMissing(): AppError {
  return new AppError('captcha-token-invalid', 'No captcha token', { problems: [{ pointer: '/captchaToken', code: 'required', params: {} }] })
}
