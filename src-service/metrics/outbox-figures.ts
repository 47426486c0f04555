import { count, inArray, min } from 'drizzle-orm'
import type { Db } from '../storage/database'
import { outbox, type OutboxState } from '../storage/outbox-tables'

/** How many mails there are in each state that occurs, for the whole service, not for one instance of it. */
export async function readOutboxSizes(db: Db): Promise<ReadonlyMap<OutboxState, number>> {
  const sizes = await db.select({ state: outbox.state, mails: count() }).from(outbox).groupBy(outbox.state)
  return new Map(sizes.map(({ state, mails }) => [state, mails]))
}

/** When the oldest mail was queued that has not left yet. */
export async function findOldestWaiting(db: Db): Promise<Date | undefined> {
  const [oldest] = await db.select({ at: min(outbox.createdAt) }).from(outbox).where(inArray(outbox.state, ['queued', 'sending']))
  return oldest?.at ?? undefined
}
