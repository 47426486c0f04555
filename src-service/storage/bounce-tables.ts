import { bigint, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** How far a file of returned mails (mbox) was read. */
export const bounceFiles = pgTable('bounce_files', {
  path: text('path').primaryKey(),
  /** Bytes from the beginning of the file. */
  readUpTo: bigint('read_up_to', { mode: 'number' }).notNull(),
  /** A hash of the bytes before that place: another file under the same name does not have them. */
  mark: text('mark').notNull(),
})

/** Which messages of a folder of returned mails (Maildir) were read. */
export const bounceMessages = pgTable(
  'bounce_messages',
  {
    /** A hash of folder and name. */
    key: text('key').primaryKey(),
    readAt: timestamp('read_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('bounce_messages_read').on(table.readAt)],
)
