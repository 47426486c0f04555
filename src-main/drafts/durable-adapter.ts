import type { Adapter } from 'lowdb'
import { readIfThere, writeDurably } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import { parseDraftFile, writeDraftFile, type DraftFile } from './draft-file'

/** What lowdb holds of one draft; without a file as long as there is none on the disk. */
export interface StoredDraft {
  file: DraftFile | undefined
}

/** One draft's file for lowdb. Lowdb's own writer never calls fsync, so "saved" would be a promise without a proof. */
export function createDurableAdapter(fileSystem: FileSystem, path: string): Adapter<StoredDraft> {
  return {
    async read() {
      const text = await readIfThere(fileSystem, path)
      return text === undefined ? null : { file: parseDraftFile(text) }
    },
    async write({ file }) {
      if (file) await writeDurably(fileSystem, path, writeDraftFile(file))
    },
  }
}
