import { bigserial, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Ticket, TicketSituation, TicketState } from '@shared/http/tickets'

/** What people wrote to support. */
export const tickets = pgTable(
  'tickets',
  {
    id: uuid('id').primaryKey(),
    reference: text('reference').notNull().unique(),
    state: text('state').$type<TicketState>().notNull(),
    situation: text('situation').$type<TicketSituation>().notNull(),
    email: text('email').notNull(),
    /** As addresses are compared. */
    emailKey: text('email_key').notNull(),
    locale: text('locale', { enum: ['fr', 'en'] }).notNull(),
    subject: text('subject').notNull(),
    description: text('description').notNull(),
    registrationReference: text('registration_reference'),
    publicStructure: jsonb('public_structure').$type<NonNullable<Ticket['publicStructure']>>(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** When it came into its state. */
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('tickets_state').on(table.state, table.createdAt), index('tickets_email_key').on(table.emailKey)],
)

export const ticketAnswers = pgTable(
  'ticket_answers',
  {
    position: bigserial('position', { mode: 'number' }).primaryKey(),
    ticketId: uuid('ticket_id')
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    at: timestamp('at', { withTimezone: true }).notNull(),
    text: text('text').notNull(),
  },
  (table) => [index('ticket_answers_ticket').on(table.ticketId)],
)
