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
 * together travels together. It is made at once, so that the first statement does not wait for it either, and made again by the next
 * statement when it broke; what was under way then fails.
 */
export function openOneLine(config: pg.ClientConfig, dress: (client: pg.Client) => void): OneLine {
  let connected: Promise<pg.Client> | undefined
  let current: pg.Client | undefined

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client(config)
    client.on('error', () => forget(client)).on('end', () => forget(client))
    try {
      await client.connect()
    } catch (failure) {
      connected = undefined
      throw failure
    }
    dress(client)
    current = client
    return client
  }

  /** One that broke before is not to take the next one with it. */
  function forget(client: pg.Client): void {
    if (current === client) connected = current = undefined
  }

  const reach = (): Promise<pg.Client> => (connected ??= connect())
  // Whether there is a server is for the first statement to say.
  reach().catch(() => undefined)
  const asClient = { query: async (...words: Parameters<pg.Client['query']>) => (await reach()).query(...words) }
  return {
    db: drizzle({ client: asClient as unknown as pg.Client }) as unknown as Db,
    close: async () => {
      const client = await connected?.catch(() => undefined)
      await client?.end()
    },
  }
}
