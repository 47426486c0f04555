import { and, asc, desc, eq, inArray, lt, or } from 'drizzle-orm'
import type { Ticket, TicketState } from '@shared/http/tickets'
import type { Db } from '../storage/database'
import { ticketAnswers, tickets } from '../storage/ticket-tables'

export type TicketRow = typeof tickets.$inferSelect

/** How many one page of the queue shows. */
const MOST_SHOWN = 200

export async function insertTicket(tx: Db, ticket: typeof tickets.$inferInsert): Promise<void> {
  await tx.insert(tickets).values(ticket)
}

/** What waits, the longest waiting first; what is settled, the last settled first. */
export async function findTickets(db: Db, state: TicketState): Promise<Ticket[]> {
  const order = state === 'open' ? asc(tickets.createdAt) : desc(tickets.changedAt)
  const rows = await db.select().from(tickets).where(eq(tickets.state, state)).orderBy(order, asc(tickets.id)).limit(MOST_SHOWN)
  return withAnswers(db, rows)
}

export async function findTicketsOfPerson(db: Db, emailKey: string): Promise<Ticket[]> {
  return withAnswers(db, await db.select().from(tickets).where(eq(tickets.emailKey, emailKey)).orderBy(asc(tickets.createdAt)))
}

/** As it is now, and nobody else changes it until the transaction ends. */
export async function lockTicket(tx: Db, id: string): Promise<TicketRow | undefined> {
  const [row] = await tx.select().from(tickets).where(eq(tickets.id, id)).for('update')
  return row
}

export async function setTicketState(tx: Db, ticket: TicketRow, state: TicketState, now: Date): Promise<Ticket | undefined> {
  await tx.update(tickets).set({ state, changedAt: now }).where(eq(tickets.id, ticket.id))
  const [changed] = await withAnswers(tx, [{ ...ticket, state }])
  return changed
}

export async function insertAnswer(tx: Db, ticketId: string, at: Date, text: string): Promise<void> {
  await tx.insert(ticketAnswers).values({ ticketId, at, text })
}

export async function lastAnswerTo(tx: Db, ticketId: string): Promise<string | undefined> {
  const [row] = await tx.select({ text: ticketAnswers.text }).from(ticketAnswers).where(eq(ticketAnswers.ticketId, ticketId)).orderBy(desc(ticketAnswers.position)).limit(1)
  return row?.text
}

export async function deleteTicketsOfPerson(tx: Db, emailKey: string): Promise<void> {
  await tx.delete(tickets).where(eq(tickets.emailKey, emailKey))
}

/** Settled ones that have been so since before the one moment, and any since before the other. */
export async function deleteOldTickets(db: Db, settledBefore: Date, changedBefore: Date): Promise<void> {
  await db.delete(tickets).where(or(and(inArray(tickets.state, ['answered', 'closed']), lt(tickets.changedAt, settledBefore)), lt(tickets.changedAt, changedBefore)))
}

async function withAnswers(db: Db, rows: readonly TicketRow[]): Promise<Ticket[]> {
  if (rows.length === 0) return []
  const answers = await db.select().from(ticketAnswers).where(inArray(ticketAnswers.ticketId, rows.map(({ id }) => id))).orderBy(asc(ticketAnswers.position))
  return rows.map(({ emailKey: _key, changedAt: _changed, registrationReference, publicStructure, createdAt, ...ticket }) => ({
    ...ticket,
    ...(registrationReference !== null && { registrationReference }),
    ...(publicStructure && { publicStructure }),
    createdAt: createdAt.toISOString(),
    answers: answers.filter(({ ticketId }) => ticketId === ticket.id).map(({ at, text }) => ({ at: at.toISOString(), text })),
  }))
}
