import { AppError } from '@shared/errors/app-error'
import type { FailureCode } from '@shared/errors/failure-codes'
import { isInDirectory, isLookedUp } from '@shared/identifiers/field-plan'
import type { IdentifierType } from '@shared/identifiers/identifier-type'
import { readIdentifier, type Strictness } from '@shared/identifiers/read-identifier'
import type { RegistrationState } from '@shared/registration/progress'
import type { Structure } from '@shared/registration/structure'
import type { Directory, Establishment } from '../directory/directory'
import { findStructure } from '../directory/standing-repository'
import type { Db } from '../storage/database'
import { lockStructures } from '../storage/locks'
import { RefusedWithStatus } from '../storage/refused-with-status'
import type { Branch, StatedStructure } from '../storage/registration-tables'

/** A structure as a registration names it, with what the directory said about it. */
export interface KnownStructure {
  readonly identifierType: IdentifierType
  readonly identifier: string | null
  readonly stated: StatedStructure
  readonly sector: 'private' | 'public'
  readonly isVerified: boolean
}

export interface Placement {
  readonly branch: Branch
  readonly state: RegistrationState
  readonly structureId: string | null
}

interface DirectoryRooms {
  readonly directory: Directory
  readonly strictness: Strictness
}

/**
 * Asks the directory, before anything is written. What it knows wins over what was typed; while it is down, a well-formed
 * number counts as private and is verified later. Throws 422 `structure-unknown` and `structure-closed`.
 */
export async function getToKnow({ directory, strictness }: DirectoryRooms, structure: Structure): Promise<KnownStructure> {
  const { identifierType, label } = structure
  const reading = readIdentifier(identifierType, structure.identifier ?? '', { strictness, country: structure.address?.country, name: structure.name })
  if (!reading.ok) throw new AppError('identifier-invalid', 'The schema let it pass')
  const identifier = reading.compact || null
  const typed: StatedStructure = { ...pick(structure), label, diffusible: true }
  if (identifier === null || !isInDirectory(identifierType)) return { identifierType, identifier, stated: typed, sector: 'private', isVerified: true }

  const found = await directory.find(identifier).catch(whenUnavailable)
  if (found === 'unavailable') return { identifierType, identifier, stated: typed, sector: 'private', isVerified: false }
  if (!found) throw refusedNumber('structure-unknown')
  if (found.closed) throw refusedNumber('structure-closed')
  return { identifierType, identifier, stated: statedBy(found, label), sector: found.sector, isVerified: true }
}

/**
 * Which way each of them goes, in their order. Asked in the transaction that writes the registrations: nobody brings a structure into
 * being meanwhile.
 */
export async function place(tx: Db, structures: readonly KnownStructure[], hasManager: (tx: Db, structureId: string) => Promise<boolean>): Promise<Placement[]> {
  const lookedUp = structures.filter((known) => known.identifier !== null && isLookedUp(known.identifierType))
  if (lookedUp.length > 0) await lockStructures(tx, lookedUp)
  const placements = new Map<KnownStructure, Placement>()
  for (const known of lookedUp) {
    const found = await findStructure(tx, known.identifierType, known.identifier ?? '')
    if (found) placements.set(known, { branch: 'existing', state: (await hasManager(tx, found.id)) ? 'awaiting-manager' : 'awaiting-support', structureId: found.id })
  }
  return structures.map((known) => placements.get(known) ?? placementOfNew(known))
}

function placementOfNew({ isVerified, sector }: KnownStructure): Placement {
  if (!isVerified) return { branch: 'unverified', state: 'requested', structureId: null }
  return sector === 'public'
    ? { branch: 'new-public', state: 'awaiting-support', structureId: null }
    : { branch: 'new-private', state: 'requested', structureId: null }
}

function statedBy({ name, address, diffusible }: Establishment, label: string | undefined): StatedStructure {
  return { name, address, diffusible, label }
}

function pick({ name, firstName, lastName, address }: Structure): Omit<StatedStructure, 'diffusible' | 'label'> {
  return { name, firstName, lastName, ...(address && { address: withoutAbsent(address) }) }
}

function withoutAbsent({ line1, line2, line3, postalCode, city, country }: NonNullable<Structure['address']>): NonNullable<StatedStructure['address']> {
  return { line1, ...(line2 && { line2 }), ...(line3 && { line3 }), postalCode, city, country }
}

function whenUnavailable(failure: unknown): 'unavailable' {
  if (failure instanceof AppError && failure.code === 'directory-unavailable') return 'unavailable'
  throw failure
}

function refusedNumber(code: FailureCode): AppError {
  return new RefusedWithStatus(422, code, 'Refused after asking the directory', { problems: [{ pointer: '/structure/identifier', code, params: {} }] })
}
