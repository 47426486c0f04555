import { AppError } from '@shared/errors/app-error'
import type { Account, AccountChange, PasswordChange, RequestedStructure } from '@shared/http/account'
import { normalisePassword } from '@shared/password/password-rule'
import { maskEmail } from '../mail/mask-email'
import type { Outbox } from '../mail/outbox'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { emailKeyOf } from '../storage/locks'
import { accessRefused } from '../storage/refused-with-status'
import { type AccountRow, findAccount, findAttachments, lockAccount, updateAccount } from './own-account-repository'
import type { Passwords } from './passwords'
import { endSessionsOf } from './session-repository'

export interface OwnAccountRooms {
  readonly db: Db
  readonly clock: Clock
  readonly outbox: Pick<Outbox, 'queueMail'>
  readonly passwords: Passwords
  /** Throws `password-weak`, with what is missing at this pointer. */
  readonly requireStrong: (password: string, pointer: string) => void
  /** Links that would still set another password. */
  readonly endLinks: (tx: Db, accountId: string) => Promise<void>
  /** How many wait for this person's decision. */
  readonly countRequests: (db: Db, accountId: string) => Promise<number>
  /** Further structures that this person has asked for and does not have. */
  readonly requestedStructures: (db: Db, accountId: string) => Promise<RequestedStructure[]>
  readonly wakeDispatcher: () => void
}

export async function describeAccount({ db, countRequests, requestedStructures }: Pick<OwnAccountRooms, 'db' | 'countRequests' | 'requestedStructures'>, accountId: string): Promise<Account> {
  const account = required(await findAccount(db, accountId))
  const { connectionEmail, contactEmail, firstName, lastName, phone, locale, createdAt, passwordChangedAt } = account
  const structures = await findAttachments(db, accountId)
  return {
    connectionEmail, contactEmail, firstName, lastName, locale,
    ...(phone !== null && { phone }),
    createdAt: createdAt.toISOString(),
    passwordChangedAt: passwordChangedAt.toISOString(),
    structures: structures.map(({ identifier, since, ...structure }) => ({ ...structure, ...(identifier !== null && { identifier }), since: since.toISOString() })),
    requestedStructures: await requestedStructures(db, accountId),
    requestsToDecide: await countRequests(db, accountId),
  }
}

/** What is given, and nothing else. A new contact address is told to the old and to the new one. */
export async function changeAccount(rooms: OwnAccountRooms, accountId: string, change: AccountChange): Promise<Account> {
  const { db, clock, outbox } = rooms
  await db.transaction(async (tx) => {
    const before = required(await lockAccount(tx, accountId))
    await updateAccount(tx, accountId, withoutAbsent(change))
    const { contactEmail } = change
    if (contactEmail === undefined || emailKeyOf(contactEmail) === emailKeyOf(before.contactEmail)) return
    const about = { locale: before.locale, oldAddressMasked: maskEmail(before.contactEmail), newAddressMasked: maskEmail(contactEmail), changedAt: clock.now() }
    for (const to of [before.contactEmail, contactEmail]) await outbox.queueMail(tx, { kind: 'contact-address-changed', to, ...about })
  })
  rooms.wakeDispatcher()
  return describeAccount(rooms, accountId)
}

/**
 * Another password, for whoever knows the current one. Every other session ends, and links that were sent for a new one die.
 * Throws `password-wrong`, `password-weak`, `service-busy`.
 */
export async function changePassword(rooms: OwnAccountRooms, session: { readonly accountId: string; readonly tokenSha256: string }, { currentPassword, newPassword }: PasswordChange): Promise<void> {
  const { db, clock, outbox, passwords } = rooms
  rooms.requireStrong(newPassword, '/newPassword')
  const { passwordHash: known } = required(await findAccount(db, session.accountId))
  if (!(await passwords.matches(normalisePassword(currentPassword), known))) throw wrongPassword('/currentPassword')
  const passwordHash = await passwords.hash(normalisePassword(newPassword))

  await db.transaction(async (tx) => {
    const account = required(await lockAccount(tx, session.accountId))
    // Changed meanwhile, by a link or from another machine: what was just proved holds no longer.
    if (account.passwordHash !== known) throw wrongPassword('/currentPassword')
    const changedAt = clock.now()
    await updateAccount(tx, account.id, { passwordHash, passwordChangedAt: changedAt })
    await endSessionsOf(tx, account.id, session.tokenSha256)
    await rooms.endLinks(tx, account.id)
    await outbox.queueMail(tx, { kind: 'password-changed', to: account.contactEmail, locale: account.locale, changedAt })
  })
  rooms.wakeDispatcher()
}

export function wrongPassword(pointer: string): AppError {
  return new AppError('password-wrong', 'The current password is not right', { problems: [{ pointer, code: 'password-wrong', params: {} }] })
}

function withoutAbsent({ contactEmail, phone, firstName, lastName }: AccountChange): Partial<AccountRow> {
  return {
    ...(contactEmail !== undefined && { contactEmail }),
    ...(phone !== undefined && { phone }),
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
  }
}

/** Erased while somebody was still signed in. */
export function required(account: AccountRow | undefined): AccountRow {
  if (!account) throw accessRefused(401)
  return account
}
