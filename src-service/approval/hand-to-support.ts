import { and, eq, exists, inArray, not, sql } from 'drizzle-orm'
import { attachments } from '../storage/account-tables'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { registrationEvents, registrations } from '../storage/registration-tables'

/** Requests that wait for a manager of these structures, of which some have none any more: support decides those. */
export async function handToSupport(tx: Db, clock: Clock, structureIds: readonly string[]): Promise<void> {
  if (structureIds.length === 0) return
  const now = clock.now()
  const manager = tx
    .select({ one: sql`1` })
    .from(attachments)
    .where(and(eq(attachments.structureId, registrations.structureId), eq(attachments.role, 'manager')))
  const rows = await tx
    .update(registrations)
    .set({ state: 'awaiting-support', changedAt: now })
    .where(and(eq(registrations.state, 'awaiting-manager'), inArray(registrations.structureId, [...structureIds]), not(exists(manager))))
    .returning({ id: registrations.id })
  if (rows.length > 0)
    await tx.insert(registrationEvents).values(rows.map(({ id }) => ({ registrationId: id, at: now, event: 'awaiting-support' as const })))
}
