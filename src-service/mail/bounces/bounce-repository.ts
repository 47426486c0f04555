import { and, eq, gte, inArray, lt, or } from 'drizzle-orm'
import { bounceFiles, bounceMessages } from '../../storage/bounce-tables'
import type { Db } from '../../storage/database'
import { outbox, type OutboxState } from '../../storage/outbox-tables'

export type FilePlace = typeof bounceFiles.$inferSelect

/** The mail that a report names, by any of its names. */
export async function findReturned(db: Db, id: string | undefined, messageIds: readonly string[]): Promise<{ readonly id: string; readonly state: OutboxState } | undefined> {
  const [row] = await db
    .select({ id: outbox.id, state: outbox.state })
    .from(outbox)
    .where(or(id === undefined ? undefined : eq(outbox.id, id), inArray(outbox.messageId, [...messageIds])))
    .limit(1)
  return row
}

/** True when the mail was sent since then and had not been returned yet: nothing else is ever changed. */
export async function noteReturned(db: Db, id: string, sentSince: Date, change: { readonly state: OutboxState; readonly lastFailure: string }): Promise<boolean> {
  const rows = await db
    .update(outbox)
    .set(change)
    .where(and(eq(outbox.id, id), eq(outbox.state, 'sent'), gte(outbox.sentAt, sentSince)))
    .returning({ id: outbox.id })
  return rows.length > 0
}

export async function findFilePlace(db: Db, path: string): Promise<FilePlace | undefined> {
  const [place] = await db.select().from(bounceFiles).where(eq(bounceFiles.path, path))
  return place
}

export async function keepFilePlace(db: Db, place: FilePlace): Promise<void> {
  await db.insert(bounceFiles).values(place).onConflictDoUpdate({ target: bounceFiles.path, set: place })
}

/** Of these keys, those of messages that were read. */
export async function findReadKeys(db: Db, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db.select({ key: bounceMessages.key }).from(bounceMessages).where(inArray(bounceMessages.key, [...keys]))
  return new Set(rows.map(({ key }) => key))
}

export async function keepReadKey(db: Db, key: string, readAt: Date): Promise<void> {
  await db.insert(bounceMessages).values({ key, readAt }).onConflictDoNothing()
}

export async function forgetReadKeys(db: Db, readBefore: Date): Promise<void> {
  await db.delete(bounceMessages).where(lt(bounceMessages.readAt, readBefore))
}
