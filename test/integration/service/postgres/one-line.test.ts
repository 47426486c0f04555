import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenDatabase } from '@service/storage/database'
import { openPostgres } from '@service/storage/postgres'
import { createTestDatabase } from '../../../support/service/test-database'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let opened: OpenDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  opened = openPostgres({ url: database.url, connections: 1, report: () => undefined })
})
afterAll(async () => {
  await opened.close()
  await database.drop()
})

const pidOf = async (db: OpenDatabase['db']): Promise<number> => ((await db.execute(sql`select pg_backend_pid() as pid`)) as unknown as { rows: { pid: number }[] }).rows[0]!.pid

it('waits for nobody’s transaction, whoever holds the connections of the pool', async () => {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const transaction = opened.db.transaction(() => held)
  const waiting = pidOf(opened.db)
  const line = await pidOf(opened.line)
  release()
  await transaction
  expect(line).not.toBe(await waiting)
})

it('is made again when it broke', async () => {
  const before = await pidOf(opened.line)
  await opened.db.execute(sql`select pg_terminate_backend(${before}::int)`)
  await expect.poll(() => pidOf(opened.line).catch(() => before), { timeout: 5_000 }).not.toBe(before)
  expect(await pidOf(opened.line)).toBe(await pidOf(opened.line))
})
