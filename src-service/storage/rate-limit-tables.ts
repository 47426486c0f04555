import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** How often something was asked in the minute at hand. `key` is a hash: no address of anybody is kept here. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    windowStart: timestamp('window_start', { withTimezone: true }).notNull(),
    count: integer('count').notNull(),
  },
  (table) => [index('rate_limits_window_start').on(table.windowStart)],
)
