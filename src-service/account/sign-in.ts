import { AppError } from '@shared/errors/app-error'
import type { Session, SignIn } from '@shared/http/sessions'
import { normalisePassword } from '@shared/password/password-rule'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { emailKeyOf } from '../storage/locks'
import { newSecret, sha256 } from '../storage/secrets'
import { findAccountByEmail } from './account-repository'
import { countTry, forgetTries } from './growing-wait'
import type { Passwords } from './passwords'
import { endOf } from './session-limits'
import { insertSession } from './session-repository'

export interface SignInRooms {
  readonly db: Db
  readonly clock: Clock
  readonly passwords: Passwords
  /** Counts tries for one address, right or wrong. */
  readonly limitSignIns: (emailKey: string) => Promise<void>
}

/**
 * A session for whoever knows the password. An address without an account is answered as a wrong password is, after the same work.
 * Throws `sign-in-refused`, `rate-limited`, `service-busy`.
 */
export async function signIn({ db, clock, passwords, limitSignIns }: SignInRooms, { connectionEmail, password }: SignIn): Promise<Session> {
  passwords.requireRoom()
  const emailKey = emailKeyOf(connectionEmail)
  await limitSignIns(emailKey)
  await countTry(db, emailKey, clock.now())
  const account = await findAccountByEmail(db, emailKey)
  const isRight = await passwords.matches(normalisePassword(password), account?.passwordHash)
  if (!account || !isRight) throw new AppError('sign-in-refused', 'Address or password is not right')

  const now = clock.now()
  const sessionToken = newSecret()
  await insertSession(db, sha256(sessionToken), account.id, now)
  await forgetTries(db, emailKey)
  return { sessionToken, role: account.role, expiresAt: endOf({ role: account.role, createdAt: now, usedAt: now }).toISOString() }
}
