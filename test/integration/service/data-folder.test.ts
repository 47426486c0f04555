import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDataFolder } from '@service/storage/data-folder'
import { lockFolder } from '@service/storage/folder-lock'
import { migrate, MIGRATIONS } from '@service/storage/migrate'
import { openStorage } from '@service/storage/open-storage'
import { structures } from '@service/storage/structure-tables'
import { preparedDump } from '../../support/service/prepared-dump'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parvis-data-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ROW = { id: '0b9f3f54-5bb0-4a3a-9d5e-3f2b6a1f0c11', identifierType: 'RIDET', identifier: '1', sector: 'private', name: 'x', diffusible: true, createdAt: new Date() } as const

describe('the data folder', () => {
  it('starts from the prepared dump with nothing left to migrate, and keeps what is written', async () => {
    const dataDir = join(folder, 'kept')
    const first = await openDataFolder(dataDir, await preparedDump())
    expect(first.applied).toEqual([])
    await first.db.insert(structures).values(ROW)
    await first.close()
    const second = await openDataFolder(dataDir)
    expect(await second.db.select().from(structures).where(eq(structures.id, ROW.id))).toHaveLength(1)
    await second.close()
    expect(existsSync(join(dataDir, 'unfinished'))).toBe(false)
  })

  it('is not started from a dump that is cut off, and the next start makes it whole', async () => {
    const dataDir = join(folder, 'from-half')
    const whole = Buffer.from(gunzipSync(await (await preparedDump()).arrayBuffer()))
    const half = new Blob([gzipSync(whole.subarray(0, whole.length / 2))])
    await expect(openDataFolder(dataDir, half)).rejects.toThrow(/cut off/)
    const { applied, close } = await openDataFolder(dataDir, await preparedDump())
    expect(applied).toEqual([])
    await close()
  })

  it('that a start was cut off in is made anew', async () => {
    const dataDir = join(folder, 'cut-off')
    const first = await openDataFolder(dataDir, await preparedDump())
    await first.db.insert(structures).values(ROW)
    await first.close()
    await writeFile(join(dataDir, 'unfinished'), '')
    const second = await openDataFolder(dataDir, await preparedDump())
    expect(await second.db.select().from(structures)).toEqual([])
    await second.close()
  })

  it('in use by another process is refused, and that process is named', async () => {
    const unlock = await lockFolder(folder)
    await expect(lockFolder(folder)).rejects.toThrow(new RegExp(`in use by process ${process.pid}`))
    await unlock()
    await (await lockFolder(folder))()
  })

  it('is taken over from a process that is gone, and from one whose number another has now', async () => {
    const file = join(folder, 'in-use.json')
    for (const leftover of [{ pid: 2 ** 22 - 1, startedAt: 'x' }, { pid: process.pid, startedAt: 'x', processStart: '1' }, 'not even JSON']) {
      await writeFile(file, typeof leftover === 'string' ? leftover : JSON.stringify(leftover))
      const unlock = await lockFolder(folder)
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid })
      await unlock()
    }
  })

  it('of any number that start at once, one gets it', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)))
    const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    expect(winners).toHaveLength(1)
    await winners[0]!.value()
  })
})

describe('the secret key', () => {
  const openIn = async (dataDir: string, secretKeyFile?: string) =>
    openStorage({ databaseUrl: undefined, databaseConnections: 1, dataDir, secretKeyFile, prepared: await preparedDump(), report: () => undefined })

  it('is made once, and only its owner reads it', async () => {
    const dataDir = join(folder, 'with-key')
    const first = await openIn(dataDir)
    await first.close()
    const second = await openIn(dataDir)
    await second.close()
    expect(first.secretKey).toHaveLength(32)
    expect(second.secretKey).toEqual(first.secretKey)
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600)
  })

  it('that is missing or another than the database was begun with is said, and no new one is made', async () => {
    const dataDir = join(folder, 'lost-key')
    await openIn(dataDir).then(({ close }) => close())
    const kept = join(folder, 'kept.key')
    await rename(join(dataDir, 'secret.key'), kept)
    await expect(openIn(dataDir)).rejects.toThrow(/secret\.key is missing/)
    expect(existsSync(join(dataDir, 'secret.key'))).toBe(false)
    await expect(openIn(dataDir, join(folder, 'with-key/secret.key'))).rejects.toThrow(/is not the key that the database was begun with/)
    await openIn(dataDir, kept).then(({ close }) => close())
  })

  it('that is damaged is said, never replaced', async () => {
    const damaged = join(folder, 'damaged')
    await mkdir(damaged)
    await writeFile(join(damaged, 'secret.key'), 'short')
    await expect(openIn(damaged)).rejects.toThrow(/does not hold a key/)
    expect(await readFile(join(damaged, 'secret.key'), 'utf8')).toBe('short')
  })
})

describe('migrations', () => {
  it('a database of a newer version, or of another history, is left alone', async () => {
    const { db, close } = await openDataFolder('memory://', await preparedDump())
    expect(await migrate(db)).toEqual([])
    await db.execute(sql`insert into applied_migrations (tag, sha256) values ('9999_from_the_future', 'x')`)
    await expect(migrate(db)).rejects.toThrow(/newer version \(migration 9999_from_the_future\)/)
    await db.execute(sql`delete from applied_migrations where tag like '9999%'`)
    await expect(migrate(db, MIGRATIONS.map(({ tag, text }) => ({ tag, text: `${text} ` })))).rejects.toThrow(/another text/)
    await close()
  })
})
