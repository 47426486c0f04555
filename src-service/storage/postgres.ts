import { setTimeout as wait } from 'node:timers/promises'
import type { SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { PgDialect, type PgTransactionConfig } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { holdTheEnd, takeTheEnd } from './at-the-end'
import { openPostgresBulk } from './bulk-postgres'
import type { Db, OpenDatabase } from './database'
import { createStatementNames } from './named-statements'
import { openOneLine } from './one-line'
import { writeAtOnce } from './one-write'

interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, with `?sslmode=` where the server is another machine. */
  readonly url: string
  /** The most connections that this process holds at once. */
  readonly connections: number
  /** Told of connections that break while nobody uses them. */
  readonly report: (cause: unknown) => void
  readonly random?: () => number
}

/** Longer than anything that a request asks for takes; a request itself is cut off after 30 s. */
const STATEMENT_TIMEOUT_MS = 15_000
/** A row or an advisory lock that somebody else holds. */
const LOCK_TIMEOUT_MS = 10_000
/** A transaction of ours that forgot itself would hold its locks for ever. */
const IDLE_IN_TRANSACTION_MS = 30_000
const CONNECT_TIMEOUT_MS = 5_000

/** Serialization failure, deadlock: the whole transaction was undone, and may succeed when it is begun again. */
const WORTH_ANOTHER_TRY = new Set(['40001', '40P01'])
const MOST_TRIES = 5
const FIRST_PAUSE_MS = 10

/**
 * A PostgreSQL that several instances share. Transactions that the server undid because of another one are begun again, up to
 * five times: what they do beside the database has to bear that.
 */
export function openPostgres({ url, connections, report, random = Math.random }: PostgresOptions): OpenDatabase {
  const way = { connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, application_name: 'parvis', keepAlive: true }
  const session = {
    ...way,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    // What is asked together travels together.
    pipeline: true,
  }
  const pool = new pg.Pool({ ...session, max: connections, idleTimeoutMillis: 30_000 })
  pool.on('error', report)
  const nameStatements = createStatementNames()
  const dress = (client: pg.ClientBase): void => {
    nameStatements(client)
    writeAtOnce(client)
  }
  pool.on('connect', (client) => {
    // Between two statements of a transaction nobody else listens; the next statement fails, and the pool lets go of the connection.
    client.on('error', () => undefined)
    dress(client)
  })

  const line = openOneLine(session, dress)

  const db = drizzle({ client: pool }) as unknown as Db
  const ofClient = new WeakMap<pg.PoolClient, Db>()

  async function transactOnce<T>(...[work, settings]: Parameters<typeof db.transaction<T>>): Promise<T> {
    const client = await pool.connect()
    const own = ofClient.get(client) ?? (drizzle({ client }) as unknown as Db)
    ofClient.set(client, own)
    // Travels with the first statement.
    const begun = client.query(beginOf(settings))
    holdTheEnd(own)
    let isOver = false
    try {
      const [result] = await Promise.all([work(own as Parameters<typeof work>[0]), begun])
      const ended = takeTheEnd(own).map((statement) => client.query(textOf(statement)))
      const [{ command }] = await Promise.all([client.query('commit'), ...ended])
      // Of a transaction in which something failed, whoever heard of it, the server commits nothing.
      if (command !== 'COMMIT') throw new Error('The transaction was undone')
      isOver = true
      return result
    } catch (failure) {
      isOver = await client.query('rollback').then(() => true, () => false)
      throw failure
    } finally {
      client.release(!isOver)
    }
  }

  // Drizzle's own loses a connection of the pool for good when a transaction cannot begin.
  db.transaction = async (work, settings) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await transactOnce(work, settings)
      } catch (failure) {
        if (attempt === MOST_TRIES || !WORTH_ANOTHER_TRY.has(sqlStateOf(failure) ?? '')) throw failure
        await wait(random() * FIRST_PAUSE_MS * 2 ** attempt)
      }
    }
  }

  return {
    db,
    line: line.db,
    openBulk: () => openPostgresBulk(new pg.Client(way)),
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: async () => void (await Promise.all([pool.end(), line.close()])),
  }
}

const dialect = new PgDialect()

function textOf(statement: SQL): pg.QueryConfig {
  const { sql: text, params: values } = dialect.sqlToQuery(statement)
  return { text, values }
}

function beginOf({ isolationLevel, accessMode, deferrable }: PgTransactionConfig = {}): string {
  return ['begin', isolationLevel && `isolation level ${isolationLevel}`, accessMode, deferrable && 'deferrable'].filter(Boolean).join(' ')
}

/** The five characters by which PostgreSQL names what went wrong, wherever in the chain of causes they stand. */
export function sqlStateOf(failure: unknown): string | undefined {
  if (!(failure instanceof Error)) return undefined
  const { code } = failure as { code?: unknown }
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : sqlStateOf(failure.cause)
}
