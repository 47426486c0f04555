import { boolean, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** By which a start knows whether it has the key that this database was begun with. One row. */
export const secretKeyProof = pgTable('secret_key_proof', {
  onlyRow: boolean('only_row').primaryKey().default(true),
  /** A keyed hash: says nothing of the key. */
  proof: text('proof').notNull(),
})

/** What has to be done from time to time, by whichever instance comes first. */
export const duties = pgTable('duties', {
  name: text('name').primaryKey(),
  dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
})
