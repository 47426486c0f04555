import { readBytesIfThere, removeDurably, toDiskError, writeDurably } from '../platform/durable-file'
import { codeOf } from '../platform/disk-error'
import type { FileSystem } from '../platform/file-system'
import type { Pause } from '../platform/patient-rename'
import type { DataKey } from '../safe/data-key'
import type { FirstPage } from './first-page'
import { indexPaths } from './index-paths'
import { FIRST_BYTES, readFirstPage, readSnapshot, type Snapshot } from './index-snapshot'
import { createTurns } from './one-after-another'

/** The snapshot of the index on the disk, and the mark beside it that says that drafts were changed since. */
export interface IndexFile {
  /** Whether the next reading may be believed; asks no key. */
  readonly isTrusted: () => Promise<boolean>
  readonly read: (key: DataKey) => Promise<Snapshot | undefined>
  /** Its first page, in a tenth of the time. `undefined` where there is none; then `read` says why. */
  readonly readFirst: (key: DataKey) => Promise<FirstPage | undefined>
  /** Whether the snapshot says what there is. */
  readonly isUpToDate: () => boolean
  /** Marks the snapshot, durably, before the first change after it. Returns how to say that the change has ended. */
  readonly beginChange: () => Promise<() => void>
  /** Writes what `make` gives, and takes the mark away unless something changed meanwhile. `undefined`: there is nothing to keep. */
  readonly save: (make: () => Promise<Uint8Array | undefined>) => Promise<void>
}

interface IndexFileOptions {
  readonly fileSystem: FileSystem
  readonly folder: string
  readonly pause: Pause
}

export function createIndexFile({ fileSystem, folder, pause }: IndexFileOptions): IndexFile {
  const { path, mark } = indexPaths(folder)
  const turns = createTurns()
  /** Where there is no snapshot, nobody can believe one. */
  let needsMark = true
  let isMarked = false
  let begun = 0
  let running = 0

  async function setMark(): Promise<void> {
    if (isMarked) return
    try {
      const file = await fileSystem.createFile(mark)
      await file.sync().finally(() => file.close())
      await fileSystem.syncFolder(folder)
    } catch (thrown) {
      if (codeOf(thrown) !== 'EEXIST') throw toDiskError(thrown)
    }
    isMarked = true
  }

  return {
    async isTrusted() {
      const { hasSnapshot, hasMark } = await look(fileSystem, folder)
      needsMark = hasSnapshot
      isMarked = hasMark
      return hasSnapshot && !hasMark
    },
    async read(key) {
      // A snapshot that the disk does not give is worth one that is not there.
      const bytes = await readBytesIfThere(fileSystem, path).catch(() => undefined)
      const snapshot = bytes && readSnapshot(bytes, key)
      if (!snapshot) needsMark = false
      return snapshot
    },
    async readFirst(key) {
      const bytes = await readBytesIfThere(fileSystem, path, FIRST_BYTES).catch(() => undefined)
      return bytes && readFirstPage(bytes, key)
    },
    isUpToDate: () => needsMark && !isMarked,
    async beginChange() {
      // Counted before it is looked whether there is a mark: a snapshot that is being written then leaves it where it is.
      begun += 1
      running += 1
      try {
        if (needsMark && !isMarked) await turns.take('mark', setMark)
      } catch (thrown) {
        running -= 1
        throw thrown
      }
      return () => {
        running -= 1
      }
    },
    save: (make) =>
      turns.take('mark', async () => {
        if (running > 0) return
        const begunBefore = begun
        const bytes = await make()
        // What was changed while it was made may be in it by half.
        if (begun !== begunBefore) return
        await setMark()
        needsMark = true
        if (bytes) await writeDurably(fileSystem, path, bytes, pause)
        else await removeDurably(fileSystem, path)
        if (begun !== begunBefore) return
        isMarked = false
        await removeDurably(fileSystem, mark)
      }),
  }
}

/** Whether there is a snapshot that can be believed: then there are drafts, for without any there is none. */
export async function hasTrustedIndex(fileSystem: Pick<FileSystem, 'stat'>, folder: string): Promise<boolean> {
  const { hasSnapshot, hasMark } = await look(fileSystem, folder)
  return hasSnapshot && !hasMark
}

async function look(fileSystem: Pick<FileSystem, 'stat'>, folder: string): Promise<{ readonly hasSnapshot: boolean; readonly hasMark: boolean }> {
  const { path, mark } = indexPaths(folder)
  const [hasSnapshot, hasMark] = await Promise.all([canSee(fileSystem, path), canSee(fileSystem, mark)])
  return { hasSnapshot, hasMark }
}

async function canSee(fileSystem: Pick<FileSystem, 'stat'>, file: string): Promise<boolean> {
  try {
    await fileSystem.stat(file)
    return true
  } catch {
    return false
  }
}
