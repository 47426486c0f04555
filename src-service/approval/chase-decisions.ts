import { and, eq, lt, sql } from 'drizzle-orm'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { registrations } from '../storage/registration-tables'
import { type AskRooms, askManager } from './ask-manager'
import { passToSupport } from './hand-to-support'

export interface ChaseRooms extends AskRooms {
  readonly db: Db
  readonly clock: Clock
  readonly wakeDispatcher: () => void
}

const DAY_MS = 24 * 60 * 60_000
const REMINDERS_AFTER_DAYS = [2, 5]
const SUPPORT_AFTER_DAYS = 7

/** Requests that a manager leaves lying: reminders after 2 and 5 days, to support after 7. */
export async function chaseDecisions(rooms: ChaseRooms): Promise<void> {
  const { db, clock } = rooms
  const now = clock.now()
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MS)

  await db.transaction(async (tx) => {
    await passToSupport(tx, now, lt(registrations.changedAt, daysAgo(SUPPORT_AFTER_DAYS)))

    // The latest first: whoever was away for a week is reminded once, not twice.
    for (const [index, days] of [...REMINDERS_AFTER_DAYS.entries()].reverse()) {
      const due = await tx
        .update(registrations)
        .set({ remindersSent: sql`${index + 1}` })
        .where(and(eq(registrations.state, 'awaiting-manager'), lt(registrations.changedAt, daysAgo(days)), lt(registrations.remindersSent, index + 1)))
        .returning()
      for (const registration of due) if (registration.kind === 'genuine') await askManager(tx, rooms, registration, days)
    }
  })
  rooms.wakeDispatcher()
}
