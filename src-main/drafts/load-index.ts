import { AppError } from '@shared/errors/app-error'
import type { DraftId } from '@shared/registration/draft'
import { isAbsent, isShortage } from '../platform/disk-error'
import { toDiskError } from '../platform/durable-file'
import type { FileFacts, FileSystem } from '../platform/file-system'
import type { DraftFolders } from './draft-folders'
import { isInOrder, type Generations } from './generations'
import { inParallel } from './in-parallel'
import { toEntry, type IndexEntry } from './index-entry'
import type { Snapshot } from './index-snapshot'
import { toLeftAlone, type LeftAlone } from './left-alone'

export interface LoadedIndex extends Snapshot {
  /** Those whose damaged newest generation gave way to the one before. */
  readonly recovered: readonly DraftId[]
  /** Those of which neither generation could be read. */
  readonly lost: readonly DraftId[]
}

interface LoadIndexOptions {
  readonly fileSystem: FileSystem
  readonly folders: DraftFolders
  readonly generations: Generations
  /** What there was at the last snapshot; what its file still looks like is not read again. */
  readonly snapshot: Snapshot | undefined
  readonly sealed: ReadonlySet<DraftId>
  readonly advanced: (done: number, of: number) => void
}

const READ_AT_ONCE = 16
const TOLD_EVERY = 100

/**
 * Where more files than this are refused it is the disk that fails, and a list of the rest would look as if that were all.
 * Fewer are named beside the others.
 */
const MOST_REFUSED = 50

/** The index by what lies in the folder. A file that the disk does not give keeps nobody from the others. */
export async function loadIndex({ fileSystem, folders, generations, snapshot, sealed, advanced }: LoadIndexOptions): Promise<LoadedIndex> {
  const known = new Map(snapshot?.entries.map((entry) => [entry.row.draftId, entry]))
  const knownAlone = new Map(snapshot?.leftAlone.map((one) => [one.id, one]))
  const entries: IndexEntry[] = []
  const leftAlone: LeftAlone[] = []
  const recovered: DraftId[] = []
  const lost: DraftId[] = []
  let refused = 0
  const toRead: { readonly id: DraftId; readonly facts: FileFacts | undefined }[] = []

  async function compare(id: DraftId): Promise<void> {
    // Where even this is refused, reading the file says so.
    const facts = await factsOf(fileSystem, folders.pathOf(id)).catch(() => undefined)
    const entry = known.get(id)
    const alone = knownAlone.get(id)
    if (entry && isSame(entry.facts, facts)) entries.push(entry)
    else if (alone?.is === 'newer' && isSame(alone.facts, facts)) leftAlone.push(alone)
    else toRead.push({ id, facts })
  }

  async function read(id: DraftId, facts: FileFacts | undefined): Promise<void> {
    try {
      const found = await generations.find(id)
      if (found.repair === 'set-current-aside') recovered.push(id)
      // A disk that refuses the repair now is told when the draft is to be changed.
      await generations.repair(id, found).catch(() => undefined)
      entries.push(toEntry(found.file, isInOrder(found) ? facts : undefined))
    } catch (thrown) {
      const alone = toLeftAlone(id, thrown, facts, generations.foreignKeyOf(id))
      if (alone) leftAlone.push(alone)
      else if (AppError.from(thrown).code === 'draft-unreadable') lost.push(id)
      if (alone?.is === 'refused' && ((refused += 1) > MOST_REFUSED || isShortage(thrown))) throw thrown
    }
  }

  await inParallel([...sealed], READ_AT_ONCE, compare)
  let done = 0
  await inParallel(toRead, READ_AT_ONCE, async ({ id, facts }) => {
    await read(id, facts)
    done += 1
    if (done % TOLD_EVERY === 0 || done === toRead.length) advanced(done, toRead.length)
  })
  return { entries, leftAlone, recovered, lost, loadTexts: snapshot?.loadTexts ?? (() => new Map()) }
}

/** `undefined` where there is no such file. */
export async function factsOf(fileSystem: FileSystem, path: string): Promise<FileFacts | undefined> {
  try {
    return await fileSystem.stat(path)
  } catch (thrown) {
    if (isAbsent(thrown)) return undefined
    throw toDiskError(thrown)
  }
}

function isSame(a: FileFacts | undefined, b: FileFacts | undefined): boolean {
  return a !== undefined && b !== undefined && a.size === b.size && a.mtimeMs === b.mtimeMs
}
