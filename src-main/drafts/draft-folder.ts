import { join } from 'node:path'
import { AppError } from '@shared/errors/app-error'
import { DraftId } from '@shared/registration/draft'
import { toDiskError } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'

const SUFFIX = '.json'

export interface DraftFolder {
  /** Where a draft lies. Throws `draft-not-found` for what is no id: names of files are never made of anything else. */
  readonly pathOf: (id: string) => string
  readonly ids: () => Promise<readonly DraftId[]>
  /** Moves a file that cannot be read out of the way, under a name that says when; nothing is ever deleted. */
  readonly setAside: (id: DraftId) => Promise<void>
  readonly namesSetAside: () => Promise<readonly string[]>
}

interface DraftFolderOptions {
  readonly fileSystem: FileSystem
  readonly folder: string
  readonly asideFolder: string
  readonly now: () => Date
}

/** One file a draft, named by its id. */
export function createDraftFolder({ fileSystem, folder, asideFolder, now }: DraftFolderOptions): DraftFolder {
  function pathOf(id: string): string {
    const parsed = DraftId.safeParse(id)
    if (!parsed.success) throw new AppError('draft-not-found', 'Not the id of a draft')
    return join(folder, `${parsed.data.toLowerCase()}${SUFFIX}`)
  }

  return {
    pathOf,
    async ids() {
      const names = await fileSystem.list(folder).catch((thrown: unknown) => {
        throw toDiskError(thrown)
      })
      return names.flatMap((name) => {
        const parsed = DraftId.safeParse(name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : '')
        return parsed.success ? [parsed.data] : []
      })
    },
    async setAside(id) {
      const stamp = now().toISOString().replaceAll(/[:.]/g, '-')
      try {
        await fileSystem.makeFolder(asideFolder)
        await fileSystem.rename(pathOf(id), join(asideFolder, `${id}.${stamp}${SUFFIX}`))
        await fileSystem.syncFolder(asideFolder)
        await fileSystem.syncFolder(folder)
      } catch (thrown) {
        throw toDiskError(thrown)
      }
    },
    namesSetAside: () => fileSystem.list(asideFolder).catch(() => []),
  }
}
