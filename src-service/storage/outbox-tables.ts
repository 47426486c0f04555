import { bigserial, boolean, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/**
 * `failed`: we gave up, or a server refused the message. `bounced`: the address does not take mail. Either may come after `sent`, when
 * a server that took the mail returns it.
 */
export const OUTBOX_STATES = ['queued', 'sending', 'sent', 'failed', 'bounced'] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]

/**
 * One mail each, written in the transaction that causes it and sent by whichever dispatcher leases it.
 * `sealedContent` (recipient, subject, what the letter says) holds a live token: encrypted until the mail is gone, null after.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid('id').primaryKey(),
    /** The order in which mails were queued; `createdAt` is equal for all mails of one transaction. */
    position: bigserial('position', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    locale: text('locale', { enum: ['fr', 'en'] }).notNull(),
    /** No foreign key: a registration may be erased while its last mail is on its way. */
    registrationId: uuid('registration_id'),
    messageId: text('message_id').notNull().unique(),
    /** Stored as it is and in its row (migration 0010): what is sealed cannot be compressed, and a mail is read once. */
    sealedContent: text('sealed_content'),
    state: text('state', { enum: OUTBOX_STATES }).notNull().default('queued'),
    /** Counted when leased, so it also tells the lease at hand from an older one. */
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true }).notNull(),
    leasedUntil: timestamp('leased_until', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** When a server took it: noted at once, before all that follows from it. Whoever leases such a row does not send it again. */
    acceptedAt: timestamp('accepted_at', { withTimezone: true }),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    /** Why the last attempt failed: stage and reply code only, never the server's text, which may quote the address. */
    lastFailure: text('last_failure'),
    /** The last attempt failed for a reason that would meet every mail: the set-up is to be seen to. */
    isShutOut: boolean('is_shut_out').notNull().default(false),
  },
  (table) => [
    index('outbox_due').on(table.state, table.nextAttemptAt),
    index('outbox_registration').on(table.registrationId),
  ],
)

/** The practice mailbox: what would have been sent, readable by the person who practises. Never filled in production. */
export const practiceMails = pgTable('practice_mails', {
  id: uuid('id').primaryKey(),
  position: bigserial('position', { mode: 'number' }).notNull(),
  to: text('to').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  html: text('html').notNull(),
  sentAt: timestamp('sent_at', { withTimezone: true }).notNull(),
})
