import { sql } from 'drizzle-orm'
import type { Db } from './database'

/** Held to the end of the transaction: what two registrations of one address decide, they decide one after the other. */
export async function lockEmail(tx: Db, emailKey: string): Promise<void> {
  await lockEmails(tx, [emailKey])
}

/** Many at once, always in the same order: whoever locks some of the same waits for them, and nobody for ever. */
export async function lockEmails(tx: Db, emailKeys: readonly string[]): Promise<void> {
  await lockAll(tx, emailKeys.map((emailKey) => `email ${emailKey}`))
}

interface LockedStructure {
  readonly identifierType: string
  readonly identifier: string | null
}

/** The same for structures that are about to exist. */
export async function lockStructures(tx: Db, structures: readonly LockedStructure[]): Promise<void> {
  await lockAll(tx, structures.map(({ identifierType, identifier }) => `structure ${identifierType} ${identifier ?? ''}`))
}

async function lockAll(tx: Db, names: readonly string[]): Promise<void> {
  const inOrder = sql.param([...new Set(names)].sort())
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${inOrder}::text[]) as name`)
}

/** Under which of these keys nobody else is answering just now; those are ours to the end of the transaction. */
export async function tryLockKeys(tx: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const answer = (await tx.execute(
    sql`select key from unnest(${sql.param([...new Set(keys)])}::text[]) as key where pg_try_advisory_xact_lock(hashtextextended('key ' || key, 0))`,
  )) as { rows: { key: string }[] }
  return new Set(answer.rows.map(({ key }) => key))
}

/** Addresses that are the same mailbox for the purposes of an account: no difference of case or of composition. */
export function emailKeyOf(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}
