import { and, eq, inArray } from 'drizzle-orm'
import { accounts } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { OPEN_STATES, registrations } from '../storage/registration-tables'

export type AccountReceiver = typeof accounts.$inferSelect
export type RegistrationReceiver = typeof registrations.$inferSelect

export async function findAccountByEmail(db: Db, emailKey: string): Promise<AccountReceiver | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.emailKey, emailKey))
  return row
}

/** The one genuine registration that may still become the account of this address. */
export async function findOpenRegistrationByEmail(db: Db, emailKey: string): Promise<RegistrationReceiver | undefined> {
  const [row] = await db
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.emailKey, emailKey),
        eq(registrations.kind, 'genuine'),
        inArray(registrations.state, [...OPEN_STATES]),
      ),
    )
  return row
}
