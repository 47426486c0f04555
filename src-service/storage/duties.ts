import { lte } from 'drizzle-orm'
import type { Db } from './database'
import { duties } from './service-tables'

/** Takes a duty over until it is due again: of any number of instances that ask, one is told true. */
export async function takeDuty(db: Db, name: string, now: Date, dueAgainAt: Date): Promise<boolean> {
  const taken = await db
    .insert(duties)
    .values({ name, dueAt: dueAgainAt })
    .onConflictDoUpdate({ target: duties.name, set: { dueAt: dueAgainAt }, setWhere: lte(duties.dueAt, now) })
    .returning({ name: duties.name })
  return taken.length > 0
}
