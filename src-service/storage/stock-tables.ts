import { bigint, boolean, date, integer, pgTable, smallint, text, timestamp } from 'drizzle-orm/pg-core'

/**
 * Establishments as INSEE's stock files have them, each with what its legal unit says of it. An import makes this table anew and puts
 * it in the place of the old one, in one transaction.
 */
export const stockEstablishments = pgTable('stock_establishments', {
  /** Fourteen digits as a number: half as long, and quicker to find. */
  siret: bigint('siret', { mode: 'number' }).primaryKey(),
  category: smallint('category'),
  diffusible: boolean('diffusible').notNull(),
  closed: boolean('closed').notNull(),
  name: text('name'),
  line1: text('line1'),
  line2: text('line2'),
  line3: text('line3'),
  postalCode: text('postal_code'),
  city: text('city'),
})

/** The imports that have taken place; the newest is the one in use. None: the table above was never filled. */
export const stockGenerations = pgTable('stock_generations', {
  number: integer('number').primaryKey().generatedAlwaysAsIdentity(),
  importedAt: timestamp('imported_at', { withTimezone: true }).notNull(),
  establishments: integer('establishments').notNull(),
  /** The newest day on which INSEE has changed a row of it. */
  asOf: date('as_of', { mode: 'string' }),
})
