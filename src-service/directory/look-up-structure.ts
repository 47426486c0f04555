import { AppError } from '@shared/errors/app-error'
import type { StructureAnswer } from '@shared/http/structures'
import type { IdentifierType } from '@shared/identifiers/identifier-type'
import { readIdentifier, type Strictness } from '@shared/identifiers/read-identifier'
import { isInDirectory, isLookedUp } from '@shared/identifiers/field-plan'
import type { Db } from '../storage/database'
import type { Directory } from './directory'
import { findStructure, isBeingRegistered, type StructureRow } from './standing-repository'

export interface LookUpRooms {
  readonly db: Db
  readonly directory: Directory
  readonly strictness: Strictness
}

/**
 * What is known of a structure, for the form. Throws `identifier-not-looked-up`, `identifier-invalid` (with the reason),
 * `structure-unknown`, and `directory-unavailable` for what only the directory could have told.
 */
export async function lookUpStructure({ db, directory, strictness }: LookUpRooms, type: IdentifierType, text: string): Promise<StructureAnswer> {
  if (!isLookedUp(type)) throw new AppError('identifier-not-looked-up', `${type} is never looked up`)
  const reading = readIdentifier(type, text, { strictness })
  if (!reading.ok) {
    const problems = [{ pointer: '/identifier', code: reading.reason, params: reading.params ?? {} }]
    throw new AppError('identifier-invalid', 'Not in order', { problems })
  }

  const structure = await findStructure(db, type, reading.compact)
  const standing = structure ? 'registered' : (await isBeingRegistered(db, type, reading.compact)) ? 'pending' : 'not-registered'
  if (!isInDirectory(type)) return { standing, ...(structure ? factsOf(structure) : { sector: 'private', diffusible: true, closed: false }) }

  const establishment = await directory.find(reading.compact).catch((failure: unknown) => {
    if (structure) return undefined
    throw failure
  })
  if (establishment) {
    const { sector, diffusible, closed, name, address } = establishment
    return { standing, sector, diffusible, closed, ...(name && { name }), ...(address && { address }) }
  }
  if (structure) return { standing, ...factsOf(structure) }
  throw new AppError('structure-unknown', 'The directory does not know the number')
}

function factsOf({ sector, diffusible, name, address }: StructureRow): Omit<StructureAnswer, 'standing'> {
  return { sector, diffusible, closed: false, name, ...(address && { address }) }
}
