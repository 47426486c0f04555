import type { AccountExport } from '@shared/http/account-export'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { findSessionTimes, findStructuresInFull } from './export-repository'
import { describeAccount, type OwnAccountRooms, required } from './own-account'
import { findAccount } from './own-account-repository'

export interface ExportRooms extends Pick<OwnAccountRooms, 'db' | 'countRequests' | 'requestedStructures'> {
  readonly clock: Clock
  /** What the person has registered, with its course and the fate of its mails. */
  readonly registrationsOf: (db: Db, emailKey: string) => Promise<AccountExport['registrations']>
  readonly ticketsOf: (db: Db, emailKey: string) => Promise<AccountExport['tickets']>
}

/** All that the service holds of the person, in one document (GDPR, articles 15 and 20). Neither passwords nor tokens are in it: only their hashes are here. */
export async function exportAccount(rooms: ExportRooms, accountId: string): Promise<AccountExport> {
  const { db, clock, registrationsOf, ticketsOf } = rooms
  const { emailKey } = required(await findAccount(db, accountId))
  const sessionTimes = await findSessionTimes(db, accountId)
  return {
    exportedAt: clock.now().toISOString(),
    account: await describeAccount(rooms, accountId),
    structures: await findStructuresInFull(db, accountId),
    registrations: await registrationsOf(db, emailKey),
    tickets: await ticketsOf(db, emailKey),
    sessions: sessionTimes.map(({ createdAt, usedAt }) => ({ begunAt: createdAt.toISOString(), lastUsedAt: usedAt.toISOString() })),
  }
}
