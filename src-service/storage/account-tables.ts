import { index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { structures } from './structure-tables'

/** An account exists from its activation on: no row without a password. An agent's exists from the invitation on, with one that nobody has. */
export const accounts = pgTable('accounts', {
  id: uuid('id').primaryKey(),
  connectionEmail: text('connection_email').notNull(),
  emailKey: text('email_key').notNull().unique(),
  contactEmail: text('contact_email').notNull(),
  firstName: text('first_name').notNull(),
  lastName: text('last_name').notNull(),
  phone: text('phone'),
  locale: text('locale', { enum: ['fr', 'en'] }).notNull(),
  role: text('role', { enum: ['account', 'agent'] }).notNull(),
  passwordHash: text('password_hash').notNull(),
  passwordChangedAt: timestamp('password_changed_at', { withTimezone: true }).notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})

/** Who is attached to which structure (rattachement), and who decides there (gestionnaire). */
export const attachments = pgTable(
  'attachments',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    structureId: uuid('structure_id')
      .notNull()
      .references(() => structures.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['manager', 'member'] }).notNull(),
    since: timestamp('since', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.structureId] }),
    index('attachments_structure').on(table.structureId),
  ],
)
