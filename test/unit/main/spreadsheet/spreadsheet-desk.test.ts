import { beforeEach, describe, expect, it } from 'vitest'
import { createSpreadsheetDesk, type SpreadsheetDesk } from '@main/spreadsheet/spreadsheet-desk'
import type { WorkerThread } from '@main/spreadsheet/worker-client'
import type { StoredSettings } from '@main/settings/settings-store'
import { systemRandomness } from '@main/platform/randomness'
import type { FoundColumns } from '@shared/ipc/spreadsheet'
import { AppError } from '@shared/errors/app-error'
import { createFakeDrafts, type FakeDrafts } from '../../../support/main/fake-drafts'
import { createFallibleFileSystem, type FallibleFileSystem } from '../../../support/main/fallible-file-system'
import { mappingOf, startWorkerHere } from '../../../support/main/import-rig'

const PATH = '/stick/clients.csv'
const LINE = (at: number): string => `n${String(at)}@cabinet.example;P${String(at)};Nom;73282932000074\n`
const CSV = `Courriel;Prénom;Nom;SIRET\n${Array.from({ length: 40 }, (_, at) => LINE(at)).join('')}`

let drafts: FakeDrafts
let fileSystem: FallibleFileSystem
let settings: StoredSettings
let told: { stage: string; done: number; of: number }[]
let chosenPath: string | undefined
let startWorker: () => WorkerThread
let desk: SpreadsheetDesk

beforeEach(() => {
  drafts = createFakeDrafts()
  fileSystem = createFallibleFileSystem()
  fileSystem.files.set(PATH, CSV)
  settings = { theme: 'system', windowSize: { width: 1, height: 1 } }
  told = []
  chosenPath = PATH
  startWorker = startWorkerHere
  desk = createSpreadsheetDesk({
    drafts, fileSystem,
    randomness: systemRandomness,
    settings: { current: () => settings, change: async (change) => (settings = { ...settings, ...change }) },
    dialogs: { whichFile: async () => chosenPath, whereTemplateGoes: async (kind) => chosenPath && `/stick/model.${kind}` },
    startWorker: () => startWorker(),
    advanced: (progress) => told.push(progress),
  })
})

async function checked(): Promise<{ importId: string; found: FoundColumns }> {
  const { importId } = (await desk.choose())!
  const found = await desk.look(importId, {})
  await desk.check(importId, mappingOf(found))
  return { importId, found }
}

describe('the desk of imports', () => {
  it('opens a file that was chosen, and gives its name and never its path', async () => {
    expect(await desk.choose()).toMatchObject({ fileName: 'clients.csv', kind: 'csv', tables: [{ isHidden: false }] })
    chosenPath = undefined
    expect(await desk.choose()).toBeUndefined()
  })

  it('does not read a file over the limit', async () => {
    Object.assign(fileSystem, { stat: async () => ({ size: 25 * 1024 * 1024 + 1, mtimeMs: 0 }) })
    await expect(desk.choose()).rejects.toMatchObject({ code: 'spreadsheet-too-large' })
    expect(fileSystem.steps).not.toContain('readBytes')
  })

  it('says that a file cannot be read, and which import is not open any more', async () => {
    const { importId } = await checked()
    chosenPath = '/stick/gone.csv'
    await expect(desk.choose()).rejects.toMatchObject({ code: 'disk-refused' })
    expect(await desk.ask(importId, 'rows', { only: 'all', from: 0, count: 1 })).toMatchObject({ total: 40 })
    await desk.close(importId)
    await expect(desk.ask(importId, 'undo')).rejects.toMatchObject({ code: 'spreadsheet-closed' })
  })

  it('makes drafts of what is ready in one step, and tells how far it is', async () => {
    const { importId } = await checked()
    const batch = await desk.makeDrafts(importId, 'ready', 'fr')
    expect(batch).toMatchObject({ made: 40 })
    expect([...drafts.files.values()][0]!.draft.content).toMatchObject({ locale: 'fr', person: { lastName: 'Nom' }, structure: { identifierType: 'SIRET' } })
    expect(told.at(-1)).toEqual({ stage: 'making', done: 40, of: 40 })
  })

  it('takes a batch back, but for what somebody has changed since', async () => {
    const { importId } = await checked()
    const { batchId } = (await desk.makeDrafts(importId, 'ready', 'fr'))!
    await desk.close(importId)
    const [changed] = drafts.files.values()
    await drafts.change(changed!.draft.id, (file) => ({ ...file, draft: { ...file.draft, updatedAt: '2030-01-01T00:00:00.000Z' } }))
    expect(await desk.takeBack(batchId)).toEqual({ takenBack: 39, kept: [{ draftId: changed!.draft.id, name: 'P0 Nom' }], keptInAll: 1 })
    expect(drafts.files.size).toBe(1)
    expect(await desk.takeBack(batchId)).toEqual({ takenBack: 0, kept: [], keptInAll: 0 })
  })

  it('leaves no draft when it is stopped, or when the disk refuses', async () => {
    const { importId } = await checked()
    const create = drafts.create
    let made = 0
    const from = drafts as { create: FakeDrafts['create'] }
    from.create = async (content) => {
      if (++made === 20) void desk.stop(importId)
      return create(content)
    }
    expect(await desk.makeDrafts(importId, 'ready', 'fr')).toBeUndefined()
    from.create = async (content) => {
      if (++made === 50) throw new AppError('disk-full', 'No room')
      return create(content)
    }
    await expect(desk.makeDrafts(importId, 'ready', 'fr')).rejects.toMatchObject({ code: 'disk-full' })
    expect(drafts.files.size).toBe(0)
  })

  it('compares with the drafts that are here', async () => {
    const { importId } = await checked()
    await desk.makeDrafts(importId, 'ready', 'fr')
    const again = await checked()
    expect(await desk.ask(again.importId, 'summary')).toMatchObject({ duplicates: 40, leftOut: 40, wouldMake: { ready: 0, all: 0 } })
  })

  it('remembers what a person said of the columns, whatever their order, and not their titles', async () => {
    fileSystem.files.set(PATH, 'Contact 1;Zeugs;SIRET\na@b.example;Lee;73282932000074\n')
    const { importId } = (await desk.choose())!
    await desk.look(importId, {})
    await desk.check(importId, ['connectionEmail', 'lastName', null])
    fileSystem.files.set(PATH, 'SIRET;Zeugs;Contact 1\n73282932000074;Roy;c@d.example\n')
    const found = await desk.look((await desk.choose())!.importId, {})
    expect(found.columns.map(({ field, knownBy }) => [field, knownBy])).toEqual([[undefined, undefined], ['lastName', 'memory'], ['connectionEmail', 'memory']])
    expect(JSON.stringify(settings)).not.toMatch(/Zeugs|Contact/)
  })

  it('remembers nothing where the titles say it all', async () => {
    await checked()
    expect(settings.importMappings).toBeUndefined()
  })

  it('writes the template where it is asked to', async () => {
    expect(await desk.saveTemplate('csv', 'fr')).toBe(true)
    expect(fileSystem.files.get('/stick/model.csv')).toMatch(/^\ufeffAdresse électronique de connexion;Prénom;Nom;/)
    chosenPath = undefined
    expect(await desk.saveTemplate('xlsx', 'fr')).toBe(false)
  })

  it('says that a file is too large when the thread runs out of memory, and nothing else of a thread that ends', async () => {
    const failing = (event: 'error' | 'exit', error?: Error): (() => WorkerThread) => () => ({
      postMessage: () => undefined,
      on: (name: string, listener: (error?: Error) => void) => name === event && setImmediate(() => { listener(error) }),
      terminate: async () => 0,
    }) as unknown as WorkerThread
    startWorker = failing('error', Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }))
    await expect(desk.choose()).rejects.toMatchObject({ code: 'spreadsheet-too-large' })
    startWorker = failing('exit')
    await expect(desk.choose()).rejects.toMatchObject({ code: 'spreadsheet-closed' })
  })
})
