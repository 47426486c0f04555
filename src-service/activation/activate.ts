import { AppError } from '@shared/errors/app-error'
import type { FieldProblem } from '@shared/errors/field-problems'
import { missingFromPassword, normalisePassword, type PasswordLack } from '@shared/password/password-rule'
import type { Outbox } from '../mail/outbox'
import { mailRows } from '../mail/outbox-repository'
import type { Db } from '../storage/database'
import { accountRow, newAccount, setPasswordHash } from './account-repository'
import { type Proof, whoseProof } from './find-link'
import { type FoundLink, type InspectionRooms, lookUpLink } from './inspect'
import { type AccountRow, consumeLink, type LinkRow, type RegistrationRow } from './link-repository'
import { activateMirrors, activateRegistration, lockNewStructure, settleStructure } from './settle-registration'

export interface ActivationRooms extends InspectionRooms {
  readonly outbox: Pick<Outbox, 'queueMail' | 'write'>
  /** Whoever was signed in with the former password is no longer. */
  readonly endSessions: (tx: Db, accountId: string) => Promise<void>
  /** Throws `service-busy` when too many are being hashed. */
  readonly hashPassword: (password: string) => Promise<string>
  /** Throws `service-busy` when hashing would: nobody's link is looked up in vain. */
  readonly requireRoomToHash: () => void
  /** A registration of this structure now has to wait for a decision; its manager is told. */
  readonly askManager: (tx: Db, registration: RegistrationRow) => Promise<void>
  /** Work for one proof is done one after the other. */
  readonly inTurn: <T>(key: string, work: () => Promise<T>) => Promise<T>
  readonly wakeDispatcher: () => void
}

/**
 * Sets the password and consumes the link: the only thing that does. Of any number of requests with links of one
 * account, one succeeds. Throws `activation-unknown`, `-expired`, `-already-used`, `-blocked`, `password-weak`, `service-busy`.
 */
export async function activate(rooms: ActivationRooms, proof: Proof, password: string): Promise<void> {
  rooms.requireRoomToHash()
  await rooms.inTurn(whoseProof(proof), () => setPassword(rooms, proof, password))
}

async function setPassword(rooms: ActivationRooms, proof: Proof, password: string): Promise<void> {
  const found = await lookUpLink(rooms, proof)
  requireLive(found)
  requireStrong(password, '/password')
  const passwordHash = await rooms.hashPassword(normalisePassword(password))

  await rooms.db.transaction(async (tx) => {
    const { link, registration, account } = found.held
    if (registration) await finishRegistration(tx, rooms, link, registration, passwordHash)
    else if (account) await changePassword(tx, rooms, link, account, passwordHash)
  })
  rooms.wakeDispatcher()
}

async function finishRegistration(tx: Db, rooms: ActivationRooms, link: LinkRow, asked: RegistrationRow, passwordHash: string): Promise<void> {
  const now = rooms.clock.now()
  // Asked together: none waits for the answer to another.
  const [isConsumed, , registration] = await Promise.all([
    consumeLink(tx, link, now),
    lockNewStructure(tx, asked),
    activateRegistration(tx, asked.id, now),
    activateMirrors(tx, asked.id, now),
  ])
  if (!isConsumed || !registration) throw usedMeanwhile()

  const { contactEmail: to, connectionEmail, locale } = registration
  const account = newAccount(registration, passwordHash, now)
  const mail = rooms.outbox.write({ kind: 'account-activated', to, locale, connectionEmail, activatedAt: now })
  const rivals = await settleStructure(tx, registration, account.id, now, [accountRow(account), mailRows([mail])])
  for (const rival of rivals) await rooms.askManager(tx, rival)
}

async function changePassword(tx: Db, rooms: ActivationRooms, link: LinkRow, account: AccountRow, passwordHash: string): Promise<void> {
  const changedAt = rooms.clock.now()
  if (!(await consumeLink(tx, link, changedAt))) throw usedMeanwhile()
  await setPasswordHash(tx, account.id, passwordHash, changedAt)
  await rooms.endSessions(tx, account.id)
  await rooms.outbox.queueMail(tx, { kind: 'password-changed', to: account.contactEmail, locale: account.locale, changedAt })
}

function requireLive({ state: { state } }: FoundLink): void {
  if (state === 'used') throw usedMeanwhile()
  if (state === 'blocked') throw new AppError('activation-blocked', 'A decision is missing')
  if (state === 'expired') throw new AppError('activation-expired', 'The link has expired')
}

function usedMeanwhile(): AppError {
  return new AppError('activation-already-used', 'The link was used')
}

/** Throws `password-weak`, with what is missing at this pointer. */
export function requireStrong(password: string, pointer: string): void {
  const lacks = missingFromPassword(password)
  if (lacks.length > 0) throw new AppError('password-weak', 'The password does not meet the rule', { problems: lacks.map((lack) => problemOf(lack, pointer)) })
}

function problemOf({ code, ...params }: PasswordLack, pointer: string): FieldProblem {
  const entries = Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') : (value as number)])
  return { pointer, code, params: Object.fromEntries(entries) as FieldProblem['params'] }
}
