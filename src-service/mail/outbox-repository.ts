import { and, asc, desc, eq, inArray, lt, lte, min, or, sql } from 'drizzle-orm'
import { outbox, type OutboxState } from '../storage/outbox-tables'
import type { Db } from '../storage/database'
import { insertMany, type RowsFor, rowsFor } from '../storage/insert-many'

export type OutboxRow = typeof outbox.$inferSelect
export type NewMail = typeof outbox.$inferInsert

export async function insertMails(tx: Db, mails: readonly NewMail[]): Promise<void> {
  await insertMany(tx, [mailRows(mails)])
}

export function mailRows(mails: readonly NewMail[]): RowsFor {
  return rowsFor(outbox, mails)
}

export async function deleteQueuedMails(tx: Db, registrationId: string): Promise<void> {
  await tx.delete(outbox).where(and(eq(outbox.registrationId, registrationId), eq(outbox.state, 'queued')))
}

/**
 * Takes up to `limit` mails that are due, or whose holder has let its lease run out, in the order in which they were queued.
 * Any number of dispatchers may ask at once: none waits for another, and none gets a mail that another holds.
 */
export async function leaseDueMails(db: Db, now: Date, leasedUntil: Date, limit: number): Promise<OutboxRow[]> {
  const due = db.$with('due').as(
    db
      .select({ id: outbox.id })
      .from(outbox)
      .where(
        or(
          and(eq(outbox.state, 'queued'), lte(outbox.nextAttemptAt, now)),
          and(eq(outbox.state, 'sending'), lt(outbox.leasedUntil, now)),
        ),
      )
      .orderBy(asc(outbox.position))
      .limit(limit)
      .for('update', { skipLocked: true }),
  )
  const rows = await db
    .with(due)
    .update(outbox)
    .set({ state: 'sending', attempts: sql`${outbox.attempts} + 1`, leasedUntil })
    .where(inArray(outbox.id, db.select({ id: due.id }).from(due)))
    .returning()
  return rows.sort((one, other) => one.position - other.position)
}

/** A server has the mail: one write, as soon as it is known. */
export async function noteAccepted(db: Db, row: OutboxRow, acceptedAt: Date): Promise<void> {
  await db.update(outbox).set({ acceptedAt }).where(isHeldBy(row))
}

/** The mail is gone and its content with it. False when somebody else has noted that already. */
export async function noteSent(tx: Db, id: string, sentAt: Date): Promise<boolean> {
  const rows = await tx
    .update(outbox)
    .set({ state: 'sent', sentAt, sealedContent: null, leasedUntil: null, lastFailure: null, isShutOut: false })
    .where(and(eq(outbox.id, id), eq(outbox.state, 'sending')))
    .returning({ id: outbox.id })
  return rows.length > 0
}

/** Back into the queue, unless the lease has run out and somebody else has the mail by now. */
export async function noteRetry(db: Db, row: OutboxRow, next: { readonly nextAttemptAt: Date; readonly lastFailure: string; readonly isShutOut: boolean }): Promise<void> {
  await db.update(outbox).set({ state: 'queued', leasedUntil: null, ...next }).where(isHeldBy(row))
}

export async function noteGivenUp(db: Db, row: OutboxRow, state: 'failed' | 'bounced', lastFailure: string): Promise<void> {
  await db.update(outbox).set({ state, sealedContent: null, leasedUntil: null, lastFailure, isShutOut: false }).where(isHeldBy(row))
}

/** A mail that was leased but not begun goes back as if nothing had been. */
export async function releaseLease(db: Db, row: OutboxRow): Promise<void> {
  await db
    .update(outbox)
    .set({ state: 'queued', attempts: sql`${outbox.attempts} - 1`, leasedUntil: null })
    .where(isHeldBy(row))
}

/** For a service that has the database to itself: whatever is "sending" at its start was cut off by its end. */
export async function releaseAllLeases(db: Db): Promise<void> {
  await db.update(outbox).set({ state: 'queued', leasedUntil: null }).where(eq(outbox.state, 'sending'))
}

/** When the next waiting mail is due. */
export async function findNextDue(db: Db): Promise<Date | undefined> {
  const [row] = await db.select({ at: min(outbox.nextAttemptAt) }).from(outbox).where(eq(outbox.state, 'queued'))
  return row?.at ?? undefined
}

/** What became of the newest mail about a registration, in the words that an applicant is shown. */
export async function findMailState(db: Db, registrationId: string): Promise<Exclude<OutboxState, 'sending'> | undefined> {
  const [row] = await db
    .select({ state: outbox.state })
    .from(outbox)
    .where(eq(outbox.registrationId, registrationId))
    .orderBy(desc(outbox.position))
    .limit(1)
  return row?.state === 'sending' ? 'queued' : row?.state
}

/** Sent or given up, and older than that: nothing is left in these rows but states. */
export async function deleteFinishedMails(db: Db, createdBefore: Date): Promise<void> {
  await db.delete(outbox).where(and(inArray(outbox.state, ['sent', 'failed', 'bounced']), lt(outbox.createdAt, createdBefore)))
}

/** The attempt count is the fence: it moved on if the mail was leased again. */
function isHeldBy(row: OutboxRow) {
  return and(eq(outbox.id, row.id), eq(outbox.state, 'sending'), eq(outbox.attempts, row.attempts))
}
