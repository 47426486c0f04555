import { join } from 'node:path'
import type { DraftId } from '@shared/registration/draft'
import { listIfThere, makeFolderDurably, previousOf, renameIfThere, toDiskError } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import type { Pause } from '../platform/patient-rename'
import { inParallel } from './in-parallel'

/** Where one discarded registration lies: its name says since when. */
export interface DiscardedFile {
  readonly id: DraftId
  readonly path: string
}

export interface MoveOutcome {
  readonly moved: readonly DiscardedFile[]
  readonly failed: ReadonlyMap<DraftId, unknown>
}

export interface DiscardedFolder {
  /** Moves both generations of each out of the list. Throws when it cannot be made to last; then they are back where they were. */
  readonly moveIn: (ids: readonly DraftId[]) => Promise<MoveOutcome>
  readonly moveBack: (files: readonly DiscardedFile[]) => Promise<MoveOutcome>
  readonly erase: (files: readonly DiscardedFile[]) => Promise<void>
  /** What an earlier run left. */
  readonly olderThan: (moment: Date) => Promise<readonly DiscardedFile[]>
}

interface DiscardedFolderOptions {
  readonly fileSystem: FileSystem
  readonly folder: string
  readonly discardedFolder: string
  readonly pathOf: (id: DraftId) => string
  readonly now: () => Date
  readonly pause: Pause
}

const AT_ONCE = 16
const NAME = /^([0-9a-f-]{36})\.(\d+)\.draft(?:\.previous)?$/

/** Discarded registrations, sealed as they were, for as long as they can be brought back. */
export function createDiscardedFolder({ fileSystem, folder, discardedFolder, pathOf, now, pause }: DiscardedFolderOptions): DiscardedFolder {
  interface Way {
    readonly file: DiscardedFile
    readonly from: string
    readonly to: string
  }

  async function sync(): Promise<void> {
    try {
      await fileSystem.syncFolder(discardedFolder)
      await fileSystem.syncFolder(folder)
    } catch (thrown) {
      throw toDiskError(thrown)
    }
  }

  async function renameEach(ways: readonly Way[], failed: Map<DraftId, unknown>): Promise<void> {
    await inParallel(ways.filter(({ file }) => !failed.has(file.id)), AT_ONCE, async ({ file, from, to }) => {
      await renameIfThere(fileSystem, from, to, pause).catch((thrown: unknown) => failed.set(file.id, toDiskError(thrown)))
    })
    await sync()
  }

  const outcome = (files: readonly DiscardedFile[], failed: ReadonlyMap<DraftId, unknown>): MoveOutcome => ({ moved: files.filter(({ id }) => !failed.has(id)), failed })
  const back = ({ file, from, to }: Way): Way => ({ file, from: to, to: from })

  return {
    async moveIn(ids) {
      await makeFolderDurably(fileSystem, discardedFolder)
      const since = now().getTime()
      const files = ids.map((id) => ({ id, path: join(discardedFolder, `${id}.${since}.draft`) }))
      const previous = files.map((file) => ({ file, from: previousOf(pathOf(file.id)), to: previousOf(file.path) }))
      const current = files.map((file) => ({ file, from: pathOf(file.id), to: file.path }))
      const failed = new Map<DraftId, unknown>()
      try {
        // The older generation first, and for good: a loss of power between both must never make it look like the newest.
        await renameEach(previous, failed)
        await renameEach(current, failed)
      } catch (thrown) {
        await renameEach([...current, ...previous].map(back), new Map()).catch(() => undefined)
        throw thrown
      }
      return outcome(files, failed)
    },
    async moveBack(files) {
      const failed = new Map<DraftId, unknown>()
      await renameEach(files.map((file) => ({ file, from: file.path, to: pathOf(file.id) })), failed)
      await renameEach(files.map((file) => ({ file, from: previousOf(file.path), to: previousOf(pathOf(file.id)) })), failed)
      return outcome(files, failed)
    },
    async erase(files) {
      await inParallel(files, AT_ONCE, async ({ path }) => {
        await fileSystem.remove(path)
        await fileSystem.remove(previousOf(path))
      })
      if (files.length > 0) await fileSystem.syncFolder(discardedFolder)
    },
    async olderThan(moment) {
      const names = await listIfThere(fileSystem, discardedFolder)
      const old = names.flatMap((name) => {
        const [, id, since] = NAME.exec(name) ?? []
        return id !== undefined && Number(since) < moment.getTime() ? [join(discardedFolder, `${id}.${since}.draft`)] : []
      })
      return [...new Set(old)].map((path) => ({ id: path.slice(discardedFolder.length + 1, discardedFolder.length + 37) as DraftId, path }))
    },
  }
}
