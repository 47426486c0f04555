import { isFinal } from '@shared/registration/progress'
import type { Db } from '../storage/database'
import { type AnnounceRooms, mayHaveLink } from './announce'
import type { RegistrationRow } from './registration-repository'
import { courseOf } from './summary'

interface ResetRooms extends AnnounceRooms {
  readonly sendReset: (tx: Db, registration: RegistrationRow) => Promise<void>
}

/**
 * *Forgot your password?* for a registration that was never activated: a link that finishes it. While a decision is
 * missing there is no link by any way; a mail says whose turn it is.
 */
export function sendResetOf(rooms: ResetRooms): (tx: Db, registration: RegistrationRow) => Promise<void> {
  return async (tx, registration) => {
    if (mayHaveLink(registration)) return rooms.sendReset(tx, registration)
    const course = courseOf(registration)
    if (isFinal(registration.state) || course === 'straight') return
    const { id, connectionEmail: to, locale, reference } = registration
    const { activationMinutes } = rooms
    await rooms.outbox.queueMail(tx, { kind: 'registration-waits', to, locale, reference, course, activationMinutes }, { registrationId: id })
  }
}
