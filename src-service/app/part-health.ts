import { and, eq, inArray, lt, or, sql } from 'drizzle-orm'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { outbox } from '../storage/outbox-tables'

const LATE_MS = 15 * 60_000

export async function isDatabaseWell(db: Db): Promise<boolean> {
  await db.execute(sql`select 1`)
  return true
}

/** Well while no mail has been waiting for a quarter of an hour, and the mail server does not refuse whatever we send. */
export async function isOutboxWell(db: Db, clock: Clock): Promise<boolean> {
  const late = new Date(clock.now().getTime() - LATE_MS)
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(inArray(outbox.state, ['queued', 'sending']), or(lt(outbox.createdAt, late), eq(outbox.isShutOut, true))))
    .limit(1)
  return rows.length === 0
}
