import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { accounts } from '../storage/account-tables'
import type { Db } from '../storage/database'
import type { RegistrationRow } from './link-repository'

/** The account that a registration was for. Its id is answered. */
export async function insertAccount(tx: Db, registration: RegistrationRow, passwordHash: string, now: Date): Promise<string> {
  const { connectionEmail, emailKey, contactEmail, firstName, lastName, phone, locale } = registration
  const id = randomUUID()
  await tx.insert(accounts).values({
    id, connectionEmail, emailKey, contactEmail, firstName, lastName, phone, locale,
    role: 'account', passwordHash, passwordChangedAt: now, createdAt: now,
  })
  return id
}

export async function setPasswordHash(tx: Db, accountId: string, passwordHash: string, now: Date): Promise<void> {
  await tx.update(accounts).set({ passwordHash, passwordChangedAt: now }).where(eq(accounts.id, accountId))
}
