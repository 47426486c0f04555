import { describe, expect, it } from 'vitest'
import { openDraftStore, type DraftStore } from '@main/drafts/draft-store'
import { DraftId, emptyContent } from '@shared/registration/draft'
import { createFallibleFileSystem, type FallibleFileSystem } from '../../../support/main/fallible-file-system'

const FOLDER = '/profile/drafts'
const ASIDE = '/profile/set-aside'

function openStore(fileSystem: FallibleFileSystem): Promise<DraftStore> {
  let minute = 0
  const clock = { now: () => new Date(Date.UTC(2026, 0, 1, 0, (minute += 1))) }
  return openDraftStore({ fileSystem, folder: FOLDER, asideFolder: ASIDE, clock })
}

const named = (firstName: string) => {
  const content = emptyContent('fr')
  return { ...content, person: { ...content.person, firstName } }
}

describe('the draft store', () => {
  it('keeps half-typed values, one file a draft, and finds them again after a restart', async () => {
    const fileSystem = createFallibleFileSystem()
    const store = await openStore(fileSystem)
    const { id } = await store.create('fr')
    await store.save(id, named('Ma'))
    const reopened = await openStore(fileSystem)
    expect((await reopened.open(id)).draft.content.person.firstName).toBe('Ma')
    expect([...fileSystem.onDisk().keys()]).toEqual([`${FOLDER}/${id}.json`])
    expect(JSON.parse(fileSystem.onDisk().get(`${FOLDER}/${id}.json`)!)).toMatchObject({ schemaVersion: 1 })
  })

  it('lists the newest change first', async () => {
    const store = await openStore(createFallibleFileSystem())
    const first = await store.create('fr')
    const second = await store.create('fr')
    await store.save(first.id, named('Zoé'))
    expect((await store.list()).files.map(({ draft }) => draft.id)).toEqual([first.id, second.id])
  })

  it('gives no false "saved" on a full disk, and saves again once there is room', async () => {
    const fileSystem = createFallibleFileSystem()
    const store = await openStore(fileSystem)
    const { id } = await store.create('fr')
    fileSystem.failAt('write', 'ENOSPC')
    await expect(store.save(id, named('lost'))).rejects.toMatchObject({ code: 'disk-full' })
    expect((await store.open(id)).draft.content.person.firstName).toBe('')
    fileSystem.heal()
    await store.save(id, named('kept'))
    expect((await store.open(id)).draft.content.person.firstName).toBe('kept')
  })

  it('lets the last of many saves stay, in the order in which they were asked for', async () => {
    const store = await openStore(createFallibleFileSystem())
    const { id } = await store.create('en')
    await Promise.all(Array.from({ length: 50 }, (_, index) => store.save(id, named(`n${index}`))))
    expect((await store.open(id)).draft.content.person.firstName).toBe('n49')
  })

  it('does not let a change that throws, or one that the disk refuses, stop the next', async () => {
    const fileSystem = createFallibleFileSystem()
    const store = await openStore(fileSystem)
    const { id } = await store.create('en')
    const thrown = store.change(id, () => { throw new Error('a fault') })
    const next = store.save(id, named('after'))
    await expect(thrown).rejects.toThrow('a fault')
    expect((await next).content.person.firstName).toBe('after')
  })

  it('refuses to change what was sent', async () => {
    const store = await openStore(createFallibleFileSystem())
    const { id } = await store.create('en')
    const receipt = { registrationId: crypto.randomUUID(), reference: 'PV-0000-0000', sentAt: '2026-01-01T00:00:00.000Z', state: 'requested' } as const
    await store.change(id, (file) => ({ ...file, draft: { ...file.draft, receipt } }))
    await expect(store.save(id, named('late'))).rejects.toMatchObject({ code: 'draft-already-sent' })
  })

  it('removes a discarded draft from the disk, and brings it back as long as it runs', async () => {
    const fileSystem = createFallibleFileSystem()
    const store = await openStore(fileSystem)
    const { id } = await store.create('en')
    await store.save(id, named('Ann'))
    await store.discard(id)
    expect(fileSystem.onDisk().size).toBe(0)
    await expect(store.open(id)).rejects.toMatchObject({ code: 'draft-not-found' })
    expect((await store.restore(id)).draft.content.person.firstName).toBe('Ann')
    await expect(store.restore(id)).rejects.toMatchObject({ code: 'draft-not-found' })
    await store.discard(id)
    await expect((await openStore(fileSystem)).restore(id)).rejects.toMatchObject({ code: 'draft-not-found' })
  })

  it.each(['../../etc/passwd', '', 'CON', `${crypto.randomUUID()}/../x`, '%2e%2e'])('takes %j for no draft', async (id) => {
    const fileSystem = createFallibleFileSystem()
    const store = await openStore(fileSystem)
    fileSystem.steps.length = 0
    await expect(store.open(id as DraftId)).rejects.toMatchObject({ code: 'draft-not-found' })
    await expect(store.save(id as DraftId, named('x'))).rejects.toMatchObject({ code: 'draft-not-found' })
    expect(fileSystem.steps).toEqual([])
  })

  it('sweeps what interrupted writes left behind', async () => {
    const fileSystem = createFallibleFileSystem()
    fileSystem.files.set(`${FOLDER}/${crypto.randomUUID()}.json.${crypto.randomUUID()}.tmp`, 'half a draft')
    await openStore(fileSystem)
    expect(fileSystem.files.size).toBe(0)
  })
})

describe('files that cannot be read', () => {
  async function withFile(text: string): Promise<{ fileSystem: FallibleFileSystem; store: DraftStore; id: DraftId; path: string }> {
    const fileSystem = createFallibleFileSystem()
    const id = DraftId.parse(crypto.randomUUID())
    const path = `${FOLDER}/${id}.json`
    fileSystem.files.set(path, text)
    return { fileSystem, store: await openStore(fileSystem), id, path }
  }

  it.each(['', '{', '\0\0\0\0', '[]', 'null', '{"schemaVersion":1}', '{"schemaVersion":1,"draft":{"id":"x"}}', '\uFEFF{}'])('%j is set aside under its name, never deleted, and reported from then on', async (text) => {
    const { fileSystem, store, id, path } = await withFile(text)
    await expect(store.open(id)).rejects.toMatchObject({ code: 'draft-unreadable' })
    const [unreadable] = (await store.list()).unreadable
    expect(unreadable).toMatchObject({ code: 'draft-unreadable', fileName: expect.stringContaining(id) })
    expect(fileSystem.files.has(path)).toBe(false)
    expect(fileSystem.files.get(`${ASIDE}/${unreadable!.fileName}`)).toBe(text)
    expect((await store.list()).unreadable).toEqual([unreadable])
  })

  it('a newer one is left alone and reported, and nothing writes over it', async () => {
    const text = JSON.stringify({ schemaVersion: 2, something: 'new' })
    const { fileSystem, store, id, path } = await withFile(text)
    expect(await store.list()).toEqual({ files: [], unreadable: [{ fileName: `${id}.json`, code: 'draft-from-newer-version' }] })
    await expect(store.save(id, named('x'))).rejects.toMatchObject({ code: 'draft-from-newer-version' })
    await expect(store.discard(id)).rejects.toMatchObject({ code: 'draft-from-newer-version' })
    expect(fileSystem.files.get(path)).toBe(text)
  })

  it('a folder that the disk does not show is told, not taken for an empty one', async () => {
    const fileSystem = createFallibleFileSystem()
    const store = await openStore(fileSystem)
    fileSystem.failAt('list', 'EACCES')
    await expect(store.list()).rejects.toMatchObject({ code: 'disk-refused' })
  })
})
