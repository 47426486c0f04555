import { sql, type SQL } from 'drizzle-orm'
import type { Db } from './database'

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

async function lockAll(tx: Db, names: readonly string[]): Promise<void> {
  await tx.execute(sql`select ${lockingAll(names)}`)
}

/** In one order for everybody. */
function lockingAll(names: readonly string[]): SQL {
  return sql`(select count(pg_advisory_xact_lock(hashtextextended(name, 0))) from unnest(${sql.param([...new Set(names)].sort())}::text[]) as name)`
}

/** Locks the addresses, and tells under which of the keys nobody else is answering just now: those are ours to the end of the transaction. */
export async function lockEmailsAndKeys(tx: Db, emailKeys: readonly string[], keys: readonly string[]): Promise<ReadonlySet<string>> {
  const names = emailKeys.map(nameOfEmail)
  const answer = (await tx.execute(
    sql`select ${lockingAll(names)}, array(select key from unnest(${sql.param([...new Set(keys)])}::text[]) as key where pg_try_advisory_xact_lock(hashtextextended('key ' || key, 0))) as keys`,
  )) as { rows: { keys: string[] }[] }
  return new Set(answer.rows[0]?.keys)
}

function nameOfEmail(emailKey: string): string {
  return `email ${emailKey}`
}

/** Addresses that are the same mailbox for the purposes of an account: no difference of case or of composition. */
export function emailKeyOf(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}
