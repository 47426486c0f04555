import { asc, eq } from 'drizzle-orm'
import type { AccountExport } from '@shared/http/account-export'
import { attachments } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { sessions } from '../storage/session-tables'
import { structures } from '../storage/structure-tables'

export async function findStructuresInFull(db: Db, accountId: string): Promise<AccountExport['structures']> {
  const rows = await db
    .select({ structure: structures, role: attachments.role, since: attachments.since })
    .from(attachments)
    .innerJoin(structures, eq(attachments.structureId, structures.id))
    .where(eq(attachments.accountId, accountId))
    .orderBy(asc(attachments.since))
  return rows.map(({ structure: { id, identifierType, identifier, name, label, address }, role, since }) => ({
    structureId: id, identifierType, name, role, since: since.toISOString(),
    ...(identifier !== null && { identifier }),
    ...(label !== null && { label }),
    ...(address && { address }),
  }))
}

export async function findSessionTimes(db: Db, accountId: string) {
  return db.select({ createdAt: sessions.createdAt, usedAt: sessions.usedAt }).from(sessions).where(eq(sessions.accountId, accountId)).orderBy(asc(sessions.createdAt))
}
