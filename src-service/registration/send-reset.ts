import { isFinal } from '@shared/registration/progress'
import type { Db } from '../storage/database'
import { type AnnounceRooms, mayHaveLink, summaryOf } from './announce'
import type { RegistrationRow } from './registration-repository'

interface ResetRooms extends AnnounceRooms {
  readonly sendReset: (tx: Db, registration: RegistrationRow) => Promise<void>
}

/**
 * *Forgot your password?* for a registration that was never activated: a link that finishes it. While a decision is
 * missing there is no link by any way; the summary goes out again, which says whose turn it is.
 */
export function sendResetOf(rooms: ResetRooms): (tx: Db, registration: RegistrationRow) => Promise<void> {
  return async (tx, registration) => {
    if (mayHaveLink(registration)) await rooms.sendReset(tx, registration)
    else if (!isFinal(registration.state))
      await rooms.outbox.queueMail(tx, summaryOf(registration, rooms.activationMinutes), { registrationId: registration.id })
  }
}
