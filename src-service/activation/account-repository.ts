import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { accounts } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { type RowsFor, rowsFor } from '../storage/insert-many'
import type { RegistrationRow } from './link-repository'

/** The account that a registration was for, as it is inserted. */
export function newAccount(registration: RegistrationRow, passwordHash: string, now: Date): typeof accounts.$inferInsert {
  const { connectionEmail, emailKey, contactEmail, firstName, lastName, phone, locale } = registration
  return {
    id: randomUUID(),
    connectionEmail, emailKey, contactEmail, firstName, lastName, phone, locale,
    role: 'account', passwordHash, passwordChangedAt: now, createdAt: now,
  }
}

export function accountRow(account: typeof accounts.$inferInsert): RowsFor {
  return rowsFor(accounts, [account])
}

export async function setPasswordHash(tx: Db, accountId: string, passwordHash: string, now: Date): Promise<void> {
  await tx.update(accounts).set({ passwordHash, passwordChangedAt: now }).where(eq(accounts.id, accountId))
}
