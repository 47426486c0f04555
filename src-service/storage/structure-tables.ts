import { boolean, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { PostalAddress } from '@shared/http/structures'
import type { IdentifierType } from '@shared/identifiers/identifier-type'

/** Structures that exist in Chorus Pro as this service knows it. One that is still being asked for is a registration only. */
export const structures = pgTable(
  'structures',
  {
    id: uuid('id').primaryKey(),
    identifierType: text('identifier_type').$type<IdentifierType>().notNull(),
    identifier: text('identifier'),
    sector: text('sector', { enum: ['private', 'public'] }).notNull(),
    name: text('name').notNull(),
    label: text('label'),
    address: jsonb('address').$type<PostalAddress>(),
    diffusible: boolean('diffusible').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [unique('structures_identifier').on(table.identifierType, table.identifier)],
)
