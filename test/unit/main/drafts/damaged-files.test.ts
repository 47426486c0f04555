import { describe, expect, it } from 'vitest'
import { proveDamage } from '../../../support/main/damage'
import { createFallibleFileSystem } from '../../../support/main/fallible-file-system'
import { createFixedSafe, fixedKey } from '../../../support/main/fixed-safe'
import { ASIDE, EVERYTHING, FOLDER, named, openTestDrafts } from '../../../support/main/test-drafts'

async function withDraft(saves: readonly string[]) {
  const disk = createFallibleFileSystem()
  const drafts = openTestDrafts(disk)
  const { id } = await drafts.create(named(saves[0] ?? ''))
  for (const name of saves.slice(1)) await drafts.save(id, named(name))
  return { disk, id, path: `${FOLDER}/${id}.draft` }
}

describe('a damaged profile', () => {
  it('opens, with the damaged draft as it was one save before', async () => {
    const { broken, recovered } = await proveDamage(330)
    expect(broken).toEqual([])
    expect(recovered).toBeGreaterThan(50)
  })
})

describe('a draft of which nothing is whole', () => {
  it.each(['', '{', '\0\0\0\0', '\uFEFF{}', '{"parvis":"draft"}\nxxxx'])('%j is set aside under its name, never deleted, and named from then on', async (text) => {
    const { disk, id, path } = await withDraft(['Ann'])
    disk.files.set(path, text)
    const reports: string[] = []
    const drafts = openTestDrafts(disk, { report: (what, count) => reports.push(`${what} ${count}`) })
    await expect(drafts.open(id)).rejects.toMatchObject({ code: 'draft-unreadable' })
    const list = await drafts.list(EVERYTHING, 0, 10)
    expect(list).toMatchObject({ rows: [], all: 0, recovered: [], unreadable: [{ code: 'draft-unreadable', fileName: expect.stringContaining(id) }] })
    expect(disk.files.has(path)).toBe(false)
    expect(disk.files.get(`${ASIDE}/${list.unreadable[0]!.fileName}`)).toBe(text)
    expect((await openTestDrafts(disk).list(EVERYTHING, 0, 10)).unreadable).toEqual(list.unreadable)
    expect(reports).toContain('draft-set-aside 1')
  })

  it('is named once when both generations are damaged, and both are kept', async () => {
    const { disk, path } = await withDraft(['Ann', 'Anna'])
    disk.files.set(path, 'x')
    disk.files.set(`${path}.previous`, 'y')
    expect((await openTestDrafts(disk).list(EVERYTHING, 0, 10)).unreadable).toHaveLength(1)
    expect([...disk.files.keys()].filter((name) => name.startsWith(ASIDE)).map((name) => disk.files.get(name)).sort()).toEqual(['x', 'y'])
  })
})

describe('files that are not what their name says', () => {
  it('of two drafts under each other’s name are both damaged, and both recover', async () => {
    const disk = createFallibleFileSystem()
    const drafts = openTestDrafts(disk)
    const ann = await drafts.create(named('Ann'))
    const zoe = await drafts.create(named('Zoé'))
    for (const { id } of [ann, zoe]) await drafts.save(id, named('newer'))
    const [a, z] = [ann, zoe].map(({ id }) => disk.disk.read(`${FOLDER}/${id}.draft`))
    disk.disk.place(`${FOLDER}/${ann.id}.draft`, z!)
    disk.disk.place(`${FOLDER}/${zoe.id}.draft`, a!)
    const { rows, recovered } = await openTestDrafts(disk).list(EVERYTHING, 0, 10)
    expect(rows.map(({ personName }) => personName).sort()).toEqual(['Ann', 'Zoé'])
    expect([...recovered].sort()).toEqual([ann.id, zoe.id].sort())
  })

  it('of a newer version is left alone and listed, and nothing writes over it', async () => {
    const { disk, id, path } = await withDraft(['Ann'])
    const key = fixedKey()
    const sealed = key.seal(Buffer.from('{"schemaVersion":3}'), `parvis draft ${id} 3 ${key.id}`)
    const header = { parvis: 'draft', schemaVersion: 3, id, keyId: key.id, sha256: Buffer.from(await crypto.subtle.digest('SHA-256', Uint8Array.from(sealed))).toString('hex') }
    const newer = Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), sealed])
    disk.disk.place(path, newer)
    const drafts = openTestDrafts(disk)
    expect(await drafts.list(EVERYTHING, 0, 10)).toMatchObject({ rows: [], unreadable: [{ fileName: `${id}.draft`, code: 'draft-from-newer-version' }] })
    await expect(drafts.save(id, named('x'))).rejects.toMatchObject({ code: 'draft-from-newer-version' })
    expect(await drafts.discard([id])).toMatchObject({ done: 0, refused: [{ failure: { code: 'draft-from-newer-version' } }] })
    await drafts.close()
    expect(Buffer.compare(disk.disk.read(path), newer)).toBe(0)
    expect((await openTestDrafts(disk).list(EVERYTHING, 0, 10)).unreadable).toHaveLength(1)
  })

  it('under the name of our key, and sealed by another, are damaged', async () => {
    const { disk, id, path } = await withDraft(['Ann', 'Anna'])
    const other = createFallibleFileSystem()
    other.disk.place(path, disk.disk.read(path))
    const impostor = fixedKey(fixedKey().id, 9)
    const drafts = openTestDrafts(other, { safe: createFixedSafe(impostor) })
    await expect(drafts.open(id)).rejects.toMatchObject({ code: 'draft-unreadable' })
    expect([...other.files.keys()].some((name) => name.startsWith(ASIDE))).toBe(true)
  })
})

describe('a recovery that the disk refuses', () => {
  it('still shows the draft, and changes nothing before the damaged file is out of the way', async () => {
    const { disk, id, path } = await withDraft(['Ann', 'Anna'])
    disk.files.set(path, 'x')
    const drafts = openTestDrafts(disk)
    disk.failAt('rename', 'EROFS')
    expect((await drafts.open(id)).draft.content.person.firstName).toBe('Ann')
    await expect(drafts.save(id, named('y'))).rejects.toMatchObject({ code: 'disk-refused' })
    expect(disk.files.get(path)).toBe('x')
    disk.heal()
    await drafts.save(id, named('y'))
    expect((await openTestDrafts(disk).open(id)).draft.content.person.firstName).toBe('y')
  })
})
