import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { isLookedUp } from '@shared/identifiers/field-plan'
import { attachments } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { insertMany, insertManyAtTheEnd, type RowsFor, rowsFor } from '../storage/insert-many'
import { registrationEvents, registrations } from '../storage/registration-tables'
import { lockStructures } from '../storage/locks'
import { prepareOnce, timeGiven } from '../storage/prepare-once'
import { structures } from '../storage/structure-tables'
import { structureNameOf } from '../storage/structure-name'
import type { RegistrationRow } from './link-repository'

/** States in which a link may be used: its mail may have arrived before its acceptance was noted. */
const ON_THE_WAY = ['requested', 'activation-sent'] as const

const activating = prepareOnce((db) =>
  db
    .update(registrations)
    .set({ state: 'active', changedAt: timeGiven('at') })
    .where(and(eq(registrations.id, sql.placeholder('id')), eq(registrations.kind, 'genuine'), inArray(registrations.state, [...ON_THE_WAY])))
    .returning()
    .prepare('activate_registration'),
)

/** The registration, active from now on; undefined when it is not on its way there any more. */
export async function activateRegistration(tx: Db, id: string, now: Date): Promise<RegistrationRow | undefined> {
  const [row] = await activating(tx).execute({ id, at: now.toISOString() })
  return row
}

/** Whoever brings the same structure waits until the transaction ends: before anything of the registration is changed. */
export async function lockNewStructure(tx: Db, structure: Pick<RegistrationRow, 'structureId' | 'identifierType' | 'identifier'>): Promise<void> {
  if (structure.structureId === null && hasNumber(structure)) await lockStructures(tx, [structure])
}

/**
 * Attaches the account to its structure, which exists from now on, and notes that the registration is active; `alongside` is inserted by
 * the same statement. Whoever brings a new private structure becomes its manager, and is to be asked about those who were bringing it
 * as well: the answer.
 */
export async function settleStructure(tx: Db, registration: RegistrationRow, accountId: string, now: Date, alongside: readonly RowsFor[] = []): Promise<RegistrationRow[]> {
  const { id: registrationId } = registration
  const isNew = registration.structureId === null
  const structureId = registration.structureId ?? randomUUID()
  const rows = [
    ...alongside,
    rowsFor(structures, isNew ? [newStructure(structureId, registration, now)] : []),
    rowsFor(attachments, [{ accountId, structureId, role: isNew ? 'manager' : 'member', since: now }]),
    rowsFor(registrationEvents, [{ registrationId, at: now, event: 'active' }]),
  ]
  const naming = isNew ? [sql`update ${registrations} set structure_id = ${structureId} where ${registrations.id} = ${registrationId}`] : []
  if (!isNew || !hasNumber(registration)) {
    await insertManyAtTheEnd(tx, rows, naming)
    return []
  }
  // The structure is there before anything names it.
  await insertMany(tx, rows, naming)
  return blockRivals(tx, registration, structureId, now)
}

/** Free texts name nothing: two people may give the same one. */
function hasNumber({ identifierType, identifier }: Pick<RegistrationRow, 'identifierType' | 'identifier'>): boolean {
  return identifier !== null && isLookedUp(identifierType)
}

function newStructure(id: string, registration: RegistrationRow, now: Date): typeof structures.$inferInsert {
  const { identifierType, identifier, sector, stated } = registration
  return {
    id,
    identifierType,
    identifier: hasNumber(registration) ? identifier : null,
    sector,
    name: structureNameOf(registration),
    label: stated.label ?? null,
    address: stated.address ?? null,
    diffusible: stated.diffusible,
    createdAt: now,
  }
}

const activatingMirrors = prepareOnce((db) =>
  db
    .update(registrations)
    .set({ state: 'active', changedAt: timeGiven('at') })
    .where(and(eq(registrations.mirrors, sql.placeholder('mirrored')), inArray(registrations.state, [...ON_THE_WAY])))
    .returning({ id: registrations.id })
    .prepare('activate_mirrors'),
)

/** Registrations of an address that was registering already follow the one that they mirror. */
export async function activateMirrors(tx: Db, mirrored: string, now: Date): Promise<void> {
  const rows = await activatingMirrors(tx).execute({ mirrored, at: now.toISOString() })
  if (rows.length > 0)
    await tx.insert(registrationEvents).values(rows.map(({ id }) => ({ registrationId: id, at: now, event: 'active' as const })))
}

/**
 * Others who were bringing the same new structure: it exists now and has a manager, who has to accept them first.
 * Answers the genuine ones; the rest only look alike.
 */
async function blockRivals(tx: Db, registration: RegistrationRow, structureId: string, now: Date): Promise<RegistrationRow[]> {
  if (registration.identifier === null) return []
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
