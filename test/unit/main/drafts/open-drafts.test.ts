import { describe, expect, it } from 'vitest'
import { DraftId } from '@shared/registration/draft'
import { AppError } from '@shared/errors/app-error'
import { createFallibleFileSystem } from '../../../support/main/fallible-file-system'
import { createFixedSafe, fixedKey } from '../../../support/main/fixed-safe'
import { ASIDE, createManualRest, DISCARDED, EVERYTHING, FOLDER, named, openTestDrafts } from '../../../support/main/test-drafts'

const receipt = { registrationId: crypto.randomUUID(), reference: 'PV-0000-0000', sentAt: '2026-01-01T00:00:00.000Z', state: 'requested' } as const
const queued = { state: 'queued', queuedAt: '2026-01-01T00:00:00.000Z', attempts: 0, mayHaveArrived: false } as const

const firstNames = async (drafts: ReturnType<typeof openTestDrafts>) => (await drafts.list(EVERYTHING, 0, 200)).rows.map(({ personName }) => personName)

describe('the drafts', () => {
  it('keep half-typed values, sealed, one file and its previous generation a draft, and find them again after a restart', async () => {
    const fileSystem = createFallibleFileSystem()
    const { id } = await openTestDrafts(fileSystem).create(named('Ma'))
    const drafts = openTestDrafts(fileSystem)
    await drafts.save(id, named('Marguerite'))
    expect((await openTestDrafts(fileSystem).open(id)).draft.content.person.firstName).toBe('Marguerite')
    expect([...fileSystem.onDisk().keys()].sort()).toEqual([`${FOLDER}/${id}.draft`, `${FOLDER}/${id}.draft.previous`])
    for (const path of fileSystem.files.keys()) expect(fileSystem.files.get(path)).not.toContain('Ma')
    const [header = ''] = fileSystem.files.get(`${FOLDER}/${id}.draft`)!.split('\n')
    expect(JSON.parse(header)).toMatchObject({ parvis: 'draft', schemaVersion: 2, id, keyId: fixedKey().id })
  })

  it('ask nobody for a key before there is something to keep or to read', async () => {
    const fileSystem = createFallibleFileSystem()
    const safe = createFixedSafe()
    const drafts = openTestDrafts(fileSystem, { safe })
    expect(await drafts.list(EVERYTHING, 0, 50)).toMatchObject({ rows: [], all: 0, found: 0, unreadable: [], recovered: [] })
    expect(await drafts.indexed()).toEqual([])
    await expect(drafts.open(DraftId.parse(crypto.randomUUID()))).rejects.toMatchObject({ code: 'draft-not-found' })
    expect(safe.asked).toEqual([])
    await drafts.create(named('Ann'))
    expect(safe.asked).toEqual(['to-write'])

    const later = createFixedSafe()
    await openTestDrafts(fileSystem, { safe: later }).list(EVERYTHING, 0, 50)
    expect(later.asked).toEqual(['to-read'])
  })

  it('tell that the safe is locked, and open once it is not', async () => {
    const fileSystem = createFallibleFileSystem()
    await openTestDrafts(fileSystem).create(named('Ann'))
    let isLocked = true
    const key = async () => {
      if (isLocked) throw new AppError('safe-locked', 'locked')
      return fixedKey()
    }
    const drafts = openTestDrafts(fileSystem, { safe: { ...createFixedSafe(), key } })
    await expect(drafts.list(EVERYTHING, 0, 50)).rejects.toMatchObject({ code: 'safe-locked' })
    isLocked = false
    expect(await firstNames(drafts)).toEqual(['Ann'])
  })

  it('leave drafts of another key alone, and say nothing bad of them', async () => {
    const fileSystem = createFallibleFileSystem()
    const { id } = await openTestDrafts(fileSystem).create(named('Ann'))
    const before = fileSystem.files.get(`${FOLDER}/${id}.draft`)
    const drafts = openTestDrafts(fileSystem, { safe: createFixedSafe(fixedKey(crypto.randomUUID(), 9)) })
    expect(await drafts.list(EVERYTHING, 0, 50)).toMatchObject({ rows: [], unreadable: [], recovered: [] })
    await expect(drafts.open(id)).rejects.toMatchObject({ code: 'safe-locked' })
    await drafts.create(named('Zoé'))
    await drafts.close()
    expect(fileSystem.files.get(`${FOLDER}/${id}.draft`)).toBe(before)
    expect(await firstNames(openTestDrafts(fileSystem))).toEqual(['Ann'])
  })

  it('let the last of many saves stay, in the order in which they were asked for', async () => {
    const drafts = openTestDrafts(createFallibleFileSystem())
    const { id } = await drafts.create(named(''))
    await Promise.all(Array.from({ length: 50 }, (_, index) => drafts.save(id, named(`n${index}`))))
    expect((await drafts.open(id)).draft.content.person.firstName).toBe('n49')
  })

  it('do not let a change that throws stop the next', async () => {
    const drafts = openTestDrafts(createFallibleFileSystem())
    const { id } = await drafts.create(named(''))
    const thrown = drafts.change(id, () => { throw new Error('a fault') })
    const next = drafts.save(id, named('after'))
    await expect(thrown).rejects.toThrow('a fault')
    expect((await next).content.person.firstName).toBe('after')
  })

  it('refuse to change what was sent or is queued, and let what needs attention be changed', async () => {
    const drafts = openTestDrafts(createFallibleFileSystem())
    const { id } = await drafts.create(named('Ann'))
    await drafts.change(id, (file) => ({ ...file, draft: { ...file.draft, queue: queued } }))
    await expect(drafts.save(id, named('x'))).rejects.toMatchObject({ code: 'draft-queued' })
    await drafts.change(id, (file) => ({ ...file, draft: { ...file.draft, queue: { ...queued, state: 'needs-attention' } } }))
    expect((await drafts.save(id, named('mended'))).content.person.firstName).toBe('mended')
    await drafts.change(id, (file) => ({ ...file, draft: { ...file.draft, receipt } }))
    await expect(drafts.save(id, named('late'))).rejects.toMatchObject({ code: 'draft-already-sent' })
  })

  it('tell of every change, until nobody listens', async () => {
    const drafts = openTestDrafts(createFallibleFileSystem())
    const heard: string[] = []
    const stop = drafts.onChange((id) => heard.push(id))
    const { id } = await drafts.create(named('Ann'))
    await drafts.save(id, named('Ann'))
    stop()
    await drafts.save(id, named('Zoé'))
    expect(heard).toEqual([id, id])
  })

  it.each(['../../etc/passwd', '', 'CON', `${crypto.randomUUID()}/../x`, '%2e%2e'])('take %j for no draft', async (id) => {
    const fileSystem = createFallibleFileSystem()
    const drafts = openTestDrafts(fileSystem)
    await expect(drafts.open(id as DraftId)).rejects.toMatchObject({ code: 'draft-not-found' })
    await expect(drafts.save(id as DraftId, named('x'))).rejects.toMatchObject({ code: 'draft-not-found' })
    expect(fileSystem.steps).toEqual([])
  })

  it('sweep what interrupted writes left behind', async () => {
    const fileSystem = createFallibleFileSystem()
    fileSystem.files.set(`${FOLDER}/${crypto.randomUUID()}.draft.${crypto.randomUUID()}.tmp`, 'half a draft')
    const reports: string[] = []
    await openTestDrafts(fileSystem, { report: (what, count) => reports.push(`${what} ${count}`) }).list(EVERYTHING, 0, 1)
    expect(fileSystem.files.size).toBe(0)
    expect(reports).toEqual(['orphans-removed 1'])
  })

  it('tell a folder that the disk does not show, and do not take it for an empty one', async () => {
    const fileSystem = createFallibleFileSystem()
    const drafts = openTestDrafts(fileSystem)
    fileSystem.failAt('list', 'EACCES')
    await expect(drafts.list(EVERYTHING, 0, 1)).rejects.toMatchObject({ code: 'disk-refused' })
  })

  it('take a file that the disk does not give for no damage', async () => {
    const fileSystem = createFallibleFileSystem()
    const { id } = await openTestDrafts(fileSystem).create(named('Ann'))
    const drafts = openTestDrafts(fileSystem)
    fileSystem.failAt('readBytes', 'EMFILE')
    await expect(drafts.list(EVERYTHING, 0, 1)).rejects.toMatchObject({ code: 'disk-refused' })
    await expect(drafts.open(id)).rejects.toMatchObject({ code: 'disk-refused' })
    fileSystem.heal()
    expect(await firstNames(drafts)).toEqual(['Ann'])
    expect([...fileSystem.files.keys()].filter((path) => path.startsWith(ASIDE))).toEqual([])
  })
})

describe('discarding', () => {
  it('takes both generations out of the list, and one question brings back what one question took', async () => {
    const fileSystem = createFallibleFileSystem()
    const drafts = openTestDrafts(fileSystem)
    const { id } = await drafts.create(named('A'))
    await drafts.save(id, named('Ann'))
    const other = await drafts.create(named('Zoé'))
    const { discardId, ...outcome } = await drafts.discard([id, other.id])
    expect(outcome).toEqual({ done: 2, refused: [], refusedInAll: 0 })
    expect(await firstNames(drafts)).toEqual([])
    expect([...fileSystem.onDisk().keys()].filter((path) => path.startsWith(FOLDER))).toEqual([])
    await expect(drafts.open(id)).rejects.toMatchObject({ code: 'draft-not-found' })

    expect(await drafts.restore(discardId)).toEqual({ done: 2, refused: [], refusedInAll: 0 })
    expect((await firstNames(drafts)).sort()).toEqual(['Ann', 'Zoé'])
    expect((await openTestDrafts(fileSystem).open(id)).draft.content.person.firstName).toBe('Ann')
    await expect(drafts.restore(discardId)).rejects.toMatchObject({ code: 'draft-not-found' })
  })

  it('refuses what may have arrived, by name, and takes the others', async () => {
    const drafts = openTestDrafts(createFallibleFileSystem())
    const sending = await drafts.create(named('Ann', 'Martin'))
    await drafts.change(sending.id, (file) => ({ ...file, draft: { ...file.draft, queue: { ...queued, state: 'sending' } } }))
    const other = await drafts.create(named('Zoé'))
    const gone = DraftId.parse(crypto.randomUUID())
    const outcome = await drafts.discard([sending.id, other.id, gone])
    expect(outcome).toMatchObject({ done: 1, refusedInAll: 2, refused: [{ draftId: sending.id, name: 'Ann Martin', failure: { code: 'outcome-unknown' } }, { draftId: gone, failure: { code: 'draft-not-found' } }] })
    expect(await firstNames(drafts)).toEqual(['Ann Martin'])
  })

  it('is for good when Parvis closes, with the access key that an earlier version gave to the keychain', async () => {
    const fileSystem = createFallibleFileSystem()
    const forgotten: string[] = []
    const drafts = openTestDrafts(fileSystem, { forgetAccessKey: async (registrationId) => void forgotten.push(registrationId) })
    const { id } = await drafts.create(named('Ann'))
    await drafts.change(id, (file) => ({ ...file, accessKeyIn: 'keychain', draft: { ...file.draft, receipt } }))
    await drafts.discard([id])
    expect(forgotten).toEqual([])
    await drafts.close()
    expect(forgotten).toEqual([receipt.registrationId])
    expect([...fileSystem.files.keys()]).toEqual([])
  })

  it('that one of several refuses keeps both its generations where they were', async () => {
    const disk = createFallibleFileSystem()
    const drafts = openTestDrafts(disk)
    const [going, staying] = [await drafts.create(named('Ann')), await drafts.create(named('Ben'))]
    for (const { id } of [going, staying]) await drafts.save(id, named('later'))
    const place = `${FOLDER}/${staying.id}.draft`
    const stubborn = openTestDrafts({ ...disk, rename: async (from, to) => (from === place ? Promise.reject(Object.assign(new Error('It is held open'), { code: 'EPERM' })) : disk.rename(from, to)) })
    expect(await stubborn.discard([going.id, staying.id])).toMatchObject({ done: 1, refused: [{ draftId: staying.id, failure: { code: 'disk-refused' } }] })
    expect([...disk.files.keys()].filter((path) => path.includes(staying.id)).toSorted()).toEqual([place, `${place}.previous`])
  })

  it('that the disk refuses takes nothing', async () => {
    const fileSystem = createFallibleFileSystem()
    const drafts = openTestDrafts(fileSystem)
    const { id } = await drafts.create(named('Ann'))
    fileSystem.failAt('rename', 'EIO')
    expect(await drafts.discard([id])).toMatchObject({ done: 0, refused: [{ draftId: id, failure: { code: 'disk-refused' } }] })
    fileSystem.failAt('syncFolder', 'EIO')
    await expect(drafts.discard([id])).rejects.toMatchObject({ code: 'disk-refused' })
    fileSystem.heal()
    expect((await openTestDrafts(fileSystem).open(id)).draft.content.person.firstName).toBe('Ann')
    expect(await firstNames(drafts)).toEqual(['Ann'])
  })

  it('that the disk refuses from any step on, and does not take back either, comes back when the disk is well', async () => {
    let isDone = false
    for (let step = 0; !isDone; step += 1) {
      const fileSystem = createFallibleFileSystem()
      const rest = createManualRest()
      const drafts = openTestDrafts(fileSystem, { rest })
      const { id } = await drafts.create(named('A'))
      await drafts.save(id, named('Ann'))
      fileSystem.failAtNumber(step, 'EIO', 'forGood')
      isDone = await drafts.discard([id]).then(({ done }) => done === 1, () => false)
      fileSystem.heal()
      await rest.now()
      expect(await firstNames(drafts), `refused at step ${step}`).toEqual(isDone ? [] : ['Ann'])
      const next = openTestDrafts(fileSystem)
      expect(await firstNames(next), `after a start, refused at step ${step}`).toEqual(isDone ? [] : ['Ann'])
      if (!isDone) expect((await next.open(id)).draft.content.person.firstName).toBe('Ann')
    }
  })

  it('that was cut off never comes back over what was saved since', async () => {
    const fileSystem = createFallibleFileSystem()
    const rest = createManualRest()
    const drafts = openTestDrafts(fileSystem, { rest })
    const { id } = await drafts.create(named('A'))
    await drafts.save(id, named('B'))
    const path = `${FOLDER}/${id}.draft`
    await fileSystem.makeFolder(DISCARDED)
    await fileSystem.rename(`${path}.previous`, `${DISCARDED}/${id}.17.draft.previous`)
    await drafts.save(id, named('C'))
    await rest.now()
    await fileSystem.remove(path)
    expect((await openTestDrafts(fileSystem).open(id)).draft.content.person.firstName).toBe('B')
    expect([...fileSystem.files.keys()].filter((name) => name.startsWith(DISCARDED))).toEqual([])
  })

  it('of an earlier run that did not close is for good after a day', async () => {
    const fileSystem = createFallibleFileSystem()
    const run = (at: string, drafts = openTestDrafts(fileSystem, { clock: { now: () => new Date(at) }, rest: { after: (work) => (tidy = work), stop: () => undefined } })) => drafts
    let tidy = async (): Promise<void> => undefined
    const first = run('2026-01-01T00:00:00.000Z')
    const { id } = await first.create(named('Ann'))
    await first.create(named('Zoé'))
    await first.discard([id])
    await run('2026-01-01T12:00:00.000Z').list(EVERYTHING, 0, 1)
    await tidy()
    expect([...fileSystem.files.keys()].some((path) => path.startsWith(DISCARDED))).toBe(true)
    await run('2026-01-02T00:00:01.000Z').list(EVERYTHING, 0, 1)
    await tidy()
    expect([...fileSystem.files.keys()].some((path) => path.startsWith(DISCARDED))).toBe(false)
  })
})
