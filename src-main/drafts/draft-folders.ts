import { join } from 'node:path'
import { AppError } from '@shared/errors/app-error'
import { DraftId } from '@shared/registration/draft'
import type { FileSystem } from '../platform/file-system'
import { isTemporaryName, listIfThere, makeFolderDurably, previousOf, toDiskError } from '../platform/durable-file'
import { renamePatiently, type Pause } from '../platform/patient-rename'

const SEALED = '.draft'
const PREVIOUS = previousOf('')
const CLEAR = '.json'
/** In the names of what was set aside. `lost`: nothing else is left; `replaced`: the previous generation took over; `older`: lies beside a lost one. */
const MARKS = { lost: '', replaced: '.replaced', older: '.older' } as const

/** What lies in the folder, by kind. */
export interface FolderContent {
  /** Those that have a current generation or at least a previous one. */
  readonly sealed: ReadonlySet<DraftId>
  /** Unsealed ones of the first versions. */
  readonly clear: readonly DraftId[]
  readonly hasOrphans: boolean
}

export interface DraftFolders {
  /** Throws `draft-not-found` for what is no id: names of files are never made of anything else. */
  readonly pathOf: (id: string) => string
  readonly clearPathOf: (id: DraftId) => string
  readonly nameOf: (id: DraftId) => string
  readonly content: () => Promise<FolderContent>
  /** Moves a file that cannot be read out of the way, under a name that says when; nothing is ever deleted. */
  readonly setAside: (path: string, id: DraftId, why: keyof typeof MARKS) => Promise<void>
  /** Those of which nothing else is left. Read once, and again after something was set aside or `lookAgain`: every key in a search asks for them. */
  readonly namesSetAside: () => Promise<readonly string[]>
  /** Somebody else may have been at the files. */
  readonly lookAgain: () => void
  /** Once for each `owner`: whoever begins anew may have nothing left on the disk. */
  readonly make: (owner: object) => Promise<void>
}

interface DraftFoldersOptions {
  readonly fileSystem: FileSystem
  readonly folder: string
  readonly asideFolder: string
  readonly now: () => Date
  readonly pause: Pause
}

export function createDraftFolders({ fileSystem, folder, asideFolder, now, pause }: DraftFoldersOptions): DraftFolders {
  let madeFor: object | undefined
  let namesAside: Promise<readonly string[]> | undefined

  async function readNamesAside(): Promise<readonly string[]> {
    try {
      return (await listIfThere(fileSystem, asideFolder)).filter((name) => !name.includes(`${MARKS.replaced}.`) && !name.includes(`${MARKS.older}.`))
    } catch (thrown) {
      namesAside = undefined
      throw thrown
    }
  }

  const nameOf = (id: DraftId): string => `${id.toLowerCase()}${SEALED}`

  return {
    nameOf,
    pathOf(id) {
      const parsed = DraftId.safeParse(id)
      if (!parsed.success) throw new AppError('draft-not-found', 'Not the id of a draft')
      return join(folder, nameOf(parsed.data))
    },
    clearPathOf: (id) => join(folder, `${id}${CLEAR}`),
    content: async () => sortNames(await listIfThere(fileSystem, folder)),
    async setAside(path, id, why) {
      const stamp = now().toISOString().replaceAll(/[:.]/g, '-')
      const suffix = path.endsWith(CLEAR) ? CLEAR : SEALED
      try {
        await makeFolderDurably(fileSystem, asideFolder)
        await renamePatiently(fileSystem, path, join(asideFolder, `${id}.${stamp}${MARKS[why]}${suffix}`), pause)
        await fileSystem.syncFolder(asideFolder)
        await fileSystem.syncFolder(folder)
      } catch (thrown) {
        throw toDiskError(thrown)
      } finally {
        namesAside = undefined
      }
    },
    namesSetAside: () => (namesAside ??= readNamesAside()),
    lookAgain() {
      namesAside = undefined
    },
    async make(owner) {
      if (madeFor !== owner) await makeFolderDurably(fileSystem, folder)
      madeFor = owner
    },
  }
}

function sortNames(names: readonly string[]): FolderContent {
  const sealed = new Set<DraftId>()
  const clear: DraftId[] = []
  let hasOrphans = false
  for (const name of names) {
    const current = name.endsWith(PREVIOUS) ? name.slice(0, -PREVIOUS.length) : name
    const sealedId = idIn(current, SEALED)
    const clearId = idIn(name, CLEAR)
    if (sealedId) sealed.add(sealedId)
    else if (clearId) clear.push(clearId)
    else if (isTemporaryName(name)) hasOrphans = true
  }
  return { sealed, clear, hasOrphans }
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function idIn(name: string, suffix: string): DraftId | undefined {
  if (!name.endsWith(suffix)) return undefined
  const id = name.slice(0, -suffix.length)
  // The pattern first: ten thousand names are told apart at a start, and the validator is the slower one.
  return ID.test(id) ? DraftId.safeParse(id).data : undefined
}
