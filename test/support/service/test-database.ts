import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { OpenBulk } from '@service/storage/bulk'
import type { Db, OpenDatabase } from '@service/storage/database'
import { openPostgres } from '@service/storage/postgres'
import { openMemoryDatabase } from '../memory-database'

export interface TestDatabase {
  readonly db: Db
  readonly line: Db
  /** One for each instance that works on it. */
  readonly instances: readonly Pick<OpenDatabase, 'db' | 'line'>[]
  readonly openBulk: OpenBulk
  close(): Promise<void>
}

/** Set where the tests run on PostgreSQL (`start-postgres.ts`): a server on which databases can be made, and how many instances share one. */
const SERVER = 'PARVIS_TEST_POSTGRES'
const INSTANCES = 'PARVIS_TEST_INSTANCES'
export const TEMPLATE = 'parvis_template'

export const isOnPostgres = (): boolean => process.env[INSTANCES] !== undefined

/** A new database of its own with the service's schema: embedded and in memory, or, in the project `postgres`, on the server. */
export async function openTestDatabase(): Promise<TestDatabase> {
  if (!isOnPostgres()) {
    const { db, openBulk, close } = await openMemoryDatabase()
    return { db, line: db, instances: [{ db, line: db }], openBulk, close }
  }
  const { url, drop } = await createTestDatabase()
  const opened = Array.from({ length: Number(process.env[INSTANCES]) }, () => openPostgres({ url, connections: 5, report: () => undefined }))
  return {
    db: opened[0]!.db,
    line: opened[0]!.line,
    instances: opened,
    openBulk: opened[0]!.openBulk,
    async close() {
      await Promise.all(opened.map(({ close }) => close()))
      await drop()
    },
  }
}

/** The address of a new, migrated database on the server of this run; with `isEmpty`, of one in which nothing was made yet. */
export async function createTestDatabase({ isEmpty = false } = {}): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const server = process.env[SERVER]
  if (server === undefined) throw new Error('There is no PostgreSQL: this file belongs to the project "postgres"')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name}${isEmpty ? '' : ` template ${TEMPLATE}`}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
