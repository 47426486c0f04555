import { and, eq, lt, ne } from 'drizzle-orm'
import type { SessionRole } from '@shared/http/sessions'
import { accounts } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { sessions, signInFailures } from '../storage/session-tables'

export interface SessionRow {
  readonly tokenSha256: string
  readonly accountId: string
  readonly role: SessionRole
  readonly createdAt: Date
  readonly usedAt: Date
}

export async function insertSession(tx: Db, tokenSha256: string, accountId: string, now: Date): Promise<void> {
  await tx.insert(sessions).values({ tokenSha256, accountId, createdAt: now, usedAt: now })
}

export async function findSession(db: Db, tokenSha256: string): Promise<SessionRow | undefined> {
  const [row] = await db
    .select({ tokenSha256: sessions.tokenSha256, accountId: sessions.accountId, role: accounts.role, createdAt: sessions.createdAt, usedAt: sessions.usedAt })
    .from(sessions)
    .innerJoin(accounts, eq(sessions.accountId, accounts.id))
    .where(eq(sessions.tokenSha256, tokenSha256))
  return row
}

export async function noteUse(db: Db, tokenSha256: string, now: Date): Promise<void> {
  await db.update(sessions).set({ usedAt: now }).where(eq(sessions.tokenSha256, tokenSha256))
}

export async function endSession(db: Db, tokenSha256: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenSha256, tokenSha256))
}

/** All of an account's, or all but the one at hand. */
export async function endSessionsOf(tx: Db, accountId: string, except?: string): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.accountId, accountId), except === undefined ? undefined : ne(sessions.tokenSha256, except)))
}

/** Deletes sessions that began, and wrong passwords that were typed, before these moments. */
export async function forgetOldSessions(db: Db, { begunBefore, failedBefore }: { readonly begunBefore: Date; readonly failedBefore: Date }): Promise<void> {
  await db.delete(sessions).where(lt(sessions.createdAt, begunBefore))
  await db.delete(signInFailures).where(lt(signInFailures.lastAt, failedBefore))
}
