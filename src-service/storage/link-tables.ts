import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './account-tables'
import { registrations } from './registration-tables'

/**
 * One link each, as one mail carries it: for a registration (first password) or for an account (new password).
 * Only hashes are here. `expiresAt` stays empty until the mail server has accepted the mail.
 */
export const links = pgTable(
  'links',
  {
    id: uuid('id').primaryKey(),
    registrationId: uuid('registration_id').references(() => registrations.id, { onDelete: 'cascade' }),
    accountId: uuid('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    /** No foreign key: outbox rows are swept on their own. */
    mailId: uuid('mail_id').notNull(),
    tokenSha256: text('token_sha256').notNull().unique(),
    /** Keyed hash of the short code; a code is weak enough that a plain hash could be tried out. */
    codeHmac: text('code_hmac'),
    codeTriesLeft: integer('code_tries_left').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }),
    usedAt: timestamp('used_at', { withTimezone: true }),
    /** Died before its time: the address was corrected, the registration withdrawn, another link used. */
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (table) => [
    index('links_registration').on(table.registrationId),
    index('links_account').on(table.accountId).where(sql`account_id is not null`),
    index('links_mail').on(table.mailId),
  ],
)
