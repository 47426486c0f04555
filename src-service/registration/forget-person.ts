import { and, eq } from 'drizzle-orm'
import type { Outbox } from '../mail/outbox'
import type { Db } from '../storage/database'
import { registrations } from '../storage/registration-tables'

/**
 * Deletes what this person has registered, with its course and links, and takes back mails about it that have not left. What
 * others have tried with the address stays until its time: that it vanished would tell them that there was an account.
 */
export async function forgetPerson(tx: Db, outbox: Pick<Outbox, 'withdrawMails'>, emailKey: string): Promise<void> {
  const rows = await tx
    .delete(registrations)
    .where(and(eq(registrations.emailKey, emailKey), eq(registrations.kind, 'genuine')))
    .returning({ id: registrations.id })
  for (const { id } of rows) await outbox.withdrawMails(tx, id)
}
