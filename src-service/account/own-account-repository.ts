import { asc, eq } from 'drizzle-orm'
import { accounts, attachments } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { structures } from '../storage/structure-tables'

export type AccountRow = typeof accounts.$inferSelect

export async function findAccount(db: Db, id: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.id, id))
  return row
}

/** Nobody else changes it until the transaction ends. */
export async function lockAccount(tx: Db, id: string): Promise<AccountRow | undefined> {
  const [row] = await tx.select().from(accounts).where(eq(accounts.id, id)).for('update')
  return row
}

export async function updateAccount(tx: Db, id: string, change: Partial<AccountRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(accounts).set(change).where(eq(accounts.id, id))
}

export async function findAttachments(db: Db, accountId: string) {
  return db
    .select({ structureId: structures.id, identifierType: structures.identifierType, identifier: structures.identifier, name: structures.name, role: attachments.role, since: attachments.since })
    .from(attachments)
    .innerJoin(structures, eq(attachments.structureId, structures.id))
    .where(eq(attachments.accountId, accountId))
    .orderBy(asc(attachments.since))
}
