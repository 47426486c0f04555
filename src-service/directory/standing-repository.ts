import { and, eq, inArray } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { IdentifierType } from '@shared/identifiers/identifier-type'
import type { Db } from '../storage/database'
import { OPEN_STATES, registrations } from '../storage/registration-tables'
import { structures } from '../storage/structure-tables'
import type { Establishment } from './directory'

export type StructureRow = typeof structures.$inferSelect

export async function findStructure(db: Db, identifierType: IdentifierType, identifier: string): Promise<StructureRow | undefined> {
  const [row] = await db
    .select()
    .from(structures)
    .where(and(eq(structures.identifierType, identifierType), eq(structures.identifier, identifier)))
  return row
}

/** A structure as the directory has it. Its id; undefined when it is there already. */
export async function insertEstablishment(tx: Db, { siret, name, address, sector, diffusible }: Establishment, now: Date): Promise<string | undefined> {
  const [row] = await tx
    .insert(structures)
    .values({ id: randomUUID(), identifierType: 'SIRET', identifier: siret, sector, name: name ?? siret, address: address ?? null, diffusible, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: structures.id })
  return row?.id
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
        inArray(registrations.state, [...OPEN_STATES]),
      ),
    )
    .limit(1)
  return rows.length > 0
}
