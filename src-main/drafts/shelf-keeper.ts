import type { RegistrationList } from '@shared/ipc/answers'
import type { DraftSafe } from '../safe/draft-safe'
import type { DraftShelf } from './draft-shelf'
import type { FirstPage } from './first-page'
import { inParallel } from './in-parallel'
import { writeSnapshot } from './index-snapshot'
import { mayHaveComeBack, type LeftAlone } from './left-alone'
import { factsOf } from './load-index'
import type { Turns } from './one-after-another'
import { createShelfLoader, type BegunShelf, type ShelfLoaderOptions } from './shelf-loader'

/** Opens the drafts under the key of the safe, when they are first asked for and whenever it is another key. */
export interface ShelfKeeper {
  readonly shelf: (purpose: 'to-read' | 'to-write') => Promise<DraftShelf>
  /** `undefined` where nothing was ever kept: then nobody is asked for a key. */
  readonly shelfIfAny: () => Promise<DraftShelf | undefined>
  /** What can be said of the drafts before they are opened, where the index can be believed. `undefined` otherwise, and once they are open. */
  readonly firstPage: () => Promise<FirstPage | undefined>
  /** Looks whether what lies in the folder is what the index says, and writes the index. */
  readonly tidy: () => Promise<void>
  readonly saveIndex: () => Promise<void>
}

interface ShelfKeeperOptions extends ShelfLoaderOptions {
  readonly turns: Turns
  readonly safe: Pick<DraftSafe, 'key' | 'retiredKey' | 'leaveAlone'>
}

/** The drafts under one key. They are opened when more of them is needed than their first page. */
interface Loaded {
  readonly keyId: string
  readonly begun: Promise<BegunShelf>
  given: FirstPage | undefined
  opened: Promise<DraftShelf> | undefined
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
  const { fileSystem, folders, indexFile, turns, safe } = options
  const loader = createShelfLoader(options)
  let loaded: Loaded | undefined
  let lookingAgain: Promise<void> | undefined

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

  async function open({ begun, given }: Loaded): Promise<DraftShelf> {
    const { shelf: opened, isByIndex } = await (await begun).open()
    if (isByIndex) await lookAgainAt(opened, (one) => one.is === 'refused' || hasComeBack(one))
    // The rest of the index was damaged, and the files may say something else than its first page: whoever has shown that asks anew.
    else if (given?.rows[0]) options.changed(given.rows[0].draftId)
    tellLeftAlone(opened)
    return opened
  }

  /** Asked again after a failure, it looks again: a disk that refused once may not do so twice. */
  async function load(purpose: 'to-read' | 'to-write'): Promise<Loaded> {
    const key = await safe.key(purpose)
    if (loaded?.keyId === key.id) return loaded
    const begun = loader.begin(key)
    const loading: Loaded = { keyId: key.id, begun, given: undefined, opened: undefined }
    loaded = loading
    begun.catch(() => giveUp(loading))
    return loading
  }

  function giveUp(loading: Loaded): void {
    if (loaded === loading) loaded = undefined
  }

  async function shelf(purpose: 'to-read' | 'to-write'): Promise<DraftShelf> {
    const loading = await load(purpose)
    if (loading.opened) return withWhatCameBack(await loading.opened)
    loading.opened = open(loading)
    loading.opened.catch(() => giveUp(loading))
    return loading.opened
  }

  async function shelfIfAny(): Promise<DraftShelf | undefined> {
    if (loaded) return shelf('to-read')
    const content = await loader.look()
    if (!content) return shelf('to-read')
    if (content.clear.length > 0) return shelf('to-write')
    return content.sealed.size > 0 ? shelf('to-read') : undefined
  }

  async function firstPage(): Promise<FirstPage | undefined> {
    if (!loaded && !(await indexFile.isTrusted())) return undefined
    const loading = await load('to-read')
    const page = loading.opened ? undefined : await (await loading.begun).first()
    // Opened meanwhile, they may have changed as well.
    if (loading.opened) return undefined
    loading.given = page
    return page
  }

  async function saveIndex(): Promise<void> {
    const open = await loaded?.opened
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
    if (!loaded) return
    const open = await shelf('to-read')
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

  return { shelf, shelfIfAny, firstPage, tidy, saveIndex }
}
