import { and, count, eq, exists, gte, isNull, not, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { RegistrationState } from '@shared/registration/progress'
import type { Db } from '../storage/database'
import { links } from '../storage/link-tables'
import { outbox } from '../storage/outbox-tables'
import { registrations } from '../storage/registration-tables'

/** Somebody's first: neither what only looks like one, nor one more structure of an account. */
const firstOnes = () => and(eq(registrations.kind, 'genuine'), isNull(registrations.accountId))
const dayOf = (moment: AnyPgColumn) => sql<string>`to_char(${moment} at time zone 'Europe/Paris', 'YYYY-MM-DD')`

/** `activation-expired` is nowhere written down: it is a link that was sent, and of which none is live any more. */
export async function countByState(db: Db, now: Date): Promise<{ readonly state: RegistrationState; readonly count: number }[]> {
  const liveLink = db
    .select({ one: sql`1` })
    .from(links)
    .where(and(eq(links.registrationId, registrations.id), isNull(links.endedAt), isNull(links.usedAt), or(isNull(links.expiresAt), gte(links.expiresAt, now))))
  const state = sql<RegistrationState>`case when ${registrations.state} = 'activation-sent' and ${not(exists(liveLink))} then 'activation-expired' else ${registrations.state} end`
  return db.select({ state, count: count() }).from(registrations).where(firstOnes()).groupBy(sql`1`)
}

export async function countRequestedByDay(db: Db, from: Date): Promise<{ readonly day: string; readonly count: number }[]> {
  const day = dayOf(registrations.createdAt)
  return db.select({ day, count: count() }).from(registrations).where(and(firstOnes(), gte(registrations.createdAt, from))).groupBy(sql`1`)
}

/** Of each account that became active: the day, and the minutes since its request. */
export async function findActivations(db: Db, from: Date): Promise<{ readonly day: string; readonly minutes: number }[]> {
  const minutes = sql<number>`extract(epoch from ${registrations.changedAt} - ${registrations.createdAt})::float8 / 60`
  return db
    .select({ day: dayOf(registrations.changedAt), minutes })
    .from(registrations)
    .where(and(firstOnes(), eq(registrations.state, 'active'), gte(registrations.changedAt, from)))
}

export async function countMailsByDay(db: Db, from: Date): Promise<{ readonly day: string; readonly state: string; readonly count: number }[]> {
  return db.select({ day: dayOf(outbox.createdAt), state: outbox.state, count: count() }).from(outbox).where(gte(outbox.createdAt, from)).groupBy(sql`1`, outbox.state)
}
