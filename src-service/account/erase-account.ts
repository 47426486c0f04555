import type { AccountErasure } from '@shared/http/account'
import { normalisePassword } from '@shared/password/password-rule'
import type { Outbox } from '../mail/outbox'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { deleteAccount, deleteNamelessStructures, findManagedStructures } from './erasure-repository'
import { findAccount, lockAccount } from './own-account-repository'
import { required, wrongPassword } from './own-account'
import type { Passwords } from './passwords'

export interface ErasureRooms {
  readonly db: Db
  readonly clock: Clock
  readonly outbox: Pick<Outbox, 'queueMail'>
  readonly passwords: Passwords
  /** What other rooms hold of this person: registrations with their mails on the way, tickets. */
  readonly forgetPerson: (tx: Db, emailKey: string) => Promise<void>
  /** Requests that wait for the manager of a structure that has none any more: support decides them. */
  readonly handToSupport: (tx: Db, structureIds: readonly string[]) => Promise<void>
  readonly wakeDispatcher: () => void
}

/**
 * Everything that the service holds of the person, at once: account, sessions, links, registrations, requests. Structures stay,
 * but for those that only stand for this person. Throws `password-wrong`, `service-busy`.
 */
export async function eraseAccount(rooms: ErasureRooms, accountId: string, { password }: AccountErasure): Promise<void> {
  const { db, clock, outbox, passwords } = rooms
  const { emailKey, passwordHash: known } = required(await findAccount(db, accountId))
  if (!(await passwords.matches(normalisePassword(password), known))) throw wrongPassword('/password')

  await db.transaction(async (tx) => {
    // Before the account is held: whoever decides about one of these holds it first, and then attaches the account.
    await rooms.forgetPerson(tx, emailKey)
    const account = required(await lockAccount(tx, accountId))
    if (account.passwordHash !== known) throw wrongPassword('/password')
    const managed = await findManagedStructures(tx, accountId)
    await deleteAccount(tx, accountId)
    await rooms.handToSupport(tx, managed)
    await deleteNamelessStructures(tx, managed)
    const { contactEmail: to, locale } = account
    await outbox.queueMail(tx, { kind: 'account-erased', to, locale, erasedAt: clock.now() })
  })
  rooms.wakeDispatcher()
}
