import { z } from 'zod'
import { readIfThere, writeDurably } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import type { Notices } from './ageing'

const NoticeFile = z.strictObject({
  format: z.literal(1),
  notices: z.record(z.uuid(), z.strictObject({ saidAt: z.iso.datetime(), keptSince: z.iso.datetime() })),
})

export interface NoticeFileStore {
  readonly read: () => Promise<Notices>
  readonly write: (notices: Notices) => Promise<void>
}

/** What was said about the age of drafts: ids and times, nothing of anybody. Unreadable, it was never said, and nothing is erased sooner. */
export function createNoticeFile(fileSystem: FileSystem, path: string): NoticeFileStore {
  return {
    async read() {
      try {
        return NoticeFile.parse(JSON.parse((await readIfThere(fileSystem, path)) ?? '')).notices
      } catch {
        return {}
      }
    },
    write: (notices) => writeDurably(fileSystem, path, `${JSON.stringify({ format: 1, notices })}\n`),
  }
}
