import type { PGlite } from '@electric-sql/pglite'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle } from 'drizzle-orm/pglite'
import type { OpenBulk } from './bulk'
import { openEmbeddedBulk } from './bulk-embedded'

/** The database, or a transaction of it: rooms take either, and never learn which PostgreSQL is behind. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** Connections of this process to the server, and who waits for one. */
export interface PoolLoad {
  readonly total: number
  readonly idle: number
  readonly waiting: number
}

export interface OpenDatabase {
  readonly db: Db
  /** For single statements that wait for nobody's transaction; where the database is embedded there is only one way to it. */
  readonly line: Db
  /** Absent where the database is embedded. */
  readonly pool?: () => PoolLoad
  readonly openBulk: OpenBulk
  readonly close: () => Promise<void>
}

/** An embedded PostgreSQL that is open, as drizzle speaks to it. */
export function databaseOf(client: PGlite): OpenDatabase {
  const db = drizzle({ client }) as unknown as Db
  return { db, line: db, openBulk: async () => openEmbeddedBulk(client), close: () => client.close() }
}
