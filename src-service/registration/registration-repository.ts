import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { TimelineEvent } from '@shared/registration/progress'
import { accounts } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { isSentOrOnItsWay } from '../storage/link-sent'
import { links } from '../storage/link-tables'
import { registrationEvents, type RegistrationKind, registrations } from '../storage/registration-tables'

export type RegistrationRow = typeof registrations.$inferSelect
export type LinkRow = typeof links.$inferSelect
export type EventRow = typeof registrationEvents.$inferSelect

/** States in which a registration may still become an account. */
export const OPEN_STATES = ['requested', 'awaiting-manager', 'awaiting-support', 'activation-sent'] as const

export async function insertRegistration(tx: Db, row: typeof registrations.$inferInsert): Promise<RegistrationRow> {
  const [inserted] = await tx.insert(registrations).values(row).returning()
  if (!inserted) throw new Error('An insert gave no row back')
  return inserted
}

export async function insertEvents(tx: Db, registrationId: string, at: Date, events: readonly TimelineEvent[]): Promise<void> {
  await tx.insert(registrationEvents).values(events.map((event) => ({ registrationId, at, event })))
}

export async function findRegistration(db: Db, id: string): Promise<RegistrationRow | undefined> {
  const [row] = await db.select().from(registrations).where(eq(registrations.id, id))
  return row
}

/** The same, and nobody else changes it before the transaction ends. */
export async function lockRegistration(tx: Db, id: string): Promise<RegistrationRow | undefined> {
  const [row] = await tx.select().from(registrations).where(eq(registrations.id, id)).for('update')
  return row
}

export async function findByAccessKey(db: Db, accessKeySha256: string): Promise<RegistrationRow | undefined> {
  const [row] = await db.select().from(registrations).where(eq(registrations.accessKeySha256, accessKeySha256))
  return row
}

export async function updateRegistration(tx: Db, id: string, change: Partial<typeof registrations.$inferInsert>): Promise<RegistrationRow> {
  const [row] = await tx.update(registrations).set(change).where(eq(registrations.id, id)).returning()
  if (!row) throw new Error('The registration is gone')
  return row
}

/** What the address leads to: both questions are asked, in one statement, whatever the first one says. */
export async function findKindFor(tx: Db, emailKey: string, exceptId?: string): Promise<{ kind: RegistrationKind; mirrors: string | null }> {
  const account = tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.emailKey, emailKey))
  const pending = tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.emailKey, emailKey),
        eq(registrations.kind, 'genuine'),
        inArray(registrations.state, [...OPEN_STATES]),
        ...(exceptId === undefined ? [] : [ne(registrations.id, exceptId)]),
      ),
    )
    .limit(1)
  const answer = (await tx.execute(sql`select (${account}) as account_id, (${pending}) as pending_id`)) as unknown as {
    rows: { account_id: string | null; pending_id: string | null }[]
  }
  const { account_id: accountId = null, pending_id: pendingId = null } = answer.rows[0] ?? {}
  if (accountId !== null) return { kind: 'account-exists', mirrors: null }
  return pendingId === null ? { kind: 'genuine', mirrors: null } : { kind: 'already-pending', mirrors: pendingId }
}

/** Rows that mirrored this one lead nowhere from now on: its address is another. */
export async function releaseMirrors(tx: Db, id: string): Promise<void> {
  await tx.update(registrations).set({ mirrors: null }).where(eq(registrations.mirrors, id))
}

export async function findEvents(db: Db, registrationId: string): Promise<EventRow[]> {
  return db.select().from(registrationEvents).where(eq(registrationEvents.registrationId, registrationId)).orderBy(asc(registrationEvents.position))
}

/** The links that count: not ended before their time, and sent or on their way. */
export async function findLinks(db: Db, registrationId: string): Promise<LinkRow[]> {
  return db.select().from(links).where(and(eq(links.registrationId, registrationId), isNull(links.endedAt), isSentOrOnItsWay(db)))
}

export async function findUnverified(db: Db): Promise<RegistrationRow[]> {
  return db.select().from(registrations).where(and(eq(registrations.branch, 'unverified'), eq(registrations.state, 'requested')))
}
