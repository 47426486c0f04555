import { isAbsent } from '../platform/disk-error'
import type { FileSystem } from '../platform/file-system'

/** What lies on the disk, by the names of the files alone: no key is needed to count. */
export interface DraftCount {
  /** Sealed drafts in the list's folder; one whose newest file is gone and whose previous one is there is one, too. */
  readonly sealed: number
  /** In clear, from versions that did not seal. */
  readonly clear: number
  /** Anything that a key may still be needed for, what was set aside or discarded included. */
  readonly needsKey: boolean
}

interface CountOptions {
  readonly fileSystem: Pick<FileSystem, 'list'>
  readonly drafts: string
  /** Further folders in which sealed drafts may lie. */
  readonly others: readonly string[]
}

const SEALED = /^([0-9a-f-]{36})\.draft(\.previous)?$/i
const CLEAR = /^[0-9a-f-]{36}\.json$/i

export async function countDrafts({ fileSystem, drafts, others }: CountOptions): Promise<DraftCount> {
  const [names, ...elsewhere] = await Promise.all([drafts, ...others].map((folder) => namesIn(fileSystem, folder)))
  const sealed = new Set(names?.flatMap((name) => SEALED.exec(name)?.[1] ?? []))
  // A folder that cannot be looked into may be full.
  const isHidden = names === undefined || elsewhere.includes(undefined)
  const needsKey = isHidden || sealed.size > 0 || elsewhere.some((found) => found?.some((name) => name.includes('.draft')))
  return { sealed: sealed.size, clear: names?.filter((name) => CLEAR.test(name)).length ?? 0, needsKey }
}

async function namesIn(fileSystem: Pick<FileSystem, 'list'>, folder: string): Promise<readonly string[] | undefined> {
  try {
    return await fileSystem.list(folder)
  } catch (thrown) {
    return isAbsent(thrown) ? [] : undefined
  }
}
