import { join } from 'node:path'
import type { DataDescription } from '@shared/ipc/answers'
import type { Credentials } from '../credentials/credentials'
import { accessKeyName, passwordName } from '../credentials/secret-names'
import type { Drafts } from '../drafts/drafts'
import { toDiskError } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import type { Paths } from '../platform/paths'
import type { DraftSafe } from '../safe/draft-safe'

export interface DataDesk {
  readonly describe: () => Promise<Omit<DataDescription, 'clock'>>
  /** Resolves when nothing is left; throws `disk-refused` when something is. Parvis has to start afresh after either. */
  readonly erase: (what: 'registrations' | 'everything') => Promise<void>
}

interface DataDeskOptions {
  readonly paths: Paths
  readonly fileSystem: Pick<FileSystem, 'list' | 'size'>
  /** Removes a file, or a folder with all that is in it. One that is not there is no error. */
  readonly removeAll: (path: string) => Promise<void>
  readonly drafts: Pick<Drafts, 'indexed' | 'open'>
  readonly safe: Pick<DraftSafe, 'destroy'>
  readonly credentials: Pick<Credentials, 'forget'>
  /** Stops whatever still writes: the queue, the store, the practice service, the log. */
  readonly closeRooms: () => Promise<void>
}

const AT_ONCE = 32

/** What this profile keeps on the disk, and the way to be rid of it. */
export function createDataDesk({ paths, fileSystem, removeAll, drafts, safe, credentials, closeRooms }: DataDeskOptions): DataDesk {
  const registrationFolders = [paths.drafts, paths.setAside, paths.discarded]

  async function describe(): Promise<Omit<DataDescription, 'clock'>> {
    let bytes = 0
    for (const folder of registrationFolders) bytes += await bytesIn(folder)
    // Of a safe that is not open, nobody can say how many there are by what is in it.
    const registrations = (await drafts.indexed().catch(() => [])).length
    return { folder: paths.profile, registrations, bytes }
  }

  async function bytesIn(folder: string): Promise<number> {
    const names = await fileSystem.list(folder).catch(() => [])
    let bytes = 0
    for (let from = 0; from < names.length; from += AT_ONCE) {
      const sizes = await Promise.all(names.slice(from, from + AT_ONCE).map((name) => fileSystem.size(join(folder, name))))
      bytes += sizes.reduce((sum, size) => sum + size, 0)
    }
    return bytes
  }

  /** Only names that this profile knows: other profiles of the same person keep theirs in the same keychain. */
  async function namesInKeychain(what: 'registrations' | 'everything'): Promise<ReadonlySet<string>> {
    const names = new Set<string>()
    for (const { row } of await drafts.indexed().catch(() => [])) {
      if (row.reference === undefined) continue
      // A password was kept because somebody asked for it, and opens an account that goes on.
      if (what === 'everything') names.add(passwordName(row.connectionEmail))
      const file = await drafts.open(row.draftId).catch(() => undefined)
      if (file?.draft.receipt && file.accessKeyIn === 'keychain') names.add(accessKeyName(file.draft.receipt.registrationId))
    }
    return names
  }

  return {
    describe,
    async erase(what) {
      const names = await namesInKeychain(what)
      await closeRooms()
      // The key first: from here on nothing that is still lying about can be read by anybody.
      await safe.destroy()
      const removed = [...registrationFolders, paths.retention, ...(what === 'everything' ? [paths.settings, paths.conditions, join(paths.log, '..'), paths.practiceData] : [])]
      const removals = await Promise.allSettled(removed.map(removeAll))
      for (const name of names) await credentials.forget(name, 'keychain').catch(() => undefined)
      const failed = removals.find((removal) => removal.status === 'rejected')
      if (failed) throw toDiskError(failed.reason)
    },
  }
}
