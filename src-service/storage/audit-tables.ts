import { bigserial, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What agents looked at and decided. A row is never changed; its seal covers it and the seal before it. */
export const auditLog = pgTable(
  'audit_log',
  {
    position: bigserial('position', { mode: 'number' }).primaryKey(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    /** No foreign key: what somebody did outlives their account. */
    actorId: uuid('actor_id').notNull(),
    action: text('action').notNull(),
    /** The registration, ticket or question that it was about, by id. */
    subject: text('subject').notNull(),
    /** Canonical JSON. Holds no personal data: it outlives those, too. */
    detail: text('detail').notNull(),
    previousSeal: text('previous_seal').notNull(),
    seal: text('seal').notNull(),
  },
  (table) => [index('audit_log_at').on(table.at)],
)
