import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { attachments } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { registrationEvents, registrations } from '../storage/registration-tables'
import { lockStructures } from '../storage/locks'
import { structures } from '../storage/structure-tables'
import { structureNameOf } from '../storage/structure-name'
import type { RegistrationRow } from './link-repository'

/** States in which a link may be used: its mail may have arrived before its acceptance was noted. */
const ON_THE_WAY = ['requested', 'activation-sent'] as const

/** The registration, active from now on; undefined when it is not on its way there any more. */
export async function activateRegistration(tx: Db, id: string, now: Date): Promise<RegistrationRow | undefined> {
  const [row] = await tx
    .update(registrations)
    .set({ state: 'active', changedAt: now })
    .where(and(eq(registrations.id, id), eq(registrations.kind, 'genuine'), inArray(registrations.state, [...ON_THE_WAY])))
    .returning()
  if (row) await tx.insert(registrationEvents).values({ registrationId: id, at: now, event: 'active' })
  return row
}

/** Attaches the account to its structure, which exists from now on. Whoever brings a new private one becomes its manager. */
export async function settleStructure(tx: Db, registration: RegistrationRow, accountId: string, now: Date): Promise<string> {
  const isNew = registration.structureId === null
  if (isNew) await lockStructures(tx, [registration])
  const structureId = registration.structureId ?? (await insertStructure(tx, registration, now))
  await tx.insert(attachments).values({ accountId, structureId, role: isNew ? 'manager' : 'member', since: now })
  if (isNew) await tx.update(registrations).set({ structureId }).where(eq(registrations.id, registration.id))
  return structureId
}

async function insertStructure(tx: Db, registration: RegistrationRow, now: Date): Promise<string> {
  const { identifierType, identifier, sector, stated } = registration
  const id = randomUUID()
  await tx.insert(structures).values({
    id,
    identifierType,
    // Free texts name nothing: two people may give the same one.
    identifier: identifierType === 'PARTICULIER' || identifierType === 'AUTRE' ? null : identifier,
    sector,
    name: structureNameOf(registration),
    label: stated.label ?? null,
    address: stated.address ?? null,
    diffusible: stated.diffusible,
    createdAt: now,
  })
  return id
}

/** Registrations of an address that was registering already follow the one that they mirror. */
export async function activateMirrors(tx: Db, mirrored: string, now: Date): Promise<void> {
  const rows = await tx
    .update(registrations)
    .set({ state: 'active', changedAt: now })
    .where(and(eq(registrations.mirrors, mirrored), inArray(registrations.state, [...ON_THE_WAY])))
    .returning({ id: registrations.id })
  if (rows.length > 0)
    await tx.insert(registrationEvents).values(rows.map(({ id }) => ({ registrationId: id, at: now, event: 'active' as const })))
}

/**
 * Others who were bringing the same new structure: it exists now and has a manager, who has to accept them first.
 * Answers the genuine ones; the rest only look alike.
 */
export async function blockRivals(tx: Db, registration: RegistrationRow, structureId: string, now: Date): Promise<RegistrationRow[]> {
  if (registration.structureId !== null || registration.identifier === null) return []
  if (registration.identifierType === 'PARTICULIER' || registration.identifierType === 'AUTRE') return []
  const rivals = await tx
    .update(registrations)
    .set({ state: 'awaiting-manager', branch: 'existing', structureId, changedAt: now })
    .where(
      and(
        eq(registrations.identifierType, registration.identifierType),
        eq(registrations.identifier, registration.identifier),
        ne(registrations.id, registration.id),
        inArray(registrations.state, [...ON_THE_WAY]),
        sql`${registrations.structureId} is null`,
      ),
    )
    .returning()
  if (rivals.length > 0)
    await tx.insert(registrationEvents).values(rivals.map(({ id }) => ({ registrationId: id, at: now, event: 'awaiting-manager' as const })))
  return rivals.filter(({ kind }) => kind === 'genuine')
}
