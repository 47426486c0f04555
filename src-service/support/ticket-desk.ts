import { AppError } from '@shared/errors/app-error'
import type { Ticket, TicketChange, TicketState } from '@shared/http/tickets'
import type { Outbox } from '../mail/outbox'
import type { AuditAction, AuditLog } from '../storage/audit-log'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { deleteOldTickets, findTickets, insertAnswer, lastAnswerTo, lockTicket, setTicketState } from './ticket-repository'

export interface TicketDeskRooms {
  readonly db: Db
  readonly clock: Clock
  readonly outbox: Pick<Outbox, 'queueMail'>
  readonly audit: AuditLog
  readonly wakeDispatcher: () => void
}

const DAY_MS = 24 * 60 * 60_000
/** Support's own; the portal publishes none. Long enough to come back to an answer, short enough to forget. */
const SETTLED_KEPT_DAYS = 30
const KEPT_DAYS = 180

export async function ticketsIn({ db, audit }: TicketDeskRooms, agentId: string, state: TicketState): Promise<Ticket[]> {
  const found = await findTickets(db, state)
  await audit.note(db, [{ actorId: agentId, action: 'looked-at-tickets', subject: 'all', detail: { shown: found.length } }])
  return found
}

/**
 * An answer goes to whoever asked, in their language; one that is there already, word for word, is the same question come twice
 * (its first answer was lost on the way), and is not mailed again. Throws `ticket-unknown`.
 */
export async function changeTicket(rooms: TicketDeskRooms, agentId: string, id: string, { answer, state }: TicketChange): Promise<Ticket> {
  const { db, clock, outbox, audit, wakeDispatcher } = rooms
  const changed = await db.transaction(async (tx) => {
    const ticket = await lockTicket(tx, id)
    if (!ticket) return undefined
    const now = clock.now()
    const actions: AuditAction[] = []
    if (answer !== undefined && answer !== (await lastAnswerTo(tx, id))) {
      const { email: to, locale, reference } = ticket
      await insertAnswer(tx, id, now, answer)
      await outbox.queueMail(tx, { kind: 'ticket-answered', to, locale, reference, answer })
      actions.push('answered-ticket')
    }
    if (state !== undefined) actions.push(state === 'closed' ? 'closed-ticket' : 'reopened-ticket')
    await audit.note(tx, actions.map((action) => ({ actorId: agentId, action, subject: id })))
    return setTicketState(tx, ticket, state ?? 'answered', now)
  })
  if (!changed) throw new AppError('ticket-unknown', 'No such ticket')
  wakeDispatcher()
  return changed
}

/** Deletes what was settled 30 days ago, and what nobody has touched for 180. */
export async function forgetTickets(db: Db, clock: Clock): Promise<void> {
  const daysAgo = (days: number): Date => new Date(clock.now().getTime() - days * DAY_MS)
  await deleteOldTickets(db, daysAgo(SETTLED_KEPT_DAYS), daysAgo(KEPT_DAYS))
}
