import type { Outbox } from '../mail/outbox'
import type { Db } from '../storage/database'
import { structureNameOf } from '../storage/structure-name'
import type { RegistrationRow } from './approval-repository'
import { findManager } from './manager-repository'

export interface AskRooms {
  readonly outbox: Pick<Outbox, 'queueMail'>
}

/** Tells the structure's manager, at the contact address, who asks to be attached, and how long already. Without a manager nobody is told: support sees it. */
export async function askManager(tx: Db, rooms: AskRooms, registration: RegistrationRow, waitingDays = 0): Promise<void> {
  const manager = registration.structureId === null ? undefined : await findManager(tx, registration.structureId)
  if (!manager) return
  await rooms.outbox.queueMail(tx, {
    kind: 'decision-needed',
    to: manager.contactEmail,
    locale: manager.locale,
    reference: registration.reference,
    structureName: structureNameOf(registration),
    applicantName: `${registration.firstName} ${registration.lastName}`,
    applicantEmail: registration.connectionEmail,
    askedAt: registration.changedAt,
    waitingDays,
  })
}
