import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import type { RegistrationRow } from './link-repository'
import { activateRegistration, lockNewStructure, settleStructure } from './settle-registration'

interface AttachRooms {
  readonly clock: Clock
  /** A registration of this structure now has to wait for a decision; its manager is told. */
  readonly askManager: (tx: Db, registration: RegistrationRow) => Promise<void>
}

/** Ties the account that asked for one more structure to it, without a link: whoever asks has a password already. */
export async function attachAccount(tx: Db, { clock, askManager }: AttachRooms, asked: RegistrationRow): Promise<void> {
  const now = clock.now()
  const { accountId } = asked
  await lockNewStructure(tx, asked)
  const registration = await activateRegistration(tx, asked.id, now)
  if (!registration || accountId === null) throw new Error('Only a request of an account, on its way, attaches one')
  for (const rival of await settleStructure(tx, registration, accountId, now)) await askManager(tx, rival)
}
