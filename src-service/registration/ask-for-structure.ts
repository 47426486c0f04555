import { AppError } from '@shared/errors/app-error'
import type { RequestedStructure } from '@shared/http/account'
import type { Strictness } from '@shared/identifiers/read-identifier'
import type { Structure } from '@shared/registration/structure'
import type { Directory } from '../directory/directory'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { insertMany } from '../storage/insert-many'
import { accessRefused } from '../storage/refused-with-status'
import { newSecret, sha256 } from '../storage/secrets'
import { structureNameOf } from '../storage/structure-name'
import { findAsker, findOpenRequest, findRequests, isAttached } from './asker-repository'
import { newRegistration } from './new-registration'
import { getToKnow, type KnownStructure, place } from './place-structure'
import { findRegistration, type RegistrationRow, registrationRows } from './registration-repository'

export interface AskingRooms {
  readonly db: Db
  readonly clock: Clock
  readonly directory: Directory
  readonly strictness: Strictness
  readonly hasManager: (tx: Db, structureId: string) => Promise<boolean>
  readonly askManager: (tx: Db, registration: RegistrationRow) => Promise<void>
  readonly attach: (tx: Db, registration: RegistrationRow) => Promise<void>
  readonly limitRequests: (accountId: string) => Promise<void>
  readonly wakeDispatcher: () => void
}

/**
 * One more structure for somebody with an account. It goes the way of a first one (a manager or support decides, a new private
 * one is theirs at once), but there is no link. Throws `structure-unknown`, `structure-closed`, `structure-attached` and
 * `structure-requested`.
 */
export async function askForStructure(rooms: AskingRooms, accountId: string, structure: Structure): Promise<RequestedStructure> {
  await rooms.limitRequests(accountId)
  const known = await getToKnow(rooms, structure)
  const asked = await rooms.db.transaction(async (tx) => {
    const registration = await record(tx, rooms, accountId, known)
    await goOn(tx, rooms, registration)
    return (await findRegistration(tx, registration.id)) ?? registration
  })
  rooms.wakeDispatcher()
  return requestOf(asked)
}

async function record(tx: Db, rooms: AskingRooms, accountId: string, known: KnownStructure): Promise<RegistrationRow> {
  // Held: two requests of one account follow one another.
  const asker = await findAsker(tx, accountId)
  if (!asker) throw accessRefused(401)
  const [placement] = await place(tx, [known], rooms.hasManager)
  if (!placement) throw new Error('A structure was not placed')
  if (placement.structureId !== null && (await isAttached(tx, accountId, placement.structureId))) throw new AppError('structure-attached', 'It is theirs')
  if (known.identifier !== null && (await findOpenRequest(tx, accountId, known))) throw new AppError('structure-requested', 'Nobody has answered yet')

  // Nobody holds an access key: the account's session opens the request.
  const accessKeySha256 = sha256(newSecret())
  const registration = newRegistration(known, placement, { ...asker, accessKeySha256, kind: 'genuine', accountId, createdAt: rooms.clock.now() })
  await insertMany(tx, registrationRows([registration]))
  return registration
}

async function goOn(tx: Db, { askManager, attach }: AskingRooms, registration: RegistrationRow): Promise<void> {
  if (registration.state === 'awaiting-manager') await askManager(tx, registration)
  if (registration.branch === 'new-private') await attach(tx, registration)
}

/** What the account has asked for and does not have, oldest first. */
export async function requestsOf(db: Db, accountId: string): Promise<RequestedStructure[]> {
  return (await findRequests(db, accountId)).map(requestOf)
}

function requestOf(registration: RegistrationRow): RequestedStructure {
  const { id, reference, identifierType, identifier, state, createdAt, decisionReason } = registration
  return {
    requestId: id, reference, identifierType, state,
    ...(identifier !== null && { identifier }),
    name: structureNameOf(registration),
    askedAt: createdAt.toISOString(),
    ...(decisionReason !== null && { reason: decisionReason }),
  }
}
