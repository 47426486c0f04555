import type { Adapter } from 'lowdb'
import type { DraftId } from '@shared/registration/draft'
import { replaceDurably } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import type { Pause } from '../platform/patient-rename'
import type { DataKey } from '../safe/data-key'
import type { DraftFile } from './draft-file'
import type { FoundGeneration, Generations } from './generations'
import { sealDraft } from './sealed-file'

/** What lowdb holds of one draft; without a file as long as it was not read. */
export interface StoredDraft extends Pick<FoundGeneration, 'repair' | 'isUnderOldKey'> {
  readonly file: DraftFile | undefined
}

/** A draft that has just been written, or is about to be. */
export function inOrder(file: DraftFile): StoredDraft {
  return { file, repair: 'none', isUnderOldKey: false }
}

interface DraftAdapterOptions {
  readonly id: DraftId
  readonly path: string
  readonly fileSystem: FileSystem
  readonly generations: Generations
  readonly key: DataKey
  readonly pause: Pause
}

/** One draft's file for lowdb. Lowdb's own writer neither seals nor calls fsync, so "saved" would be a promise without a proof. */
export function createDraftAdapter({ id, path, fileSystem, generations, key, pause }: DraftAdapterOptions): Adapter<StoredDraft> {
  return {
    read: () => generations.find(id),
    async write({ file }) {
      if (file) await replaceDurably(fileSystem, path, sealDraft(file, key), pause)
    },
  }
}
