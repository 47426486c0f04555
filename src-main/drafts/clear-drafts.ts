import { AppError } from '@shared/errors/app-error'
import type { DraftId } from '@shared/registration/draft'
import { readIfThere, removeDurably, replaceDurably } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import type { Pause } from '../platform/patient-rename'
import type { DataKey } from '../safe/data-key'
import { parseDraftFile, writeDraftFile, type DraftFile } from './draft-file'
import type { DraftFolders } from './draft-folders'
import type { Generations } from './generations'
import { sealDraft } from './sealed-file'

interface ClearDraftsOptions {
  readonly fileSystem: FileSystem
  readonly folders: DraftFolders
  readonly generations: Generations
  readonly key: DataKey
  readonly pause: Pause
  readonly report: (what: 'draft-set-aside' | 'clear-drafts-sealed', count: number) => void
}

/**
 * Seals the drafts that earlier versions left in clear. The clear file goes, durably, only after the sealed one was read back
 * and says the same; what cannot be read is set aside. Returns those of a newer version, which are left alone.
 */
export async function sealClearDrafts(ids: readonly DraftId[], options: ClearDraftsOptions): Promise<readonly DraftId[]> {
  const { fileSystem, folders, generations, key, pause, report } = options
  const newer: DraftId[] = []
  let sealed = 0

  async function sealedOf(id: DraftId): Promise<DraftFile | undefined> {
    try {
      const found = await generations.find(id)
      await generations.repair(id, found)
      return found.file
    } catch (thrown) {
      if (['draft-not-found', 'draft-unreadable'].includes(AppError.from(thrown).code)) return undefined
      throw thrown
    }
  }

  async function seal(id: DraftId): Promise<void> {
    const text = await readIfThere(fileSystem, folders.clearPathOf(id))
    if (text === undefined) return
    const file = parseDraftFile(text)
    if (file.draft.id !== id) throw new AppError('draft-unreadable', 'A draft under another name')
    const before = await sealedOf(id)
    // Sealed before and then changed here: the clear file is only what could not be removed then.
    if (!before || before.draft.updatedAt < file.draft.updatedAt) {
      await replaceDurably(fileSystem, folders.pathOf(id), sealDraft(file, key), pause)
      const readBack = await generations.find(id)
      if (writeDraftFile(readBack.file) !== writeDraftFile(file)) throw new AppError('disk-refused', 'A sealed draft did not read back as it was written')
    }
    await removeDurably(fileSystem, folders.clearPathOf(id))
    sealed += 1
  }

  for (const id of ids) {
    try {
      await seal(id)
    } catch (thrown) {
      const { code } = AppError.from(thrown)
      if (code === 'draft-from-newer-version') newer.push(id)
      else if (code === 'draft-unreadable') {
        await folders.setAside(folders.clearPathOf(id), id, 'lost')
        report('draft-set-aside', 1)
      } else if (code !== 'safe-locked') throw thrown
    }
  }
  if (sealed > 0) report('clear-drafts-sealed', sealed)
  return newer
}
