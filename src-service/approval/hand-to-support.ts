import { and, eq, exists, inArray, not, type SQL, sql } from 'drizzle-orm'
import { attachments } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { registrationEvents, registrations } from '../storage/registration-tables'

/** Requests that wait for a manager of these structures, of which some have none any more: support decides those. */
export async function handToSupport(tx: Db, now: Date, structureIds: readonly string[]): Promise<void> {
  if (structureIds.length === 0) return
  const manager = tx
    .select({ one: sql`1` })
    .from(attachments)
    .where(and(eq(attachments.structureId, registrations.structureId), eq(attachments.role, 'manager')))
  await passToSupport(tx, now, and(inArray(registrations.structureId, [...structureIds]), not(exists(manager))))
}

/** Of those that wait for a manager, these wait for support from now on. */
export async function passToSupport(tx: Db, now: Date, which: SQL | undefined): Promise<void> {
  const rows = await tx
    .update(registrations)
    .set({ state: 'awaiting-support', changedAt: now })
    .where(and(eq(registrations.state, 'awaiting-manager'), which))
    .returning({ id: registrations.id })
  if (rows.length > 0)
    await tx.insert(registrationEvents).values(rows.map(({ id }) => ({ registrationId: id, at: now, event: 'awaiting-support' as const })))
}
