import { AppError } from '@shared/errors/app-error'
import type { FieldProblem } from '@shared/errors/field-problems'
import { missingFromPassword, normalisePassword, type PasswordLack } from '@shared/password/password-rule'
import type { Outbox } from '../mail/outbox'
import type { Db } from '../storage/database'
import { insertAccount, setPasswordHash } from './account-repository'
import { type Proof, whoseProof } from './find-link'
import { type FoundLink, type InspectionRooms, lookUpLink } from './inspect'
import { type AccountRow, consumeLink, type RegistrationRow } from './link-repository'
import type { Links } from './links'
import { activateRegistration, activateMirrors, blockRivals, settleStructure } from './settle-registration'

export interface ActivationRooms extends InspectionRooms {
  readonly links: Pick<Links, 'endOfRegistration' | 'endOfAccount'>
  readonly outbox: Pick<Outbox, 'queueMail'>
  /** Whoever was signed in with the former password is no longer. */
  readonly endSessions: (tx: Db, accountId: string) => Promise<void>
  /** Throws `service-busy` when too many are being hashed. */
  readonly hashPassword: (password: string) => Promise<string>
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
  await rooms.inTurn(whoseProof(proof), () => setPassword(rooms, proof, password))
}

async function setPassword(rooms: ActivationRooms, proof: Proof, password: string): Promise<void> {
  const found = await lookUpLink(rooms, proof)
  requireLive(found)
  requireStrong(password, '/password')
  const passwordHash = await rooms.hashPassword(normalisePassword(password))

  await rooms.db.transaction(async (tx) => {
    const { link, registration, account } = found.held
    if (!(await consumeLink(tx, link.id, rooms.clock.now()))) throw usedMeanwhile()
    if (registration) await finishRegistration(tx, rooms, registration, passwordHash)
    else if (account) await changePassword(tx, rooms, account, passwordHash)
  })
  rooms.wakeDispatcher()
}

async function finishRegistration(tx: Db, rooms: ActivationRooms, { id }: RegistrationRow, passwordHash: string): Promise<void> {
  const now = rooms.clock.now()
  const registration = await activateRegistration(tx, id, now)
  if (!registration) throw usedMeanwhile()
  const accountId = await insertAccount(tx, registration, passwordHash, now)
  const structureId = await settleStructure(tx, registration, accountId, now)
  await rooms.links.endOfRegistration(tx, id)
  await activateMirrors(tx, id, now)
  for (const rival of await blockRivals(tx, registration, structureId, now)) await rooms.askManager(tx, rival)

  const { contactEmail: to, connectionEmail, locale } = registration
  await rooms.outbox.queueMail(tx, { kind: 'account-activated', to, locale, connectionEmail, activatedAt: now })
}

async function changePassword(tx: Db, rooms: ActivationRooms, account: AccountRow, passwordHash: string): Promise<void> {
  const changedAt = rooms.clock.now()
  await setPasswordHash(tx, account.id, passwordHash, changedAt)
  await rooms.links.endOfAccount(tx, account.id)
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
