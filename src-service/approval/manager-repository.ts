import { and, asc, eq } from 'drizzle-orm'
import { accounts, attachments } from '../storage/account-tables'
import type { Db } from '../storage/database'

export interface StructureManager {
  readonly contactEmail: string
  readonly locale: 'fr' | 'en'
}

/** Whoever has decided for the structure longest; undefined when it has no active manager. */
export async function findManager(db: Db, structureId: string): Promise<StructureManager | undefined> {
  const [row] = await db
    .select({ contactEmail: accounts.contactEmail, locale: accounts.locale })
    .from(attachments)
    .innerJoin(accounts, eq(attachments.accountId, accounts.id))
    .where(and(eq(attachments.structureId, structureId), eq(attachments.role, 'manager')))
    .orderBy(asc(attachments.since))
    .limit(1)
  return row
}
