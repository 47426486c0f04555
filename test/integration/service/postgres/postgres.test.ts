import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db, OpenDatabase } from '@service/storage/database'
import { takeDuty } from '@service/storage/duties'
import { migrate, MIGRATIONS } from '@service/storage/migrate'
import { openPostgres } from '@service/storage/postgres'
import { duties } from '@service/storage/service-tables'
import { createTestDatabase } from '../../../support/service/test-database'

const LONG_AGO = new Date(0)

let database: Awaited<ReturnType<typeof createTestDatabase>>
let opened: OpenDatabase
let db: Db

beforeAll(async () => {
  database = await createTestDatabase()
  opened = openPostgres({ url: database.url, connections: 4, report: () => undefined })
  ;({ db } = opened)
  await db.insert(duties).values(['one', 'other'].map((name) => ({ name, dueAt: LONG_AGO })))
})
afterAll(async () => {
  await opened.close()
  await database.drop()
})

/** Lets two get as far as here before either goes on. */
function meeting(): () => Promise<void> {
  let [arrived, open] = [0, (): void => undefined]
  const both = new Promise<void>((resolve) => (open = resolve))
  return async () => {
    arrived += 1
    if (arrived >= 2) open()
    await both
  }
}

const touch = (tx: Db, name: string) => tx.update(duties).set({ dueAt: sql`${duties.dueAt} + interval '1 day'` }).where(eq(duties.name, name))
const days = async (name: string): Promise<number> => (await db.select().from(duties).where(eq(duties.name, name)))[0]!.dueAt.getTime() / 86_400_000

describe('transactions', () => {
  it('that lock each other out are both done in the end, once each', async () => {
    const before = [await days('one'), await days('other')]
    const meet = meeting()
    let tries = 0
    const cross = (first: string, second: string) => db.transaction(async (tx) => {
      tries += 1
      await touch(tx, first)
      await meet()
      await touch(tx, second)
    })
    await Promise.all([cross('one', 'other'), cross('other', 'one')])
    expect([await days('one'), await days('other')]).toEqual(before.map((count) => count + 2))
    expect(tries).toBeGreaterThan(2)
  })

  it('that another one has overtaken are begun again', async () => {
    const before = await days('one')
    const meet = meeting()
    let tries = 0
    const add = () => db.transaction(async (tx) => {
      tries += 1
      const [row] = await tx.select().from(duties).where(eq(duties.name, 'one'))
      await meet()
      await tx.update(duties).set({ dueAt: new Date(row!.dueAt.getTime() + 86_400_000) }).where(eq(duties.name, 'one'))
    }, { isolationLevel: 'serializable' })
    await Promise.all([add(), add()])
    expect(await days('one')).toBe(before + 2)
    expect(tries).toBe(3)
  })

  it('that fail for another reason are not', async () => {
    let tries = 0
    await expect(db.transaction(async (tx) => {
      tries += 1
      await tx.execute(sql`select 1 / 0`)
    })).rejects.toThrow()
    expect(tries).toBe(1)
  })

  it('whose connection is cut leave the pool as it was', async () => {
    for (let round = 0; round < 10; round += 1)
      await expect(db.transaction((tx) => tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`))).rejects.toThrow()
    await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await Promise.all(Array.from({ length: 8 }, () => db.transaction((tx) => touch(tx, 'other').returning())))).toHaveLength(8)
  })
})

describe('every connection', () => {
  it.each([['statement_timeout', '15s'], ['lock_timeout', '10s'], ['idle_in_transaction_session_timeout', '30s'], ['application_name', 'parvis']])('has %s %s', async (name, value) => {
    const { rows } = (await db.execute(sql`select current_setting(${name}) as value`)) as unknown as { rows: { value: string }[] }
    expect(rows).toEqual([{ value }])
  })
})

describe('instances that come at the same time', () => {
  it('migrate an empty database once', async () => {
    const empty = await createTestDatabase({ isEmpty: true })
    const instances = Array.from({ length: 5 }, () => openPostgres({ url: empty.url, connections: 1, report: () => undefined }))
    const applied = await Promise.all(instances.map((instance) => migrate(instance.db)))
    expect(applied.map(({ length }) => length).sort()).toEqual([0, 0, 0, 0, MIGRATIONS.length])
    await Promise.all(instances.map((instance) => instance.close()))
    await empty.drop()
  })

  it('take a duty over one at a time, and again when it is due', async () => {
    const [now, later] = [new Date(), new Date(Date.now() + 60_000)]
    const ask = (at: Date) => Promise.all(Array.from({ length: 20 }, () => takeDuty(db, 'sweep', at, new Date(at.getTime() + 60_000))))
    expect((await ask(now)).filter(Boolean)).toHaveLength(1)
    expect((await ask(now)).filter(Boolean)).toHaveLength(0)
    expect((await ask(later)).filter(Boolean)).toHaveLength(1)
  })
})
