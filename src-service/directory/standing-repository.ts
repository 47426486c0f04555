import { and, eq, inArray } from 'drizzle-orm'
import type { IdentifierType } from '@shared/identifiers/identifier-type'
import type { Db } from '../storage/database'
import { registrations } from '../storage/registration-tables'
import { structures } from '../storage/structure-tables'

export type StructureRow = typeof structures.$inferSelect

export async function findStructure(db: Db, identifierType: IdentifierType, identifier: string): Promise<StructureRow | undefined> {
  const [row] = await db
    .select()
    .from(structures)
    .where(and(eq(structures.identifierType, identifierType), eq(structures.identifier, identifier)))
  return row
}

/** Whether somebody is registering it. Rows that lead nowhere count too: otherwise the look-up would tell them apart. */
export async function isBeingRegistered(db: Db, identifierType: IdentifierType, identifier: string): Promise<boolean> {
  const rows = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.identifierType, identifierType),
        eq(registrations.identifier, identifier),
        inArray(registrations.state, ['requested', 'awaiting-manager', 'awaiting-support', 'activation-sent']),
      ),
    )
    .limit(1)
  return rows.length > 0
}
