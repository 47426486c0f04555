import type { RegistrationList } from '@shared/ipc/answers'
import type { DraftId } from '@shared/registration/draft'
import { sweepTemporaryFiles } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import type { Pause } from '../platform/patient-rename'
import type { DataKey } from '../safe/data-key'
import type { DraftSafe } from '../safe/draft-safe'
import { sealClearDrafts } from './clear-drafts'
import type { DraftFolders, FolderContent } from './draft-folders'
import { createDraftShelf, type DraftShelf } from './draft-shelf'
import { createGenerations } from './generations'
import { inParallel } from './in-parallel'
import type { IndexFile } from './index-file'
import { writeSnapshot } from './index-snapshot'
import { factsOf, loadIndex, type LoadedIndex } from './load-index'
import { mayHaveComeBack, type LeftAlone } from './left-alone'
import type { Turns } from './one-after-another'
import { createRegistrationIndex } from './registration-index'

/** Opens the drafts under the key of the safe, when they are first asked for and whenever it is another key. */
export interface ShelfKeeper {
  readonly shelf: (purpose: 'to-read' | 'to-write') => Promise<DraftShelf>
  /** `undefined` where nothing was ever kept: then nobody is asked for a key. */
  readonly shelfIfAny: () => Promise<DraftShelf | undefined>
  /** Looks whether what lies in the folder is what the index says, and writes the index. */
  readonly tidy: () => Promise<void>
  readonly saveIndex: () => Promise<void>
}

interface ShelfKeeperOptions {
  readonly fileSystem: FileSystem
  readonly folder: string
  readonly folders: DraftFolders
  readonly indexFile: IndexFile
  readonly turns: Turns
  readonly safe: Pick<DraftSafe, 'key' | 'retiredKey' | 'leaveAlone'>
  readonly pause: Pause
  readonly report: (what: 'draft-set-aside' | 'orphans-removed' | 'clear-drafts-sealed', count: number) => void
  readonly advanced: (done: number, of: number) => void
  readonly changed: (id: DraftId) => void
}

export const EMPTY_LIST: RegistrationList = {
  rows: [],
  found: 0,
  counts: { open: 0, queued: 0, attention: 0, moving: 0, mail: 0, done: 0, stopped: 0 },
  all: 0,
  ready: 0,
  unreadable: [],
  recovered: [],
}
const AT_ONCE = 16

export function createShelfKeeper(options: ShelfKeeperOptions): ShelfKeeper {
  const { fileSystem, folder, folders, indexFile, turns, safe, pause, report, advanced, changed } = options
  let loaded: { readonly keyId: string; readonly shelf: Promise<DraftShelf> } | undefined
  let swept: Promise<void> | undefined
  let lookingAgain: Promise<void> | undefined

  /** Once, before this run writes anything: later, a temporary file is somebody's save. */
  async function sweep(): Promise<void> {
    const orphans = await sweepTemporaryFiles(fileSystem, folder)
    if (orphans > 0) report('orphans-removed', orphans)
  }

  /** `content` is not looked at where the index can be believed. */
  async function look(): Promise<{ readonly content: FolderContent | undefined }> {
    if (await indexFile.isTrusted()) return { content: undefined }
    const content = await folders.content()
    if (content.hasOrphans) await (swept ??= sweep())
    return { content }
  }

  async function load(key: DataKey): Promise<DraftShelf> {
    const looked = await look()
    swept ??= Promise.resolve()
    const generations = createGenerations({ fileSystem, folders, keys: { present: key, retired: safe.retiredKey }, pause, report })
    const snapshot = await indexFile.read(key)
    let clearAlone: readonly DraftId[] = []
    let index: LoadedIndex
    const isBelieved = snapshot !== undefined && !looked.content
    if (isBelieved) index = { ...snapshot, recovered: [], lost: [] }
    else {
      const { sealed, clear } = looked.content ?? (await folders.content())
      clearAlone = await sealClearDrafts(clear, { fileSystem, folders, generations, key, pause, report })
      index = await loadIndex({ fileSystem, folders, generations, snapshot, sealed: new Set([...sealed, ...clear]), advanced })
    }
    const opened = createDraftShelf({
      key, fileSystem, folders, generations, indexFile, pause, changed,
      index: createRegistrationIndex(index),
      leftAlone: index.leftAlone,
      recovered: index.recovered,
      lost: index.lost,
      clearAlone: clearAlone.map((id) => `${id}.json`),
    })
    if (isBelieved) await lookAgainAt(opened, (one) => one.is === 'refused' || hasComeBack(one))
    tellLeftAlone(opened)
    return opened
  }

  const hasComeBack = (one: LeftAlone): boolean => mayHaveComeBack(one, (keyId) => safe.retiredKey(keyId) !== undefined)

  async function lookAgainAt(open: DraftShelf, isWanted: (one: LeftAlone) => boolean): Promise<void> {
    await inParallel(open.leftAlone().filter(isWanted), AT_ONCE, ({ id }) => turns.take(id, () => open.lookAgain(id)))
  }

  function tellLeftAlone(open: DraftShelf): void {
    safe.leaveAlone(open.leftAlone().filter(({ is }) => is === 'foreign').length)
  }

  /** A key that was replaced may have been found again since the last question. */
  async function withWhatCameBack(open: DraftShelf): Promise<DraftShelf> {
    if (open.leftAlone().some(hasComeBack)) {
      lookingAgain ??= lookAgainAt(open, hasComeBack).finally(() => {
        lookingAgain = undefined
      })
      await lookingAgain
      tellLeftAlone(open)
    }
    return open
  }

  async function shelf(purpose: 'to-read' | 'to-write'): Promise<DraftShelf> {
    const key = await safe.key(purpose)
    if (loaded?.keyId === key.id) return withWhatCameBack(await loaded.shelf)
    const opening = { keyId: key.id, shelf: load(key) }
    loaded = opening
    opening.shelf.catch(() => {
      // Asked again, it looks again: a disk that refused once may not do so twice.
      if (loaded === opening) loaded = undefined
    })
    return opening.shelf
  }

  async function shelfIfAny(): Promise<DraftShelf | undefined> {
    if (loaded) return shelf('to-read')
    const { content } = await look()
    if (!content) return shelf('to-read')
    if (content.clear.length > 0) return shelf('to-write')
    return content.sealed.size > 0 ? shelf('to-read') : undefined
  }

  async function saveIndex(): Promise<void> {
    const open = await loaded?.shelf
    if (!open || indexFile.isUpToDate()) return
    await indexFile.save(async () => {
      const entries = open.index.allWithTexts()
      if (entries.length === 0 && open.leftAlone().length === 0) return undefined
      await inParallel(entries.filter(({ facts }) => !facts), AT_ONCE, async (entry) => {
        entry.facts = await factsOf(fileSystem, folders.pathOf(entry.row.draftId))
      })
      return open.seal((key) => writeSnapshot(entries, open.leftAlone(), key))
    })
  }

  async function tidy(): Promise<void> {
    const open = await loaded?.shelf
    if (!open) return
    // So that the first search does not wait for them.
    open.index.allWithTexts()
    const { sealed } = await folders.content()
    // A disk that refused a file once may give it now.
    await lookAgainAt(open, ({ is }) => is === 'refused')
    const leftAlone = new Set(open.leftAlone().map(({ id }) => id))
    const strangers = [...sealed].filter((id) => !open.index.get(id) && !leftAlone.has(id))
    const missing = open.index.all().flatMap(({ row }) => (sealed.has(row.draftId) ? [] : [row.draftId]))
    // Reading puts the index right, whichever it is; what somebody is writing just now is waited for.
    await inParallel([...strangers, ...missing], AT_ONCE, async (id) => {
      await turns.take(id, () => open.read(id)).catch(() => undefined)
    })
    await saveIndex()
  }

  return { shelf, shelfIfAny, tidy, saveIndex }
}
