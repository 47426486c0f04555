import { describe, expect, it } from 'vitest'
import type { FileSystem } from '@main/platform/file-system'
import type { DataKey } from '@main/safe/data-key'
import { createFallibleFileSystem, type FallibleFileSystem } from '../../../support/main/fallible-file-system'
import { createFixedSafe, fixedKey } from '../../../support/main/fixed-safe'
import { ASIDE, createManualRest, EVERYTHING, FOLDER, named, openTestDrafts } from '../../../support/main/test-drafts'

const OLD = fixedKey(crypto.randomUUID(), 1)
const NEW = fixedKey(crypto.randomUUID(), 2)

/** A safe with a key in force, whose old keys come back when a test says so. */
function safeWith(present: DataKey) {
  const back = new Map<string, DataKey>()
  const told: number[] = []
  return { ...createFixedSafe(present), back, told, retiredKey: (keyId: string) => back.get(keyId), leaveAlone: (drafts: number) => void told.push(drafts) }
}

async function profileUnder(key: DataKey, names: readonly string[]) {
  const disk = createFallibleFileSystem()
  const drafts = openTestDrafts(disk, { safe: safeWith(key) })
  const ids: string[] = []
  for (const name of names) {
    const { id } = await drafts.create(named('first'))
    await drafts.save(id, named(name))
    ids.push(id)
  }
  await drafts.close()
  return { disk, ids }
}

/** Its last bytes are others. */
const spoilt = (bytes: Buffer): Buffer => bytes.fill(0, bytes.length - 8)

const listOf = (drafts: ReturnType<typeof openTestDrafts>) => drafts.list(EVERYTHING, 0, 50)
const namesIn = async (drafts: ReturnType<typeof openTestDrafts>) => (await listOf(drafts)).rows.map(({ personName }) => personName).sort()
const keyIn = (disk: FallibleFileSystem, name: string): string => (JSON.parse(disk.files.get(`${FOLDER}/${name}`)!.split('\n')[0]!) as { keyId: string }).keyId

describe('drafts under a key that was replaced', () => {
  it('are told to the safe, appear as soon as their key is back, and then need it no more', async () => {
    const { disk, ids } = await profileUnder(OLD, ['Ann', 'Zoé'])
    const safe = safeWith(NEW)
    const drafts = openTestDrafts(disk, { safe })
    await drafts.create(named('Paul'))
    expect(await namesIn(drafts)).toEqual(['Paul'])
    expect(safe.told.at(-1)).toBe(2)

    safe.back.set(OLD.id, OLD)
    expect(await namesIn(drafts)).toEqual(['Ann', 'Paul', 'Zoé'])
    expect(safe.told.at(-1)).toBe(0)
    for (const id of ids) expect([keyIn(disk, `${id}.draft`), keyIn(disk, `${id}.draft.previous`)]).toEqual([NEW.id, NEW.id])
    expect(await namesIn(openTestDrafts(disk, { safe: safeWith(NEW) }))).toEqual(['Ann', 'Paul', 'Zoé'])
  })

  it('are found by a start that believes its index, before its first list', async () => {
    const { disk } = await profileUnder(OLD, ['Ann'])
    const first = openTestDrafts(disk, { safe: safeWith(NEW) })
    await first.create(named('Paul'))
    await first.close()
    const safe = safeWith(NEW)
    safe.back.set(OLD.id, OLD)
    expect(await namesIn(openTestDrafts(disk, { safe }))).toEqual(['Ann', 'Paul'])
    expect(safe.told).toEqual([0])

    const other = safeWith(NEW)
    const without = await profileUnder(OLD, ['Zoé'])
    const believed = openTestDrafts(without.disk, { safe: safeWith(NEW) })
    await believed.create(named('Paul'))
    await believed.close()
    const later = openTestDrafts(without.disk, { safe: other })
    expect(await namesIn(later)).toEqual(['Paul'])
    expect(other.told).toEqual([1])
    other.back.set(OLD.id, OLD)
    expect((await later.indexed()).length).toBe(2)
  })

  it('lose nothing to a disk that refuses any one step of sealing them again', async () => {
    for (let number = 0; ; number += 1) {
      const { disk, ids } = await profileUnder(OLD, ['Ann'])
      const safe = safeWith(NEW)
      safe.back.set(OLD.id, OLD)
      disk.failAtNumber(number, 'EIO')
      await listOf(openTestDrafts(disk, { safe })).catch(() => undefined)
      const wasHit = disk.isFailing()
      disk.heal()
      expect((await openTestDrafts(disk, { safe }).open(ids[0] as never)).draft.content.person.firstName).toBe('Ann')
      expect(await namesIn(openTestDrafts(disk, { safe }))).toEqual(['Ann'])
      expect([...disk.files.keys()].filter((path) => path.startsWith(ASIDE))).toEqual([])
      if (!wasHit) return
    }
  })

  it('lose nothing to a loss of power at any step of it', async () => {
    for (let number = 0; ; number += 1) {
      const { disk, ids } = await profileUnder(OLD, ['Ann'])
      const safe = safeWith(NEW)
      safe.back.set(OLD.id, OLD)
      disk.failAtNumber(number, 'EIO', 'forGood')
      await listOf(openTestDrafts(disk, { safe })).catch(() => undefined)
      const wasHit = disk.isFailing()
      const after = disk.afterLossOfPower({ names: 'synced', data: 'lost' })
      expect((await openTestDrafts(after, { safe }).open(ids[0] as never)).draft.content.person.firstName).toBe('Ann')
      if (!wasHit) return
    }
  })

  it('keep their old generation where the new one does not read back', async () => {
    const { disk, ids } = await profileUnder(OLD, ['Ann'])
    const safe = safeWith(NEW)
    safe.back.set(OLD.id, OLD)
    // What is written is another thing than what was meant.
    const lying: FileSystem = {
      ...disk,
      async createFile(path) {
        const file = await disk.createFile(path)
        return path.includes('.draft.') ? { ...file, write: (content) => file.write(spoilt(Buffer.from(content))) } : file
      },
    }
    await listOf(openTestDrafts(lying, { safe }))
    expect(keyIn(disk, `${ids[0]}.draft.previous`)).toBe(OLD.id)
    expect(await namesIn(openTestDrafts(disk, { safe }))).toEqual(['Ann'])
  })

  it('are not overwritten by one that comes from elsewhere under their id', async () => {
    const { disk, ids } = await profileUnder(OLD, ['Ann'])
    const before = disk.files.get(`${FOLDER}/${ids[0]}.draft`)
    const safe = safeWith(NEW)
    const drafts = openTestDrafts(disk, { safe })
    const imported = await drafts.create(named('Ann from there'), { id: ids[0] as never, createdAt: '2026-01-01T00:00:00.000Z' })
    expect(imported.id).not.toBe(ids[0])
    await drafts.save(imported.id, named('Ann, changed'))
    expect(disk.files.get(`${FOLDER}/${ids[0]}.draft`)).toBe(before)
    safe.back.set(OLD.id, OLD)
    expect(await namesIn(drafts)).toEqual(['Ann', 'Ann, changed'])
  })

  it('are recovered from their previous generation like any other', async () => {
    const { disk, ids } = await profileUnder(OLD, ['Ann'])
    const path = `${FOLDER}/${ids[0]}.draft`
    disk.disk.place(path, spoilt(Buffer.from(disk.disk.read(path))))
    const safe = safeWith(NEW)
    safe.back.set(OLD.id, OLD)
    const list = await listOf(openTestDrafts(disk, { safe }))
    expect(list.rows.map(({ personName }) => personName)).toEqual(['first'])
    expect(list.recovered).toEqual(ids)
    expect(keyIn(disk, `${ids[0]}.draft`)).toBe(NEW.id)
  })
})

describe('a file that the disk does not give', () => {
  /** The disk refuses everything about this one draft. */
  function refusing(disk: FileSystem, id: string, code = 'EIO'): FileSystem & { isRefusing: boolean } {
    const refuse = (path: string): void => {
      if (refused.isRefusing && path.includes(id)) throw Object.assign(new Error(code), { code })
    }
    const refused = {
      ...disk,
      isRefusing: true,
      readBytes: async (path: string) => (refuse(path), disk.readBytes(path)),
      stat: async (path: string) => (refuse(path), disk.stat(path)),
    }
    return refused
  }

  it.each(['EIO', 'EACCES', 'EISDIR'])('(%s) is named beside the others, and touched by nothing', async (code) => {
    const { disk, ids } = await profileUnder(NEW, ['Ann', 'Zoé'])
    disk.files.delete(`${FOLDER}/index`)
    const before = disk.files.get(`${FOLDER}/${ids[0]}.draft`)
    const drafts = openTestDrafts(refusing(disk, ids[0]!, code), { safe: safeWith(NEW) })
    const list = await listOf(drafts)
    expect(list.rows.map(({ personName }) => personName)).toEqual(['Zoé'])
    expect(list.unreadable).toEqual([{ fileName: `${ids[0]}.draft`, code: 'disk-refused' }])
    await drafts.create(named('Paul'))
    await drafts.close()
    expect(disk.files.get(`${FOLDER}/${ids[0]}.draft`)).toBe(before)
    expect([...disk.files.keys()].filter((path) => path.startsWith(ASIDE))).toEqual([])
  })

  it('is in the list again once the disk gives it: at rest, and at a start that believes its index', async () => {
    const { disk, ids } = await profileUnder(NEW, ['Ann', 'Zoé'])
    disk.files.delete(`${FOLDER}/index`)
    const refused = refusing(disk, ids[0]!)
    const rest = createManualRest()
    const drafts = openTestDrafts(refused, { safe: safeWith(NEW), rest })
    expect(await namesIn(drafts)).toEqual(['Zoé'])
    await drafts.close()
    expect(disk.files.has(`${FOLDER}/index.behind`)).toBe(false)
    const later = openTestDrafts(disk, { safe: safeWith(NEW) })
    expect(await namesIn(later)).toEqual(['Ann', 'Zoé'])

    disk.files.delete(`${FOLDER}/index`)
    const again = openTestDrafts(refused, { safe: safeWith(NEW), rest })
    expect(await namesIn(again)).toEqual(['Zoé'])
    refused.isRefusing = false
    await rest.now()
    expect(await listOf(again)).toMatchObject({ found: 2, unreadable: [] })
  })

  it('is no reason to show a part of many as if it were all', async () => {
    const { disk } = await profileUnder(NEW, Array.from({ length: 60 }, (_, index) => `Ann ${index}`))
    disk.files.delete(`${FOLDER}/index`)
    disk.failAt('readBytes', 'EIO')
    await expect(listOf(openTestDrafts(disk, { safe: safeWith(NEW) }))).rejects.toMatchObject({ code: 'disk-refused' })
  })
})
