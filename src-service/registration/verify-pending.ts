import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/errors/app-error'
import type { Directory } from '../directory/directory'
import { SourceUnavailable } from '../directory/source'
import type { Db } from '../storage/database'
import { announce, type AnnounceRooms } from './announce'
import { findUnverified, insertEvents, lockRegistration, type RegistrationRow, updateRegistration } from './registration-repository'

export interface VerificationRooms extends AnnounceRooms {
  readonly db: Db
  readonly directory: Directory
  /** For somebody who has an account already. */
  readonly attach: (tx: Db, registration: RegistrationRow) => Promise<void>
  readonly startLife: (tx: Db, mailId: string, at: Date) => Promise<void>
  readonly wakeDispatcher: () => void
}

/**
 * Asks the directory again for the numbers that it could not answer for. A private one gets its link now; a public one,
 * and one that turns out unknown or closed, goes to support. Stops at the first "still down";
 * an answer that makes no sense may be about that number alone, and keeps nobody else waiting.
 */
export async function verifyPending(rooms: VerificationRooms): Promise<void> {
  for (const { id, identifier } of await findUnverified(rooms.db)) {
    let found
    try {
      found = await rooms.directory.find(identifier ?? '')
    } catch (failure) {
      if (!(failure instanceof AppError && failure.code === 'directory-unavailable')) throw failure
      if (failure instanceof SourceUnavailable && failure.trouble === 'not-understood') continue
      return
    }
    const isPrivate = found !== undefined && !found.closed && found.sector === 'private'
    const facts = found && { sector: found.sector, stated: { name: found.name, address: found.address, diffusible: found.diffusible } }
    await rooms.db.transaction(async (tx) => {
      const registration = await lockRegistration(tx, id)
      if (registration?.branch !== 'unverified' || registration.state !== 'requested') return
      const stated = facts ? { ...facts.stated, label: registration.stated.label } : registration.stated
      const changed = { ...(facts && { sector: facts.sector }), stated, changedAt: rooms.clock.now() }
      if (isPrivate) await goOn(tx, rooms, await updateRegistration(tx, id, { ...changed, branch: 'new-private' }))
      else await handToSupport(tx, rooms, id, changed)
    })
    rooms.wakeDispatcher()
  }
}

/** The owner of a known address was told when it was asked: only the count-down has to begin like everybody's. */
async function goOn(tx: Db, rooms: VerificationRooms, registration: RegistrationRow): Promise<void> {
  if (registration.accountId !== null) return rooms.attach(tx, registration)
  if (registration.kind === 'genuine') {
    await rooms.links.sendActivation(tx, registration)
    return
  }
  const mailId = randomUUID()
  await rooms.links.shadow(tx, registration.id, mailId)
  await rooms.startLife(tx, mailId, rooms.clock.now())
}

async function handToSupport(tx: Db, rooms: VerificationRooms, id: string, change: Parameters<typeof updateRegistration>[2]): Promise<void> {
  const registration = await updateRegistration(tx, id, { ...change, branch: 'new-public', state: 'awaiting-support' })
  await insertEvents(tx, id, rooms.clock.now(), ['awaiting-support'])
  if (registration.kind === 'genuine' && registration.accountId === null) await announce(tx, rooms, registration)
}
