import { and, asc, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import type { RegistrationState, TimelineEvent } from '@shared/registration/progress'
import { accounts } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { type RowsFor, rowsFor } from '../storage/insert-many'
import { isSentOrOnItsWay } from '../storage/link-sent'
import { prepareOnce } from '../storage/prepare-once'
import { links } from '../storage/link-tables'
import { registrationEvents, type RegistrationKind, registrations, UNDER_WAY } from '../storage/registration-tables'

export type RegistrationRow = typeof registrations.$inferSelect
export type LinkRow = typeof links.$inferSelect
export type NewLink = typeof links.$inferInsert
export type EventRow = typeof registrationEvents.$inferSelect

/** New registrations with their first events. */
export function registrationRows(rows: readonly RegistrationRow[]): RowsFor[] {
  const events = rows.flatMap(({ id, createdAt, state }) => firstEventsOf(state).map((event) => ({ registrationId: id, at: createdAt, event })))
  return [rowsFor(registrations, rows), rowsFor(registrationEvents, events)]
}

export function linkRows(rows: readonly NewLink[]): RowsFor {
  return rowsFor(links, rows)
}

function firstEventsOf(state: RegistrationState): readonly TimelineEvent[] {
  return state === 'requested' ? ['requested'] : ['requested', state]
}

export async function insertEvents(tx: Db, registrationId: string, at: Date, events: readonly TimelineEvent[]): Promise<void> {
  await tx.insert(registrationEvents).values(events.map((event) => ({ registrationId, at, event })))
}

export async function findRegistration(db: Db, id: string): Promise<RegistrationRow | undefined> {
  const [row] = await db.select().from(registrations).where(eq(registrations.id, id))
  return row
}

/** The same, and nobody else changes it before the transaction ends. */
export async function lockRegistration(tx: Db, id: string): Promise<RegistrationRow | undefined> {
  const [row] = await tx.select().from(registrations).where(eq(registrations.id, id)).for('update')
  return row
}

export async function findByAccessKey(db: Db, accessKeySha256: string): Promise<RegistrationRow | undefined> {
  const [row] = await db.select().from(registrations).where(eq(registrations.accessKeySha256, accessKeySha256))
  return row
}

export async function updateRegistration(tx: Db, id: string, change: Partial<typeof registrations.$inferInsert>): Promise<RegistrationRow> {
  const [row] = await tx.update(registrations).set(change).where(eq(registrations.id, id)).returning()
  if (!row) throw new Error('The registration is gone')
  return row
}

/** What an address leads to: whose registration it is, and the genuine one that is already under way. */
export interface AddressStanding {
  readonly kind: RegistrationKind
  readonly mirrors: string | null
}

/** The same for one address, a registration of which may be left out. */
export async function findKindFor(tx: Db, emailKey: string, exceptId?: string): Promise<AddressStanding> {
  const { withAccount, pending } = await findOwnersOf(tx, [emailKey], exceptId)
  return kindFor(emailKey, withAccount, pending.get(emailKey))
}

/** By what was found: `pending` is the registration that is under way for the address. */
export function kindFor(emailKey: string, withAccount: ReadonlySet<string>, pending: RegistrationRow | undefined): AddressStanding {
  if (withAccount.has(emailKey)) return { kind: 'account-exists', mirrors: null }
  return pending ? { kind: 'already-pending', mirrors: pending.id } : { kind: 'genuine', mirrors: null }
}

/** The id of no registration. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Which of some addresses have an account, and the registrations that are under way for them. */
export interface Owners {
  readonly withAccount: ReadonlySet<string>
  readonly pending: ReadonlyMap<string, RegistrationRow>
}

const owners = prepareOnce((db) =>
  db
    .select({ key: sql<string>`asked.key`, accountId: accounts.id, pending: registrations })
    .from(sql`unnest(${sql.placeholder('emailKeys')}::text[]) as asked (key)`)
    .leftJoin(accounts, sql`${accounts.emailKey} = asked.key`)
    .leftJoin(registrations, and(sql`${registrations.emailKey} = asked.key`, UNDER_WAY, ne(registrations.id, sql.placeholder('exceptId'))))
    .where(or(isNotNull(accounts.id), isNotNull(registrations.id)))
    .prepare('owners_of'),
)

/** One statement, whatever it finds. */
export async function findOwnersOf(tx: Db, emailKeys: readonly string[], exceptId = NOBODY): Promise<Owners> {
  const rows = await owners(tx).execute({ emailKeys, exceptId })
  return {
    withAccount: new Set(rows.flatMap(({ key, accountId }) => (accountId === null ? [] : key))),
    pending: new Map(rows.flatMap(({ key, pending }) => (pending === null ? [] : [[key, pending] as const]))),
  }
}

/** Rows that mirrored this one lead nowhere from now on: its address is another. */
export async function releaseMirrors(tx: Db, id: string): Promise<void> {
  await tx.update(registrations).set({ mirrors: null }).where(eq(registrations.mirrors, id))
}

export async function findEvents(db: Db, registrationId: string): Promise<EventRow[]> {
  return db.select().from(registrationEvents).where(eq(registrationEvents.registrationId, registrationId)).orderBy(asc(registrationEvents.position))
}

/** The links that count: not ended before their time, and sent or on their way. */
export async function findLinks(db: Db, registrationId: string): Promise<LinkRow[]> {
  return db.select().from(links).where(and(eq(links.registrationId, registrationId), isNull(links.endedAt), isSentOrOnItsWay(db)))
}

export async function findUnverified(db: Db): Promise<RegistrationRow[]> {
  return db.select().from(registrations).where(and(eq(registrations.branch, 'unverified'), eq(registrations.state, 'requested')))
}
