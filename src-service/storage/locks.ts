import { sql } from 'drizzle-orm'
import type { Db } from './database'

/** Held to the end of the transaction: what two registrations of one address decide, they decide one after the other. */
export async function lockEmail(tx: Db, emailKey: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`email ${emailKey}`}, 0))`)
}

/** The same for a structure that is about to exist. */
export async function lockStructure(tx: Db, structure: { readonly identifierType: string; readonly identifier: string | null }): Promise<void> {
  const name = `structure ${structure.identifierType} ${structure.identifier ?? ''}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}

/** Whether nobody else is answering under this key just now; then the key is ours to the end of the transaction. */
export async function tryLockKey(tx: Db, key: string): Promise<boolean> {
  const answer = (await tx.execute(sql`select pg_try_advisory_xact_lock(hashtextextended(${`key ${key}`}, 0)) as taken`)) as {
    rows: { taken: boolean }[]
  }
  return answer.rows[0]?.taken ?? false
}

/** Addresses that are the same mailbox for the purposes of an account: no difference of case or of composition. */
export function emailKeyOf(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}
