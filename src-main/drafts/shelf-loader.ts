import type { DraftId } from '@shared/registration/draft'
import { sweepTemporaryFiles } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import type { Pause } from '../platform/patient-rename'
import type { DataKey } from '../safe/data-key'
import type { DraftSafe } from '../safe/draft-safe'
import { sealClearDrafts } from './clear-drafts'
import type { DraftFolders, FolderContent } from './draft-folders'
import { createDraftShelf, type DraftShelf } from './draft-shelf'
import type { FirstPage } from './first-page'
import { createGenerations } from './generations'
import type { IndexFile } from './index-file'
import { loadIndex, type LoadedIndex } from './load-index'
import { createRegistrationIndex } from './registration-index'

/** Makes a shelf of what lies in the folder: by the index where that can be believed, else by the files. */
export interface ShelfLoader {
  /** `undefined` where the index can be believed: then nobody looks. */
  readonly look: () => Promise<FolderContent | undefined>
  readonly begin: (key: DataKey) => Promise<BegunShelf>
}

export interface BegunShelf {
  /** Where the index can be believed, and nothing else is to be said of the list. `open` gives the same unless the rest of the index is damaged. */
  readonly first: () => Promise<FirstPage | undefined>
  /** `isByIndex`: no file was looked at. */
  readonly open: () => Promise<{ readonly shelf: DraftShelf; readonly isByIndex: boolean }>
}

export interface ShelfLoaderOptions {
  readonly fileSystem: FileSystem
  readonly folder: string
  readonly folders: DraftFolders
  readonly indexFile: IndexFile
  readonly safe: Pick<DraftSafe, 'retiredKey'>
  readonly pause: Pause
  readonly report: (what: 'draft-set-aside' | 'orphans-removed' | 'clear-drafts-sealed', count: number) => void
  readonly advanced: (done: number, of: number) => void
  readonly changed: (id: DraftId) => void
}

export function createShelfLoader(options: ShelfLoaderOptions): ShelfLoader {
  const { fileSystem, folder, folders, indexFile, safe, pause, report, advanced, changed } = options
  let swept: Promise<void> | undefined

  /** Once, before this run writes anything: later, a temporary file is somebody's save. */
  async function sweep(): Promise<void> {
    const orphans = await sweepTemporaryFiles(fileSystem, folder)
    if (orphans > 0) report('orphans-removed', orphans)
  }

  async function look(): Promise<FolderContent | undefined> {
    if (await indexFile.isTrusted()) return undefined
    const content = await folders.content()
    if (content.hasOrphans) await (swept ??= sweep())
    return content
  }

  async function begin(key: DataKey): Promise<BegunShelf> {
    const content = await look()
    swept ??= Promise.resolve()
    let first: Promise<FirstPage | undefined> | undefined
    return {
      first: () => (first ??= content ? Promise.resolve(undefined) : indexFile.readFirst(key)),
      open: () => open(key, content),
    }
  }

  async function open(key: DataKey, looked: FolderContent | undefined): ReturnType<BegunShelf['open']> {
    const snapshot = await indexFile.read(key)
    const generations = createGenerations({ fileSystem, folders, keys: { present: key, retired: safe.retiredKey }, pause, report })
    const isByIndex = snapshot !== undefined && !looked
    let clearAlone: readonly DraftId[] = []
    let index: LoadedIndex
    if (isByIndex) index = { ...snapshot, recovered: [], lost: [] }
    else {
      const { sealed, clear } = looked ?? (await folders.content())
      clearAlone = await sealClearDrafts(clear, { fileSystem, folders, generations, key, pause, report })
      index = await loadIndex({ fileSystem, folders, generations, snapshot, sealed: new Set([...sealed, ...clear]), advanced })
    }
    const shelf = createDraftShelf({
      key, fileSystem, folders, generations, indexFile, pause, changed,
      index: createRegistrationIndex(index),
      leftAlone: index.leftAlone,
      recovered: index.recovered,
      lost: index.lost,
      clearAlone: clearAlone.map((id) => `${id}.json`),
    })
    return { shelf, isByIndex }
  }

  return { look, begin }
}
