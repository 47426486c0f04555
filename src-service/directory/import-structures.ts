import type { FailureCode } from '@shared/errors/failure-codes'
import { readIdentifier, type Strictness } from '@shared/identifiers/read-identifier'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import type { Directory, Establishment } from './directory'
import { insertEstablishment } from './standing-repository'

export interface ImportRooms {
  readonly db: Db
  readonly clock: Clock
  readonly directory: Directory
  readonly strictness: Strictness
}

export interface DeclaredStructure {
  /** Where in its file it stands, from 1 on. */
  readonly line: number
  readonly siret: string
}

export type Refusal = Extract<FailureCode, 'identifier-invalid' | 'structure-unknown' | 'structure-closed'> | 'not-public'

export interface ImportedStructures {
  readonly imported: number
  /** Were there already. */
  readonly known: number
  readonly refused: readonly { readonly line: number; readonly siret: string; readonly reason: Refusal }[]
}

/**
 * Brings structures into being that a public body's accounting software (Helios and the like) has declared: whoever registers for
 * one asks to be attached to it, and support has nothing to approve. Name, address and sector are Sirene's. Importing twice does
 * no harm. Throws `directory-unavailable`; what was imported before stays.
 */
export async function importStructures(rooms: ImportRooms, declared: AsyncIterable<DeclaredStructure>): Promise<ImportedStructures> {
  const { db, clock, directory, strictness } = rooms
  const refused: ImportedStructures['refused'][number][] = []
  let [imported, known] = [0, 0]
  for await (const { line, siret } of declared) {
    const reading = readIdentifier('SIRET', siret, { strictness })
    const found = reading.ok ? await directory.find(reading.compact) : undefined
    const reason: Refusal | undefined = reading.ok ? refusalOf(found) : 'identifier-invalid'
    if (reason !== undefined) refused.push({ line, siret, reason })
    else if (found && (await insertEstablishment(db, found, clock.now()))) imported += 1
    else known += 1
  }
  return { imported, known, refused }
}

function refusalOf(found: Establishment | undefined): Refusal | undefined {
  if (!found) return 'structure-unknown'
  if (found.closed) return 'structure-closed'
  return found.sector === 'public' ? undefined : 'not-public'
}
