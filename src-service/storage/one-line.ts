import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Db } from './database'

/** A connection that is kept, for single statements. */
export interface OneLine {
  /** Never begin a transaction on it: others' statements would be in it. */
  readonly db: Db
  readonly close: () => Promise<void>
}

/**
 * One connection for statements that must leave at once: those of a pool wait until somebody's transaction is over. What is asked
 * together travels together. It is made when it is first used, and made again when it broke; what was under way then fails.
 */
export function openOneLine(config: pg.ClientConfig, dress: (client: pg.Client) => void): OneLine {
  let connected: Promise<pg.Client> | undefined

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client(config)
    const forget = (): void => void (connected = undefined)
    client.on('error', forget).on('end', forget)
    try {
      await client.connect()
    } catch (failure) {
      forget()
      throw failure
    }
    dress(client)
    return client
  }

  const asClient = { query: async (...words: Parameters<pg.Client['query']>) => (await (connected ??= connect())).query(...words) }
  return {
    db: drizzle({ client: asClient as unknown as pg.Client }) as unknown as Db,
    close: async () => {
      const client = await connected?.catch(() => undefined)
      await client?.end()
    },
  }
}
