import { join } from 'node:path'
import type { DraftId } from '@shared/registration/draft'
import { listIfThere } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'

/** Where one discarded registration lies. */
export interface DiscardedFile {
  readonly id: DraftId
  readonly path: string
  /** In milliseconds, and never the same twice: when it was discarded, with all that was discarded with it. */
  readonly since: string
}

export interface DiscardedContent {
  readonly files: readonly DiscardedFile[]
  /** The times of which somebody was told that it is done. */
  readonly confirmed: ReadonlySet<string>
}

const NAME = /^([0-9a-f-]{36})\.(\d+)\.draft(?:\.previous)?$/
const CONFIRMATION = /^(\d+)\.discarded$/

export function discardedFile(folder: string, id: DraftId, since: string): DiscardedFile {
  return { id, path: join(folder, `${id}.${since}.draft`), since }
}

/** An empty file for each time that something was discarded: what has none of its time comes back. */
export function confirmationOf(folder: string, since: string | number): string {
  return join(folder, `${since}.discarded`)
}

export async function readDiscarded(fileSystem: FileSystem, folder: string): Promise<DiscardedContent> {
  const files = new Map<string, DiscardedFile>()
  const confirmed = new Set<string>()
  for (const name of await listIfThere(fileSystem, folder)) {
    const [, id, since] = NAME.exec(name) ?? []
    const [, done] = CONFIRMATION.exec(name) ?? []
    if (done !== undefined) confirmed.add(done)
    if (id === undefined || since === undefined) continue
    const file = discardedFile(folder, id as DraftId, since)
    files.set(file.path, file)
  }
  return { files: [...files.values()], confirmed }
}
