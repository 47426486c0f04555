import { and, desc, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { accounts } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { isSentOrOnItsWay } from '../storage/link-sent'
import { links } from '../storage/link-tables'
import { prepareOnce, timeGiven } from '../storage/prepare-once'
import { registrationEvents, registrations } from '../storage/registration-tables'

export type LinkRow = typeof links.$inferSelect
export type NewLink = typeof links.$inferInsert
export type RegistrationRow = typeof registrations.$inferSelect
export type AccountRow = typeof accounts.$inferSelect

/** A link with what it is for: a registration's first password, or an account's next one. */
export interface HeldLink {
  readonly link: LinkRow
  readonly registration: RegistrationRow | undefined
  readonly account: AccountRow | undefined
}

export async function insertLink(tx: Db, link: NewLink): Promise<void> {
  await tx.insert(links).values(link)
}

const linkByToken = prepareOnce((db) =>
  db
    .select()
    .from(links)
    .leftJoin(registrations, eq(links.registrationId, registrations.id))
    .leftJoin(accounts, eq(links.accountId, accounts.id))
    .where(eq(links.tokenSha256, sql.placeholder('tokenSha256')))
    .prepare('link_by_token'),
)

export async function findLinkByToken(db: Db, tokenSha256: string): Promise<HeldLink | undefined> {
  const [row] = await linkByToken(db).execute({ tokenSha256 })
  return row && { link: row.links, registration: row.registrations ?? undefined, account: row.accounts ?? undefined }
}

export async function findRegistrationByReference(db: Db, reference: string): Promise<RegistrationRow | undefined> {
  const [row] = await db.select().from(registrations).where(eq(registrations.reference, reference))
  return row
}

/** Nobody else changes the registration before the transaction ends. */
export async function holdRegistration(tx: Db, id: string): Promise<void> {
  await tx.select({ id: registrations.id }).from(registrations).where(eq(registrations.id, id)).for('update')
}

/** Takes one try from every code of the registration that has one left, before any is compared. */
export async function takeCodeTry(db: Db, registrationId: string): Promise<LinkRow[]> {
  return db
    .update(links)
    .set({ codeTriesLeft: sql`${links.codeTriesLeft} - 1` })
    .where(and(eq(links.registrationId, registrationId), gt(links.codeTriesLeft, 0), isNull(links.endedAt)))
    .returning()
}

export async function giveCodeTryBack(db: Db, linkIds: readonly string[]): Promise<void> {
  await db
    .update(links)
    .set({ codeTriesLeft: sql`${links.codeTriesLeft} + 1` })
    .where(inArray(links.id, [...linkIds]))
}

const consuming = prepareOnce((db) => {
  const isThis = eq(links.id, sql.placeholder('id'))
  const at = timeGiven('at')
  return db
    .update(links)
    .set({ usedAt: sql`case when ${isThis} then ${at} end`, endedAt: sql`case when ${isThis} then null else ${at} end` })
    .where(
      and(
        or(eq(links.registrationId, sql.placeholder('registrationId')), eq(links.accountId, sql.placeholder('accountId'))),
        isNull(links.usedAt),
        isNull(links.endedAt),
        or(ne(links.id, sql.placeholder('id')), isNull(links.expiresAt), gt(links.expiresAt, at)),
      ),
    )
    .returning({ id: links.id })
    .prepare('consume_link')
})

/**
 * The one statement that consumes a link: of any number of callers, one is told true. Whatever other links its owner has end with it,
 * which holds only where it was consumed: whoever is told false undoes the transaction.
 */
export async function consumeLink(tx: Db, { id, registrationId, accountId }: LinkRow, now: Date): Promise<boolean> {
  const rows = await consuming(tx).execute({ id, registrationId, accountId, at: now.toISOString() })
  return rows.some((row) => row.id === id)
}

export async function endLinksOfRegistration(tx: Db, registrationId: string, now: Date): Promise<void> {
  await tx
    .update(links)
    .set({ endedAt: now })
    .where(and(eq(links.registrationId, registrationId), isNull(links.usedAt), isNull(links.endedAt)))
}

export async function endLinksOfAccount(tx: Db, accountId: string, now: Date): Promise<void> {
  await tx
    .update(links)
    .set({ endedAt: now })
    .where(and(eq(links.accountId, accountId), isNull(links.usedAt), isNull(links.endedAt)))
}

/** Starts the time of every link that the mail carries and that was not ended meanwhile, once. Answers whose registrations' they are. */
export async function startLinks(tx: Db, mailId: string, expiresAt: Date): Promise<string[]> {
  const rows = await tx
    .update(links)
    .set({ expiresAt })
    .where(and(eq(links.mailId, mailId), isNull(links.expiresAt), isNull(links.endedAt)))
    .returning({ registrationId: links.registrationId })
  return rows.flatMap(({ registrationId }) => registrationId ?? [])
}

/** The newest end of any link that went out and was not ended; undefined while one is still to be accepted, or none is there. */
export async function findLastExpiry(tx: Db, registrationId: string): Promise<Date | undefined> {
  const [newest] = await tx
    .select({ expiresAt: links.expiresAt })
    .from(links)
    .where(and(eq(links.registrationId, registrationId), isNull(links.endedAt), isSentOrOnItsWay(tx)))
    .orderBy(desc(sql`${links.expiresAt} is null`), desc(links.expiresAt))
    .limit(1)
  return newest?.expiresAt ?? undefined
}

export async function insertEvent(tx: Db, event: typeof registrationEvents.$inferInsert): Promise<void> {
  await tx.insert(registrationEvents).values(event)
}

/** The registration is at `activation-sent` from now on, if it was on its way there. */
export async function noteLinkSent(tx: Db, registrationIds: readonly string[], at: Date): Promise<string[]> {
  if (registrationIds.length === 0) return []
  const rows = await tx
    .update(registrations)
    .set({ state: 'activation-sent', changedAt: at, lastLinkAt: at })
    .where(and(inArray(registrations.id, [...registrationIds]), inArray(registrations.state, ['requested', 'activation-sent'])))
    .returning({ id: registrations.id })
  return rows.map(({ id }) => id)
}
