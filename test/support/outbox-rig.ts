import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type AcceptedMail, createMailDispatcher, type MailDispatcher, type MailTrouble } from '@service/mail/mail-dispatcher'
import type { MailMessage } from '@service/mail/mail-message'
import type { Delivery, MailTransport, OutgoingMail } from '@service/mail/mail-transport'
import { createOutbox, type Outbox } from '@service/mail/outbox'
import type { OutboxRow } from '@service/mail/outbox-repository'
import type { Db } from '@service/storage/database'
import { outbox as table } from '@service/storage/outbox-tables'
import { createMovableClock, type MovableClock } from './movable-clock'
import { sampleMails } from './sample-mails'

export const SUMMARY = sampleMails('en').find(({ kind }) => kind === 'registration-summary')!
export const ACTIVATION = sampleMails('fr').find(({ kind }) => kind === 'activation')!

interface DispatcherOptions {
  readonly isAlone?: boolean
  readonly onAccepted?: (tx: Db) => Promise<void>
}

/** An outbox on a real database with its clock, and everything that its dispatchers tell. */
export interface OutboxRig {
  readonly clock: MovableClock
  readonly outbox: Outbox
  readonly troubles: MailTrouble[]
  readonly accepted: (AcceptedMail & { readonly acceptedAt: Date })[]
  queue(message?: MailMessage, registrationId?: string): Promise<string>
  dispatcherOf(transport: MailTransport, options?: DispatcherOptions): MailDispatcher
  rowOf(id: string): Promise<OutboxRow>
  close(): Promise<void>
}

export async function openOutboxRig(db: Db): Promise<OutboxRig> {
  await db.delete(table)
  const clock = createMovableClock()
  const outbox = createOutbox({ clock, secretKey: randomBytes(32), environment: 'practice', messageIdDomain: 'parvis.example' })
  const troubles: MailTrouble[] = []
  const accepted: OutboxRig['accepted'] = []
  const dispatchers: MailDispatcher[] = []

  return {
    clock,
    outbox,
    troubles,
    accepted,

    queue: (message = ACTIVATION, registrationId) =>
      db.transaction((tx) => outbox.queueMail(tx, message, registrationId ? { registrationId } : {})),

    dispatcherOf(transport, { isAlone = false, onAccepted } = {}) {
      const dispatcher = createMailDispatcher({
        db,
        line: db,
        clock,
        outbox,
        transport,
        async onAccepted(tx, mail, acceptedAt) {
          await onAccepted?.(tx)
          accepted.push({ ...mail, acceptedAt })
        },
        report: (trouble) => troubles.push(trouble),
        isAlone,
        random: () => 1,
      })
      dispatchers.push(dispatcher)
      return dispatcher
    },

    async rowOf(id) {
      const [row] = await db.select().from(table).where(eq(table.id, id))
      return row!
    },

    async close() {
      await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop(0)))
    },
  }
}

/** A transport at the edge: takes every mail, or says what it is told to say. */
export function listeningTransport(answers: Delivery[] = []): MailTransport & { readonly sent: OutgoingMail[] } {
  const sent: OutgoingMail[] = []
  return {
    sent,
    async send(mail) {
      const answer = answers.shift() ?? { outcome: 'accepted' }
      if (answer.outcome === 'accepted') sent.push(mail)
      return answer
    },
    close() {},
  }
}
