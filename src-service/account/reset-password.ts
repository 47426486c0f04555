import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { emailKeyOf, lockEmail } from '../storage/locks'
import { type AccountReceiver, type RegistrationReceiver, findAccountByEmail, findOpenRegistrationByEmail } from './account-repository'

export interface ResetRooms {
  readonly db: Db
  readonly clock: Clock
  /** Whose the link is, be it expired, used or live; undefined when it is none of ours, or was ended. */
  readonly findOwnerByToken: (tx: Db, token: string) => Promise<{ readonly account?: AccountReceiver; readonly registration?: RegistrationReceiver }>
  readonly sendAccountReset: (tx: Db, account: AccountReceiver) => Promise<void>
  /** For a registration that was never activated; while a decision is missing, it says so and sends no link. */
  readonly sendRegistrationReset: (tx: Db, registration: RegistrationReceiver) => Promise<void>
  readonly wakeDispatcher: () => void
}

/** Queues what helps the owner of the address or link, if there is one. Answers nothing, whoever asks. */
export async function askForReset(rooms: ResetRooms, request: { readonly connectionEmail?: string | undefined; readonly token?: string | undefined }): Promise<void> {
  const emailKey = request.connectionEmail === undefined ? undefined : emailKeyOf(request.connectionEmail)

  await rooms.db.transaction(async (tx) => {
    // In here: a link must not be sent to an address that is being corrected.
    const byToken = request.token === undefined ? {} : await rooms.findOwnerByToken(tx, request.token)
    if (emailKey !== undefined) await lockEmail(tx, emailKey)
    const account = byToken.account ?? (await findAccountByEmail(tx, emailKey ?? byToken.registration?.emailKey ?? ''))
    const registration = byToken.registration ?? (await findOpenRegistrationByEmail(tx, emailKey ?? ''))
    if (account) await rooms.sendAccountReset(tx, account)
    else if (registration) await rooms.sendRegistrationReset(tx, registration)
  })
  rooms.wakeDispatcher()
}
