import { and, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { idempotencyKeys, registrations } from '../storage/registration-tables'

const DAY_MS = 24 * 60 * 60_000

/**
 * Deletes what is kept no longer: keys after 30 days; registrations that were never activated 7 days after their last link,
 * refused and withdrawn ones after 30, ones whose mail never left after 30, and ones that nobody decided after 90.
 */
export async function forgetOldRegistrations(db: Db, clock: Clock): Promise<void> {
  const daysAgo = (days: number): Date => new Date(clock.now().getTime() - days * DAY_MS)
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, daysAgo(30)))
  await db.delete(registrations).where(
    or(
      and(inArray(registrations.state, ['requested', 'activation-sent']), lt(registrations.lastLinkAt, daysAgo(7))),
      and(inArray(registrations.state, ['requested', 'activation-sent']), isNull(registrations.lastLinkAt), lt(registrations.changedAt, daysAgo(30))),
      and(inArray(registrations.state, ['awaiting-manager', 'awaiting-support']), lt(registrations.changedAt, daysAgo(90))),
      and(inArray(registrations.state, ['attachment-refused', 'structure-refused', 'withdrawn']), lt(registrations.changedAt, daysAgo(30))),
    ),
  )
}
