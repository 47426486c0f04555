import { and, eq, inArray } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { RegistrationState, TimelineEvent } from '@shared/registration/progress'
import type { Db } from '../storage/database'
import { registrationEvents, registrations } from '../storage/registration-tables'
import { structures } from '../storage/structure-tables'
import { structureNameOf } from '../storage/structure-name'

export type RegistrationRow = typeof registrations.$inferSelect

/** Moves a genuine registration that waits in one of the states; of two decisions at once, one is told the row. */
export async function decideRow(
  tx: Db,
  id: string,
  from: readonly RegistrationState[],
  change: { readonly state: RegistrationState; readonly decisionReason: string | null; readonly changedAt: Date },
): Promise<RegistrationRow | undefined> {
  const [row] = await tx
    .update(registrations)
    .set(change)
    .where(and(eq(registrations.id, id), eq(registrations.kind, 'genuine'), inArray(registrations.state, [...from])))
    .returning()
  return row
}

export async function insertDecisionEvent(tx: Db, registrationId: string, at: Date, event: TimelineEvent): Promise<void> {
  await tx.insert(registrationEvents).values({ registrationId, at, event })
}

/** The approved public structure; the one that is there when somebody else's request for it was approved before. */
export async function bringStructure(tx: Db, registration: RegistrationRow, now: Date): Promise<void> {
  const { identifierType, identifier, sector, stated } = registration
  const values = {
    id: randomUUID(), identifierType, identifier, sector, name: structureNameOf(registration), label: stated.label ?? null,
    address: stated.address ?? null, diffusible: stated.diffusible, createdAt: now,
  }
  await tx.insert(structures).values(values).onConflictDoNothing()
  const [structure] = await tx
    .select({ id: structures.id })
    .from(structures)
    .where(and(eq(structures.identifierType, identifierType), eq(structures.identifier, identifier ?? '')))
  if (structure) await tx.update(registrations).set({ structureId: structure.id }).where(eq(registrations.id, registration.id))
}
