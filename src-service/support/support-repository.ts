import { and, asc, desc, eq, or } from 'drizzle-orm'
import type { Db } from '../storage/database'
import { links } from '../storage/link-tables'
import { outbox } from '../storage/outbox-tables'
import { type Branch, registrationEvents, registrations } from '../storage/registration-tables'

export type RegistrationRow = typeof registrations.$inferSelect

/** How many registrations one search shows: more means that the question was not precise. */
const MOST_FOUND = 20

/** Genuine ones that wait for support, longest waiting first. */
export async function findWaiting(db: Db, branch: Branch): Promise<RegistrationRow[]> {
  return db
    .select()
    .from(registrations)
    .where(and(eq(registrations.kind, 'genuine'), eq(registrations.state, 'awaiting-support'), eq(registrations.branch, branch)))
    .orderBy(asc(registrations.changedAt), asc(registrations.id))
}

export async function findById(db: Db, id: string): Promise<RegistrationRow | undefined> {
  const [row] = await db.select().from(registrations).where(and(eq(registrations.id, id), eq(registrations.kind, 'genuine')))
  return row
}

/** By exactly one of the three; newest first. */
export async function search(db: Db, { reference, emailKey, identifier }: { readonly reference: string; readonly emailKey: string; readonly identifier: string }): Promise<RegistrationRow[]> {
  return db
    .select()
    .from(registrations)
    .where(and(eq(registrations.kind, 'genuine'), or(eq(registrations.reference, reference), eq(registrations.emailKey, emailKey), eq(registrations.identifier, identifier))))
    .orderBy(desc(registrations.createdAt))
    .limit(MOST_FOUND)
}

export async function findOfPerson(db: Db, emailKey: string): Promise<RegistrationRow[]> {
  return db.select().from(registrations).where(and(eq(registrations.kind, 'genuine'), eq(registrations.emailKey, emailKey))).orderBy(asc(registrations.createdAt))
}

export async function findStory(db: Db, registrationId: string) {
  return {
    events: await db.select().from(registrationEvents).where(eq(registrationEvents.registrationId, registrationId)).orderBy(asc(registrationEvents.position)),
    mails: await db.select().from(outbox).where(eq(outbox.registrationId, registrationId)).orderBy(asc(outbox.position)),
    links: await db.select().from(links).where(eq(links.registrationId, registrationId)).orderBy(asc(links.createdAt)),
  }
}
