import { AppError } from '@shared/errors/app-error'
import type { RegistrationState, TimelineEvent } from '@shared/registration/progress'
import type { DecisionMail } from '../mail/mail-message'
import type { Outbox } from '../mail/outbox'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { structureNameOf } from '../storage/structure-name'
import { bringStructure, decideRow, insertDecisionEvent, type RegistrationRow } from './approval-repository'

export interface DecisionRooms {
  readonly db: Db
  readonly clock: Clock
  readonly outbox: Pick<Outbox, 'queueMail'>
  readonly activationMinutes: number
  readonly sendActivation: (tx: Db, registration: RegistrationRow) => Promise<unknown>
  /** For somebody who has an account already. */
  readonly attach: (tx: Db, registration: RegistrationRow) => Promise<void>
  readonly wakeDispatcher: () => void
}

export interface Decision {
  readonly isYes: boolean
  readonly reason?: string | undefined
}

/** Written in the same transaction. */
type Alongside = (tx: Db) => Promise<void>

interface Outcome {
  readonly state: RegistrationState
  readonly event: TimelineEvent
  readonly mail: DecisionMail['kind']
}

/**
 * The answer to a request for attachment, by the manager or, where there is none, by support. A yes is the only way
 * to a link for it, or attaches the account that asked; a no is final. Throws `registration-not-open` when nothing waits for this decision.
 */
export async function decideAttachment(rooms: DecisionRooms, id: string, decision: Decision, alongside?: Alongside): Promise<void> {
  await decide(rooms, id, ['awaiting-manager', 'awaiting-support'], 'existing', decision, alongside, {
    yes: { state: 'activation-sent', event: 'accepted', mail: 'attachment-accepted' },
    no: { state: 'attachment-refused', event: 'attachment-refused', mail: 'attachment-refused' },
  })
}

/** Support's answer to a new public structure. A yes brings the structure into being. */
export async function decideStructure(rooms: DecisionRooms, id: string, decision: Decision, alongside?: Alongside): Promise<void> {
  await decide(rooms, id, ['awaiting-support'], 'new-public', decision, alongside, {
    yes: { state: 'activation-sent', event: 'approved', mail: 'structure-accepted' },
    no: { state: 'structure-refused', event: 'structure-refused', mail: 'structure-refused' },
  })
}

/** For whoever decides at a desk: that nothing waits any more means that somebody was quicker. Throws `decision-made`. */
export async function unlessDecided(deciding: Promise<void>): Promise<void> {
  try {
    await deciding
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'registration-not-open') throw new AppError('decision-made', 'Somebody has answered already')
    throw thrown
  }
}

async function decide(
  rooms: DecisionRooms,
  id: string,
  from: readonly RegistrationState[],
  branch: RegistrationRow['branch'],
  { isYes, reason }: Decision,
  alongside: Alongside | undefined,
  outcomes: { readonly yes: Outcome; readonly no: Outcome },
): Promise<void> {
  const now = rooms.clock.now()
  const outcome = isYes ? outcomes.yes : outcomes.no
  await rooms.db.transaction(async (tx) => {
    const registration = await decideRow(tx, id, from, { state: outcome.state, decisionReason: reason ?? null, changedAt: now })
    if (registration?.branch !== branch) throw new AppError('registration-not-open', 'Nothing waits for this decision')
    if (isYes && branch === 'new-public') await bringStructure(tx, registration, now)
    await insertDecisionEvent(tx, id, now, outcome.event)
    await alongside?.(tx)

    const { connectionEmail: to, locale, reference } = registration
    const { activationMinutes } = rooms
    const forActiveAccount = registration.accountId !== null
    const mail = { kind: outcome.mail, to, locale, reference, structureName: structureNameOf(registration), reason, activationMinutes, forActiveAccount }
    await rooms.outbox.queueMail(tx, mail, { registrationId: id })
    if (isYes) await (forActiveAccount ? rooms.attach : rooms.sendActivation)(tx, registration)
  })
  rooms.wakeDispatcher()
}
