import { dirname } from 'node:path'
import { AppError } from '@shared/errors/app-error'
import type { DraftId } from '@shared/registration/draft'
import { previousOf, readBytesIfThere, renameIfThere, replaceDurably, toDiskError, writeDurably } from '../platform/durable-file'
import { isAbsent } from '../platform/disk-error'
import type { FileSystem } from '../platform/file-system'
import type { Pause } from '../platform/patient-rename'
import { writeDraftFile, type DraftFile } from './draft-file'
import type { DraftFolders } from './draft-folders'
import { LARGEST_DRAFT, sealDraft, unsealDraft, type DraftKeys, type Unsealed } from './sealed-file'

/** What was found of a draft. `repair` says what has to be moved before it may be written again; `isUnderOldKey`, that it has to be sealed again. */
export interface FoundGeneration {
  readonly file: DraftFile
  readonly repair: 'none' | 'put-previous-in-place' | 'set-current-aside'
  readonly isUnderOldKey: boolean
}

export interface Generations {
  /**
   * The newest generation that is whole. Throws `draft-not-found`, `draft-from-newer-version`, `safe-locked` (another key's),
   * `draft-unreadable` after having set it aside, and `disk-refused` when it is the disk that fails: then nothing is known of the draft.
   */
  readonly find: (id: DraftId) => Promise<FoundGeneration>
  /** Which key the draft waits for that was last found to be another key's. */
  readonly foreignKeyOf: (id: DraftId) => string | undefined
  /**
   * Puts the found generation where the current one belongs, and a damaged one out of the way. What lies under a key that was
   * replaced is sealed under the present one; the old generations go after the new one was read back.
   */
  readonly repair: (id: DraftId, found: FoundGeneration) => Promise<void>
}

/** Whether a draft is as it should be on the disk. */
export function isInOrder({ repair, isUnderOldKey }: Pick<FoundGeneration, 'repair' | 'isUnderOldKey'>): boolean {
  return repair === 'none' && !isUnderOldKey
}

interface GenerationsOptions {
  readonly fileSystem: FileSystem
  readonly folders: DraftFolders
  readonly keys: DraftKeys
  readonly pause: Pause
  readonly report: (what: 'draft-set-aside', count: number) => void
}

type Read = Unsealed | { readonly is: 'absent' }

export function createGenerations({ fileSystem, folders, keys, pause, report }: GenerationsOptions): Generations {
  const foreign = new Map<DraftId, string>()

  async function read(path: string, id: DraftId): Promise<Read> {
    if (await isTooLarge(path)) return { is: 'damaged' }
    const bytes = await readBytesIfThere(fileSystem, path)
    return bytes ? unsealDraft(bytes, id, keys) : { is: 'absent' }
  }

  async function isTooLarge(path: string): Promise<boolean> {
    try {
      return (await fileSystem.stat(path)).size > LARGEST_DRAFT
    } catch (thrown) {
      if (isAbsent(thrown)) return false
      throw toDiskError(thrown)
    }
  }

  async function setLostAside(id: DraftId, current: Read, previous: Read): Promise<void> {
    const path = folders.pathOf(id)
    // The previous one first: with neither left in place, a stop between both would look like nothing at all.
    if (previous.is === 'damaged' && current.is === 'damaged') await folders.setAside(previousOf(path), id, 'older')
    await folders.setAside(current.is === 'damaged' ? path : previousOf(path), id, 'lost')
    report('draft-set-aside', 1)
  }

  /** Old and new are both there until the new one has proved to be readable; then nothing needs the old key any more. */
  async function sealAgain(id: DraftId, file: DraftFile): Promise<void> {
    const path = folders.pathOf(id)
    const sealed = sealDraft(file, keys.present)
    await replaceDurably(fileSystem, path, sealed, pause)
    const readBack = await read(path, id)
    if (readBack.is !== 'whole' || readBack.isUnderOldKey || writeDraftFile(readBack.file) !== writeDraftFile(file)) throw new AppError('disk-refused', 'A sealed draft did not read back as it was written')
    await writeDurably(fileSystem, previousOf(path), sealed, pause)
  }

  return {
    foreignKeyOf: (id) => foreign.get(id),

    async find(id) {
      const path = folders.pathOf(id)
      const current = await read(path, id)
      if (current.is === 'whole') return { file: current.file, repair: 'none', isUnderOldKey: current.isUnderOldKey }
      if (current.is === 'newer') throw new AppError('draft-from-newer-version', 'A draft of a newer version')
      const previous = await read(previousOf(path), id)
      if (previous.is === 'whole') return { file: previous.file, repair: current.is === 'absent' ? 'put-previous-in-place' : 'set-current-aside', isUnderOldKey: previous.isUnderOldKey }
      if (previous.is === 'newer') throw new AppError('draft-from-newer-version', 'A draft of a newer version')
      const other = current.is === 'foreign' ? current : previous
      if (other.is === 'foreign') {
        foreign.set(id, other.keyId)
        throw new AppError('safe-locked', 'A draft under another key')
      }
      if (current.is === 'absent' && previous.is === 'absent') throw new AppError('draft-not-found', 'No such draft')
      await setLostAside(id, current, previous)
      throw new AppError('draft-unreadable', 'Neither generation of the draft can be read')
    },

    async repair(id, { file, repair, isUnderOldKey }) {
      if (repair !== 'none') await move(id, repair)
      if (isUnderOldKey) await sealAgain(id, file)
    },
  }

  async function move(id: DraftId, repair: 'put-previous-in-place' | 'set-current-aside'): Promise<void> {
    const path = folders.pathOf(id)
    if (repair === 'set-current-aside') {
      await folders.setAside(path, id, 'replaced')
      report('draft-set-aside', 1)
    }
    try {
      await renameIfThere(fileSystem, previousOf(path), path, pause)
      await fileSystem.syncFolder(dirname(path))
    } catch (thrown) {
      throw toDiskError(thrown)
    }
  }
}
