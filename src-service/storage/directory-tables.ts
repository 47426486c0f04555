import { index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** What a source of Sirene answered. What is about a person goes after a day; about a company it may still help while the source is down. */
export const directoryAnswers = pgTable(
  'directory_answers',
  {
    siret: text('siret').primaryKey(),
    /** Null: the number is unknown there. */
    establishment: jsonb('establishment'),
    freshUntil: timestamp('fresh_until', { withTimezone: true }).notNull(),
    keptUntil: timestamp('kept_until', { withTimezone: true }).notNull(),
  },
  (table) => [index('directory_answers_kept_until').on(table.keptUntil)],
)

/** How often each source was asked lately, by all instances. */
export const directoryQuotas = pgTable('directory_quotas', {
  name: text('name').primaryKey(),
  /** Of the last turns, in milliseconds since 1970, in order; some may still have to come. */
  turns: jsonb('turns').$type<readonly number[]>().notNull(),
  pausedUntil: timestamp('paused_until', { withTimezone: true }),
})
