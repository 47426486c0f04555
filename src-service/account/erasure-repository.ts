import { and, eq, inArray, notExists, sql } from 'drizzle-orm'
import { accounts, attachments } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { structures } from '../storage/structure-tables'

/** Structures that this account decides for. */
export async function findManagedStructures(tx: Db, accountId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: attachments.structureId })
    .from(attachments)
    .where(and(eq(attachments.accountId, accountId), eq(attachments.role, 'manager')))
  return rows.map(({ id }) => id)
}

/** With it go its attachments, sessions, links and requests. */
export async function deleteAccount(tx: Db, id: string): Promise<void> {
  await tx.delete(accounts).where(eq(accounts.id, id))
}

/** Of these, those that bear no number but a person's own words, once nobody is attached to them. */
export async function deleteNamelessStructures(tx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.delete(structures).where(
    and(
      inArray(structures.id, [...ids]),
      inArray(structures.identifierType, ['PARTICULIER', 'AUTRE']),
      notExists(tx.select({ one: sql`1` }).from(attachments).where(eq(attachments.structureId, structures.id))),
    ),
  )
}
