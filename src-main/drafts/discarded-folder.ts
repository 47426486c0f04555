import type { DraftId } from '@shared/registration/draft'
import { isThere, makeFolderDurably, previousOf, renameIfThere, toDiskError } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import type { Pause } from '../platform/patient-rename'
import { confirmationOf, discardedFile, readDiscarded, type DiscardedFile } from './discarded-content'
import { inParallel } from './in-parallel'

export interface MoveOutcome {
  readonly moved: readonly DiscardedFile[]
  readonly failed: ReadonlyMap<DraftId, unknown>
}

export interface DiscardedFolder {
  /** Moves both generations of each out of the list. Throws when it cannot be made to last; then they are back where they were, or `unconfirmed`. */
  readonly moveIn: (ids: readonly DraftId[]) => Promise<MoveOutcome>
  readonly moveBack: (files: readonly DiscardedFile[]) => Promise<MoveOutcome>
  readonly erase: (files: readonly DiscardedFile[]) => Promise<void>
  /** Confirmed, and discarded before that moment. */
  readonly olderThan: (moment: Date) => Promise<readonly DiscardedFile[]>
  /** Those of which nobody was told that they are discarded: power went, or the disk took nothing back either. */
  readonly unconfirmed: () => Promise<readonly DiscardedFile[]>
  /** Moves those back; what has come into their places since is never overwritten. */
  readonly bringBack: (files: readonly DiscardedFile[]) => Promise<void>
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

/** Discarded registrations, sealed as they were, for as long as they can be brought back. */
export function createDiscardedFolder({ fileSystem, folder, discardedFolder, pathOf, now, pause }: DiscardedFolderOptions): DiscardedFolder {
  interface Way {
    readonly file: DiscardedFile
    readonly from: string
    readonly to: string
  }

  let lastSince = 0

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

  async function confirm(since: number): Promise<void> {
    const file = await fileSystem.createFile(confirmationOf(discardedFolder, since)).catch((thrown: unknown) => {
      throw toDiskError(thrown)
    })
    // It stands from here on. Lost with the power, it brings registrations back that were to go: never the other way round.
    await file.close().then(() => fileSystem.syncFolder(discardedFolder)).catch(() => undefined)
  }

  async function putBack({ id, path }: DiscardedFile): Promise<void> {
    const place = pathOf(id)
    const isTaken = await isThere(fileSystem, place)
    if (isTaken && (await isThere(fileSystem, path))) return
    await renameIfThere(fileSystem, path, place, pause)
    // Saved since: then this generation is one too many.
    if (await isThere(fileSystem, previousOf(place))) await fileSystem.remove(previousOf(path))
    else await renameIfThere(fileSystem, previousOf(path), previousOf(place), pause)
  }

  return {
    async moveIn(ids) {
      await makeFolderDurably(fileSystem, discardedFolder)
      const since = (lastSince = Math.max(now().getTime(), lastSince + 1))
      const files = ids.map((id) => discardedFile(discardedFolder, id, String(since)))
      const previous = files.map((file) => ({ file, from: previousOf(pathOf(file.id)), to: previousOf(file.path) }))
      const current = files.map((file) => ({ file, from: pathOf(file.id), to: file.path }))
      const failed = new Map<DraftId, unknown>()
      try {
        // The older generation first, and for good: a loss of power between both must never make it look like the newest.
        await renameEach(previous, failed)
        await renameEach(current, failed)
        // What stays keeps its generation before.
        const staying = previous.filter(({ file }) => failed.has(file.id)).map(back)
        if (staying.length > 0) await renameEach(staying, new Map())
        await confirm(since)
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
      const left = await readDiscarded(fileSystem, discardedFolder)
      const needed = new Set(left.files.map(({ since }) => since))
      await inParallel([...left.confirmed].filter((since) => !needed.has(since)), AT_ONCE, (since) => fileSystem.remove(confirmationOf(discardedFolder, since)))
      if (files.length > 0) await fileSystem.syncFolder(discardedFolder)
    },
    async olderThan(moment) {
      const { files, confirmed } = await readDiscarded(fileSystem, discardedFolder)
      return files.filter(({ since }) => confirmed.has(since) && Number(since) < moment.getTime())
    },
    async unconfirmed() {
      const { files, confirmed } = await readDiscarded(fileSystem, discardedFolder)
      return files.filter(({ since }) => !confirmed.has(since))
    },
    async bringBack(files) {
      await inParallel(files, AT_ONCE, putBack)
      await sync()
    },
  }
}
