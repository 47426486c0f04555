import { randomUUID } from 'node:crypto'
import type { TicketReceipt, TicketRequest } from '@shared/http/tickets'
import { compactText } from '@shared/identifiers/compact-text'
import type { Captchas } from '../captcha/captchas'
import type { Outbox } from '../mail/outbox'
import type { Clock } from '../storage/clock'
import { drawReference } from '../storage/crockford'
import type { Db } from '../storage/database'
import { emailKeyOf } from '../storage/locks'
import { insertTicket } from './ticket-repository'

export interface TicketRooms {
  readonly db: Db
  readonly clock: Clock
  readonly outbox: Pick<Outbox, 'queueMail'>
  readonly captchas: Pick<Captchas, 'spend'>
  readonly limitTickets: (emailKey: string) => Promise<void>
  readonly wakeDispatcher: () => void
}

/** Records the ticket, the mail that acknowledges it and the captcha that it cost, in one transaction. Throws `captcha-token-invalid`, `rate-limited`. */
export async function submitTicket(rooms: TicketRooms, { captchaToken, ...asked }: TicketRequest): Promise<TicketReceipt> {
  const { db, clock, outbox, captchas, limitTickets, wakeDispatcher } = rooms
  const { email, locale, situation, publicStructure } = asked
  const emailKey = emailKeyOf(email)
  await limitTickets(emailKey)
  const reference = drawReference('PT')
  const now = clock.now()
  await db.transaction(async (tx) => {
    await captchas.spend(tx, captchaToken)
    await insertTicket(tx, {
      ...asked,
      id: randomUUID(),
      reference,
      state: 'open',
      emailKey,
      ...(publicStructure && { publicStructure: { ...publicStructure, siret: compactText(publicStructure.siret) } }),
      createdAt: now,
      changedAt: now,
    })
    await outbox.queueMail(tx, { kind: 'ticket-received', to: email, locale, reference, situation, receivedAt: now })
  })
  wakeDispatcher()
  return { reference, createdAt: now.toISOString() }
}
