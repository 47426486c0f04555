import { Low } from 'lowdb'
import { AppError } from '@shared/errors/app-error'
import type { RegistrationRow } from '@shared/ipc/answers'
import type { DraftId } from '@shared/registration/draft'
import type { FileSystem } from '../platform/file-system'
import type { Pause } from '../platform/patient-rename'
import type { DataKey } from '../safe/data-key'
import { createDraftAdapter, inOrder, type StoredDraft } from './draft-adapter'
import type { DraftFile } from './draft-file'
import type { DraftFolders } from './draft-folders'
import { isInOrder, type Generations } from './generations'
import { toEntry } from './index-entry'
import type { IndexFile } from './index-file'
import { toLeftAlone, type LeftAlone } from './left-alone'
import type { RegistrationIndex } from './registration-index'

/** The drafts under one key, with their index. Whoever uses it has the draft's turn. */
export interface DraftShelf {
  /** Lets something else be sealed under the same key. */
  readonly seal: (make: (key: DataKey) => Uint8Array) => Uint8Array
  readonly index: RegistrationIndex
  readonly leftAlone: () => readonly LeftAlone[]
  /** Reads one of those again, and takes it into the list where it opens now. */
  readonly lookAgain: (id: DraftId) => Promise<void>
  /** Names of unsealed files of a newer version. */
  readonly clearAlone: readonly string[]
  readonly recovered: Set<DraftId>
  readonly read: (id: DraftId) => Promise<DraftFile>
  readonly add: (file: DraftFile) => Promise<void>
  readonly change: (id: DraftId, alter: (file: DraftFile) => DraftFile) => Promise<DraftFile>
  /** The next reading is from the disk. */
  readonly forget: (id: DraftId) => void
}

interface DraftShelfOptions extends Pick<DraftShelf, 'index' | 'clearAlone'> {
  readonly leftAlone: readonly LeftAlone[]
  readonly key: DataKey
  readonly recovered: readonly DraftId[]
  readonly lost: readonly DraftId[]
  readonly fileSystem: FileSystem
  readonly folders: DraftFolders
  readonly generations: Generations
  readonly indexFile: IndexFile
  readonly pause: Pause
  readonly changed: (id: DraftId) => void
}

/** What was read or written lately: a save reads nothing. */
const REMEMBERED = 32

export function createDraftShelf(options: DraftShelfOptions): DraftShelf {
  const { key, index, fileSystem, folders, generations, indexFile, pause, changed } = options
  const remembered = new Map<DraftId, Low<StoredDraft>>()
  const recovered = new Set(options.recovered)
  const lost = new Set(options.lost)
  const alone = new Map(options.leftAlone.map((one) => [one.id, one]))

  function low(id: DraftId, stored: StoredDraft): Low<StoredDraft> {
    return new Low<StoredDraft>(createDraftAdapter({ id, path: folders.pathOf(id), fileSystem, generations, key, pause }), stored)
  }

  function remember(id: DraftId, stored: Low<StoredDraft>): void {
    remembered.delete(id)
    remembered.set(id, stored)
    const [oldest] = remembered.keys()
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest)
  }

  async function marked<T>(work: () => Promise<T>): Promise<T> {
    const end = await indexFile.beginChange()
    try {
      return await work()
    } finally {
      end()
    }
  }

  /** `isToChange`: what has to be repaired first must be repaired, or a good generation would give way to a damaged one. */
  async function load(id: DraftId, isToChange: boolean): Promise<Low<StoredDraft>> {
    const known = remembered.get(id)
    if (known) {
      remember(id, known)
      return known
    }
    const stored = await find(id)
    const file = fileIn(stored)
    if (!isInOrder(stored.data)) {
      if (stored.data.repair === 'set-current-aside') recovered.add(id)
      try {
        await marked(() => generations.repair(id, { ...stored.data, file }))
      } catch (thrown) {
        if (isToChange) throw thrown
        await heal(id, file)
        return stored
      }
    }
    await heal(id, file)
    remember(id, stored)
    return stored
  }

  async function find(id: DraftId): Promise<Low<StoredDraft>> {
    const stored = low(id, { file: undefined, repair: 'none', isUnderOldKey: false })
    try {
      await stored.read()
    } catch (thrown) {
      const { code } = AppError.from(thrown)
      if (code === 'draft-unreadable') lost.add(id)
      if (code === 'draft-unreadable' || code === 'draft-not-found') await drop(id)
      // Set aside already, and named in the list: whoever asks for it hears why it is not there.
      if (code === 'draft-not-found' && lost.has(id)) throw new AppError('draft-unreadable', 'A draft that was set aside')
      throw thrown
    }
    return stored
  }

  /** The file is right and the row is not: somebody changed the folder while Parvis was closed. */
  async function heal(id: DraftId, file: DraftFile): Promise<void> {
    const known = index.get(id)
    const entry = toEntry(file)
    if (known && isSameRow(known.row, entry.row)) return
    await marked(async () => {
      index.put(entry)
    }).catch(() => undefined)
    changed(id)
  }

  async function drop(id: DraftId): Promise<void> {
    if (!index.get(id)) return
    await marked(async () => {
      index.remove(id)
    }).catch(() => undefined)
    changed(id)
  }

  async function lookAgain(id: DraftId): Promise<void> {
    const before = alone.get(id)
    try {
      await load(id, false)
      alone.delete(id)
    } catch (thrown) {
      const now = toLeftAlone(id, thrown, before?.facts, generations.foreignKeyOf(id))
      if (now) alone.set(id, now)
      else alone.delete(id)
    }
  }

  async function write(id: DraftId, stored: Low<StoredDraft>, file: DraftFile): Promise<void> {
    const before = stored.data
    try {
      await marked(async () => {
        stored.data = inOrder(file)
        await stored.write()
        index.put(toEntry(file))
      })
    } catch (thrown) {
      stored.data = before
      // What the disk has now is only known by reading it.
      remembered.delete(id)
      throw thrown
    }
    recovered.delete(id)
    remember(id, stored)
    changed(id)
  }

  return {
    seal: (make) => make(key),
    index,
    leftAlone: () => [...alone.values()],
    lookAgain,
    clearAlone: options.clearAlone,
    recovered,
    read: async (id) => fileIn(await load(id, false)),
    add: (file) => write(file.draft.id, low(file.draft.id, inOrder(file)), file),
    async change(id, alter) {
      const stored = await load(id, true)
      const before = fileIn(stored)
      const file = alter(before)
      if (file !== before) await write(id, stored, file)
      return file
    },
    forget(id) {
      remembered.delete(id)
    },
  }
}

function fileIn({ data }: Low<StoredDraft>): DraftFile {
  if (!data.file) throw new AppError('draft-not-found', 'No such draft')
  return data.file
}

function isSameRow(a: RegistrationRow, b: RegistrationRow): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())
}
