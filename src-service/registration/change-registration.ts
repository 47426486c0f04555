import { AppError } from '@shared/errors/app-error'
import { isFinal } from '@shared/registration/progress'
import type { Outbox } from '../mail/outbox'
import type { Db } from '../storage/database'
import { emailKeyOf, lockEmail, lockEmails } from '../storage/locks'
import { accessRefused } from '../storage/refused-with-status'
import { announce, type AnnounceRooms, mayHaveLink, sendLink } from './announce'
import {
  findKindFor, findRegistration, insertEvents, lockRegistration, type RegistrationRow, releaseMirrors, updateRegistration,
} from './registration-repository'

export interface ChangeRooms extends AnnounceRooms {
  readonly db: Db
  readonly outbox: AnnounceRooms['outbox'] & Pick<Outbox, 'withdrawMails'>
  readonly endLinks: (tx: Db, registrationId: string) => Promise<void>
  /** Counts mails that somebody has sent to an address. */
  readonly limitMails: (emailKey: string) => Promise<void>
  readonly limitCorrections: (registrationId: string) => Promise<void>
  readonly wakeDispatcher: () => void
}

/**
 * Another connection email: links that went to the old one die, everything goes out anew to the right one.
 * Throws `registration-not-open` once it is active, refused or withdrawn.
 */
export async function correctAddress(rooms: ChangeRooms, id: string, connectionEmail: string): Promise<RegistrationRow> {
  const emailKey = emailKeyOf(connectionEmail)
  await rooms.limitCorrections(id)
  await rooms.limitMails(emailKey)
  const { emailKey: former } = requireOpen(await findRegistration(rooms.db, id))
  const corrected = await rooms.db.transaction(async (tx) => {
    // Both, in the same order as everybody: nothing is sent to the former address meanwhile.
    await lockEmails(tx, [former, emailKey])
    const registration = await lockOpen(tx, id)
    const now = rooms.clock.now()
    await rooms.endLinks(tx, id)
    await rooms.outbox.withdrawMails(tx, id)
    await releaseMirrors(tx, id)
    const isSameContact = emailKeyOf(registration.contactEmail) === registration.emailKey
    const changed = await updateRegistration(tx, id, {
      connectionEmail,
      emailKey,
      ...(isSameContact && { contactEmail: connectionEmail }),
      ...(await findKindFor(tx, emailKey, id)),
    })
    await insertEvents(tx, id, now, ['address-corrected'])
    await announce(tx, rooms, changed)
    return changed
  })
  rooms.wakeDispatcher()
  return corrected
}

/** Takes the registration back: no link of it opens anything any more. Asking twice does no harm. */
export async function withdraw(rooms: ChangeRooms, id: string): Promise<void> {
  await rooms.db.transaction(async (tx) => {
    const registration = await lockRegistration(tx, id)
    if (registration?.state === 'withdrawn') return
    requireOpen(registration)
    const now = rooms.clock.now()
    await rooms.endLinks(tx, id)
    await rooms.outbox.withdrawMails(tx, id)
    await updateRegistration(tx, id, { state: 'withdrawn', changedAt: now })
    await insertEvents(tx, id, now, ['withdrawn'])
  })
}

/**
 * The link again; a live one stays live. Throws `activation-blocked` while a decision is missing,
 * `registration-not-open` once it is over. A number that is still to be verified gets its link when it is.
 */
export async function sendAgain(rooms: ChangeRooms, id: string): Promise<RegistrationRow> {
  const { emailKey } = requireOpen(await findRegistration(rooms.db, id))
  await rooms.limitMails(emailKey)
  const registration = await rooms.db.transaction(async (tx) => {
    await lockEmail(tx, emailKey)
    const found = await lockOpen(tx, id)
    if (found.state === 'awaiting-manager' || found.state === 'awaiting-support') throw new AppError('activation-blocked', 'A decision is missing')
    const current = found.kind === 'genuine' ? found : await updateRegistration(tx, id, await findKindFor(tx, found.emailKey, id))
    if (mayHaveLink(current)) await sendLink(tx, rooms, current)
    return current
  })
  rooms.wakeDispatcher()
  return registration
}

async function lockOpen(tx: Db, id: string): Promise<RegistrationRow> {
  return requireOpen(await lockRegistration(tx, id))
}

function requireOpen(registration: RegistrationRow | undefined): RegistrationRow {
  if (!registration) throw accessRefused(401)
  if (isFinal(registration.state)) throw new AppError('registration-not-open', `It is ${registration.state}`)
  return registration
}
