import type { MailPurpose, Outbox } from '../mail/outbox'
import { mailRows, type NewMail } from '../mail/outbox-repository'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { insertMany } from '../storage/insert-many'
import { findRegistration, linkRows, type NewLink, type RegistrationRow } from './registration-repository'
import { summaryOf } from './summary'

export interface AnnounceRooms {
  readonly clock: Clock
  readonly outbox: Pick<Outbox, 'queueMail' | 'write' | 'writeNothing'>
  readonly activationMinutes: number
  readonly links: {
    readonly sendActivation: (tx: Db, registration: RegistrationRow) => Promise<void>
    readonly shadow: (tx: Db, registrationId: string, mailId: string) => Promise<void>
    readonly writeActivation: (registration: RegistrationRow, purpose?: MailPurpose) => { readonly mail: NewMail; readonly link: NewLink }
    readonly writeShadow: (registrationId: string, mailId: string) => NewLink
    readonly noteExpiry: (tx: Db, registrationId: string) => Promise<void>
  }
  readonly askManager: (tx: Db, registration: RegistrationRow) => Promise<void>
}

/** The mails that tell somebody, and the links that they carry. */
export interface Announcement {
  readonly mails: readonly NewMail[]
  readonly links: readonly NewLink[]
}

/**
 * What is told about a registration that was just accepted or got another address: what happens next, and the link if it may go out.
 * `pending` is the registration that it mirrors, if it is there.
 */
export function announcementOf(rooms: AnnounceRooms, registration: RegistrationRow, pending: RegistrationRow | undefined): Announcement {
  const summary = summaryOf(registration, rooms.activationMinutes)
  const hasLink = mayHaveLink(registration)
  if (registration.kind === 'genuine') {
    const mail = rooms.outbox.write(summary, { registrationId: registration.id })
    const activation = hasLink ? rooms.links.writeActivation(registration) : undefined
    return activation ? { mails: [mail, activation.mail], links: [activation.link] } : { mails: [mail], links: [] }
  }
  const { mails, links } = tellingOf(rooms, registration, pending, { registrationId: registration.id, inPlaceOfTwo: hasLink })
  return { mails: hasLink ? [rooms.outbox.writeNothing(summary), ...mails] : mails, links }
}

/** Queues what is told about one registration; a manager who has to decide is told as well. */
export async function announce(tx: Db, rooms: AnnounceRooms, registration: RegistrationRow): Promise<void> {
  await queueAnnouncement(tx, rooms, announcementOf(rooms, registration, await findMirrored(tx, registration)))
  if (registration.kind === 'genuine' && registration.state === 'awaiting-manager') await rooms.askManager(tx, registration)
}

/**
 * A new link for a genuine registration. For the others: a mail to the owner of the address, who learns what is the matter,
 * and a link that nobody holds, so that for whoever follows the registration everything goes on as ever.
 */
export async function sendLink(tx: Db, rooms: AnnounceRooms, registration: RegistrationRow): Promise<void> {
  if (registration.kind === 'genuine') await rooms.links.sendActivation(tx, registration)
  else await queueAnnouncement(tx, rooms, tellingOf(rooms, registration, await findMirrored(tx, registration), { registrationId: registration.id }))
}

/** No decision is missing, the number is verified, and there is no account yet. */
export function mayHaveLink({ state, branch, accountId }: RegistrationRow): boolean {
  return accountId === null && branch !== 'unverified' && (state === 'requested' || state === 'activation-sent')
}

function tellingOf(rooms: AnnounceRooms, registration: RegistrationRow, pending: RegistrationRow | undefined, purpose: MailPurpose): Announcement {
  const { mail, link } = newsFor(rooms, registration, pending, purpose)
  const links = link ? [link] : []
  return { mails: [mail], links: mayHaveLink(registration) ? [...links, rooms.links.writeShadow(registration.id, mail.id)] : links }
}

/** To the owner of an account; to whoever is registering already, with a link where one may go out. */
function newsFor(
  { outbox, links, clock, activationMinutes }: AnnounceRooms,
  registration: RegistrationRow,
  pending: RegistrationRow | undefined,
  purpose: MailPurpose,
): { readonly mail: NewMail; readonly link?: NewLink } {
  const { kind, connectionEmail: to, locale } = registration
  if (kind === 'account-exists') return { mail: outbox.write({ kind: 'already-registered', to, locale, askedAt: clock.now() }, purpose) }
  if (pending && mayHaveLink(pending)) return links.writeActivation(pending, purpose)
  return { mail: outbox.write(summaryOf(pending ?? registration, activationMinutes), purpose) }
}

async function findMirrored(tx: Db, { kind, mirrors }: RegistrationRow): Promise<RegistrationRow | undefined> {
  return kind === 'already-pending' && mirrors !== null ? findRegistration(tx, mirrors) : undefined
}

async function queueAnnouncement(tx: Db, rooms: AnnounceRooms, { mails, links }: Announcement): Promise<void> {
  for (const { registrationId } of links) if (registrationId) await rooms.links.noteExpiry(tx, registrationId)
  await insertMany(tx, [mailRows(mails), linkRows(links)])
}
