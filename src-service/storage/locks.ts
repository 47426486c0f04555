import { type Placeholder, sql, type SQL } from 'drizzle-orm'
import type { Db } from './database'
import { prepareOnce } from './prepare-once'
import { idempotencyKeys } from './registration-tables'

/** What a query builder asks of no table. */
const NOTHING = sql`(select) as nothing`

/** Held to the end of the transaction: what two registrations of one address decide, they decide one after the other. */
export async function lockEmail(tx: Db, emailKey: string): Promise<void> {
  await lockEmails(tx, [emailKey])
}

/** Many at once, always in the same order: whoever locks some of the same waits for them, and nobody for ever. */
export async function lockEmails(tx: Db, emailKeys: readonly string[]): Promise<void> {
  await lockAll(tx, emailKeys.map(nameOfEmail))
}

interface LockedStructure {
  readonly identifierType: string
  readonly identifier: string | null
}

/** The same for structures that are about to exist. */
export async function lockStructures(tx: Db, structures: readonly LockedStructure[]): Promise<void> {
  await lockAll(tx, structures.map(({ identifierType, identifier }) => `structure ${identifierType} ${identifier ?? ''}`))
}

const locking = prepareOnce((db) =>
  db
    .select({ locked: lockingAll(sql.placeholder('names')) })
    .from(NOTHING)
    .prepare('lock_all'),
)

async function lockAll(tx: Db, names: readonly string[]): Promise<void> {
  await locking(tx).execute({ names: inOneOrder(names) })
}

function lockingAll(names: Placeholder): SQL {
  return sql`(select count(pg_advisory_xact_lock(hashtextextended(name, 0))) from unnest(${names}::text[]) as name)`
}

function inOneOrder(names: readonly string[]): string[] {
  return [...new Set(names)].sort()
}

const lockingEmailsAndKeys = prepareOnce((db) => {
  const ours = sql`select key from unnest(${sql.placeholder('keys')}::text[]) as key where pg_try_advisory_xact_lock(hashtextextended('key ' || key, 0))`
  return db
    .select({ locked: lockingAll(sql.placeholder('names')), ours: sql<string>`set_config('parvis.keys', array_to_string(array(${ours}), ' '), true)` })
    .from(NOTHING)
    .prepare('lock_emails_and_keys')
})

/**
 * Locks the addresses, and tells under which of the keys nobody else is answering just now: those are ours to the end of the
 * transaction, which knows them (`isToBeAnswered`). It is sent at once: what is asked after it finds what is there once it has locked.
 */
export async function lockEmailsAndKeys(tx: Db, emailKeys: readonly string[], keys: readonly string[]): Promise<ReadonlySet<string>> {
  const [row] = await lockingEmailsAndKeys(tx).execute({ names: inOneOrder(emailKeys.map(nameOfEmail)), keys: [...new Set(keys)] })
  return new Set(row?.ours.split(' '))
}

/** The key is ours, and has no answer yet. */
export function isToBeAnswered(key: SQL): SQL {
  return sql`${key} = any(string_to_array(current_setting('parvis.keys'), ' ')) and not exists (select from ${idempotencyKeys} where ${idempotencyKeys.key} = ${key}::uuid)`
}

function nameOfEmail(emailKey: string): string {
  return `email ${emailKey}`
}

/** Addresses that are the same mailbox for the purposes of an account: no difference of case or of composition. */
export function emailKeyOf(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}
