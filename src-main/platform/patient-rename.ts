import { setTimeout } from 'node:timers/promises'
import { codeOf } from './disk-error'
import type { FileSystem } from './file-system'

/** Waiting, as a port: tests do not. */
export type Pause = (milliseconds: number) => Promise<unknown>

export const systemPause: Pause = (milliseconds) => setTimeout(milliseconds)

/** What Windows says of a file that a virus scanner or an indexer holds open for a moment. */
const PASSING = new Set(['EPERM', 'EBUSY', 'EACCES'])
const FIRST_PAUSE_MS = 10
const LONGEST_PAUSE_MS = 160
const PATIENCE_MS = 400

/** Renames, and tries again for a moment where the file is held by something that lets go soon: a change renames twice, and a person hears of a disk that refuses within a second. */
export async function renamePatiently(fileSystem: Pick<FileSystem, 'rename'>, from: string, to: string, pause: Pause = systemPause): Promise<void> {
  let waited = 0
  for (let next = FIRST_PAUSE_MS; ; next = Math.min(next * 2, LONGEST_PAUSE_MS)) {
    try {
      await fileSystem.rename(from, to)
      return
    } catch (thrown) {
      if (!PASSING.has(codeOf(thrown) ?? '') || waited + next > PATIENCE_MS) throw thrown
    }
    await pause(next)
    waited += next
  }
}
