import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import ElectronStore from 'electron-store'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { nodeFileSystem } from '@main/platform/file-system'
import type { Draft, DraftContent } from '@shared/registration/draft'
import { draftNumber, makeDrafts } from '../../support/main/many-drafts'
import { createPlainKeychain, openProfile } from '../../support/main/opened-profile'
import { recordCalls, replayCalls, withoutSyncing } from '../../support/main/recorded-file-system'

/** Runs in Electron's main process, as the store does: its Node, its cryptography, its threads. */
interface Samples {
  /** Milliseconds of one save, by how many drafts there are. */
  readonly save: Record<number, number[]>
  /** The same questions to the file system on the same bytes, made bare, interleaved with the saves. */
  readonly bare: Record<number, number[]>
  /** From a cold profile to the first fifty rows. */
  readonly openAndList: Record<number, number[]>
}

interface Options {
  readonly counts: readonly number[]
  readonly saves: number
  readonly opens: number
  /** Of the others, which take longer the more there are. */
  readonly otherSaves: number
}

type Bench = Record<'parvis' | 'lowdb' | 'electronStore', Partial<Samples>>

const WARM_UP = 40
/** How many drafts are edited in turn. */
const EDITED = 10
const LIST = { search: '', filter: 'all', sort: 'newest' } as const
const edited = (content: DraftContent, round: number): DraftContent => ({ ...content, person: { ...content.person, phone: `+33 6 ${String(10_000_000 + round)}` } })

async function time(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Where the profile of a person lies: a disk, and not the memory that a system may have its temporary files in. */
const newFolder = (): string => mkdtempSync(join(process.env['PARVIS_BENCH_FOLDER'] ?? tmpdir(), 'parvis-bench-'))

async function benchParvis({ counts, saves, opens }: Options): Promise<Samples> {
  const samples: Samples = { save: {}, bare: {}, openAndList: {} }
  const sizes: { readonly count: number; readonly folder: string; readonly bare: string; readonly drafts: readonly Draft[]; readonly keychain: ReturnType<typeof createPlainKeychain> }[] = []
  for (const count of counts) {
    const folder = newFolder()
    const keychain = createPlainKeychain()
    const profile = await openProfile(folder, { fileSystem: withoutSyncing(nodeFileSystem), keychain })
    const drafts = await makeDrafts(profile.drafts, 0, count)
    await profile.close()
    const bare = newFolder()
    cpSync(folder, bare, { recursive: true, preserveTimestamps: true })
    sizes.push({ count, folder, bare, drafts, keychain })
  }
  const subjects = []
  for (const { count, folder, bare, drafts, keychain } of sizes) {
    const recorder = recordCalls(nodeFileSystem)
    const profile = await openProfile(folder, { fileSystem: recorder.fileSystem, keychain })
    await profile.drafts.list(LIST, 0, 50)
    recorder.take()
    const [save, replay]: [number[], number[]] = [[], []]
    samples.save[count] = save
    samples.bare[count] = replay
    subjects.push({ folder, bare, drafts, recorder, profile, save, replay })
  }
  // In turns, so that what else the machine does meanwhile is in all of them.
  for (let round = -WARM_UP; round < saves; round += 1) {
    for (const { folder, bare, drafts, recorder, profile, save, replay } of subjects) {
      // The same ones however many there are beside them: somebody edits some drafts, and not all.
      const draft = drafts[(round + WARM_UP) % EDITED]!
      const saveMs = await time(() => profile.drafts.save(draft.id, edited(draft.content, round)))
      await profile.drafts.settle()
      const calls = recorder.take()
      const bareMs = await time(() => replayCalls(calls, nodeFileSystem, (path) => path.replace(folder, bare)))
      if (round < 0) continue
      save.push(saveMs)
      replay.push(bareMs)
    }
  }
  for (const { profile } of subjects) await profile.close()
  for (const { count, folder, keychain } of sizes) {
    samples.openAndList[count] = []
    for (let round = -1; round < opens; round += 1) {
      const ms = await time(async () => {
        const profile = await openProfile(folder, { keychain })
        await profile.drafts.list(LIST, 0, 50)
      })
      if (round >= 0) samples.openAndList[count].push(ms)
    }
  }
  for (const { folder, bare } of sizes) for (const one of [folder, bare]) rmSync(one, { recursive: true, force: true })
  return samples
}

type All = Record<string, DraftContent>

function allDrafts(count: number): All {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`draft-${index}`, draftNumber(index)]))
}

/** One file of all drafts in clear, written whole at each save; no fsync. */
async function benchLowdb({ counts, otherSaves, opens }: Options): Promise<Partial<Samples>> {
  const samples: Pick<Samples, 'save' | 'openAndList'> = { save: {}, openAndList: {} }
  for (const count of counts) {
    const folder = newFolder()
    const open = (): Low<All> => new Low<All>(new JSONFile<All>(join(folder, 'drafts.json')), {})
    const low = open()
    low.data = allDrafts(count)
    await low.write()
    samples.save[count] = []
    for (let round = -3; round < otherSaves; round += 1) {
      const id = `draft-${(round + 3) % count}`
      const ms = await time(async () => {
        low.data[id] = edited(low.data[id]!, round)
        await low.write()
      })
      if (round >= 0) samples.save[count].push(ms)
    }
    samples.openAndList[count] = await openings(opens, async () => {
      const again = open()
      await again.read()
      return firstRows(again.data)
    })
    rmSync(folder, { recursive: true, force: true })
  }
  return samples
}

/** The same in the store that most Electron applications take; one file, written whole, with a rename. */
async function benchElectronStore({ counts, otherSaves, opens }: Options): Promise<Partial<Samples>> {
  const samples: Pick<Samples, 'save' | 'openAndList'> = { save: {}, openAndList: {} }
  for (const count of counts) {
    const folder = newFolder()
    const open = (): ElectronStore<{ drafts: All }> => new ElectronStore<{ drafts: All }>({ cwd: folder, name: 'drafts', defaults: { drafts: {} } })
    const store = open()
    store.set('drafts', allDrafts(count))
    samples.save[count] = []
    for (let round = -3; round < otherSaves; round += 1) {
      const index = (round + 3) % count
      const content = edited(draftNumber(index), round)
      const ms = await time(() => {
        store.set(`drafts.draft-${index}`, content)
      })
      if (round >= 0) samples.save[count].push(ms)
    }
    samples.openAndList[count] = await openings(opens, () => firstRows(open().get('drafts')))
    rmSync(folder, { recursive: true, force: true })
  }
  return samples
}

async function openings(opens: number, open: () => unknown): Promise<number[]> {
  const times: number[] = []
  for (let round = -1; round < opens; round += 1) {
    const ms = await time(open)
    if (round >= 0) times.push(ms)
  }
  return times
}

/** What a list needs of a store that has no index: all of it, sorted. */
function firstRows(all: All): readonly DraftContent[] {
  return Object.values(all).toSorted((a, b) => a.person.lastName.localeCompare(b.person.lastName, 'fr')).slice(0, 50)
}

async function run(): Promise<void> {
  const options = JSON.parse(process.env['PARVIS_BENCH_OPTIONS']!) as Options
  const bench: Bench = { parvis: await benchParvis(options), lowdb: await benchLowdb(options), electronStore: await benchElectronStore(options) }
  const file = process.env['PARVIS_BENCH_FILE']!
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(bench))
}

app.whenReady().then(run).then(() => { app.exit(0) }, (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  app.exit(1)
})
