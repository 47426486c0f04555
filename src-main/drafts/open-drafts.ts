import { AppError } from '@shared/errors/app-error'
import { withContent } from '@shared/registration/answered-problems'
import type { Outcome } from '@shared/ipc/queue'
import { DraftId, type Draft, type DraftContent } from '@shared/registration/draft'
import type { Locale } from '@shared/registration/locale'
import type { ListQuery, Selection } from '@shared/registration/registration-list'
import type { Clock } from '../platform/clock'
import type { FileSystem } from '../platform/file-system'
import { systemPause, type Pause } from '../platform/patient-rename'
import type { Randomness } from '../platform/randomness'
import type { DraftSafe } from '../safe/draft-safe'
import { createDiscardPile } from './discard-pile'
import { createDiscardedFolder } from './discarded-folder'
import { SCHEMA_VERSION, type DraftFile } from './draft-file'
import { createDraftFolders } from './draft-folders'
import type { DraftShelf } from './draft-shelf'
import type { Drafts } from './drafts'
import { answerOf, isOfFirstPage } from './first-page'
import { createIndexFile } from './index-file'
import type { LeftAlone } from './left-alone'
import { createTurns } from './one-after-another'
import type { Rest } from './rest'
import { createShelfKeeper, EMPTY_LIST } from './shelf-keeper'

export interface OpenDraftsOptions {
  readonly fileSystem: FileSystem
  readonly folder: string
  readonly asideFolder: string
  readonly discardedFolder: string
  readonly clock: Clock
  readonly randomness: Pick<Randomness, 'uuid'>
  readonly safe: Pick<DraftSafe, 'key' | 'retiredKey' | 'leaveAlone'>
  /** Names are sorted as this language sorts them. */
  readonly language: () => Locale
  /** Those that will soon be erased for their age: another room knows them. */
  readonly ageing?: () => Promise<{ readonly has: (id: DraftId) => boolean }>
  /** When nothing has happened for a while: the index is written then, and the folder looked through. */
  readonly rest: Rest
  /** Of a registration that is erased for good, whose access key an earlier version gave to the keychain. */
  readonly forgetAccessKey?: (registrationId: string) => Promise<void>
  /** How far the reading of drafts has come when the index has to be made anew. */
  readonly advanced?: (done: number, of: number) => void
  readonly report?: (what: 'draft-set-aside' | 'orphans-removed' | 'clear-drafts-sealed', count: number) => void
  readonly pause?: Pause
}

/** The registrations of a profile. Nothing is read, and nobody asked for a key, before somebody asks for them. */
export function openDrafts(options: OpenDraftsOptions): Drafts {
  const { fileSystem, folder, asideFolder, discardedFolder, clock, randomness, language, rest } = options
  const pause = options.pause ?? systemPause
  const report = options.report ?? (() => undefined)
  const turns = createTurns()
  const listeners = new Set<(id: DraftId) => void>()
  const folders = createDraftFolders({ fileSystem, folder, asideFolder, now: clock.now, pause })
  const indexFile = createIndexFile({ fileSystem, folder, pause })
  const keeper = createShelfKeeper({ fileSystem, folder, folders, indexFile, turns, safe: options.safe, pause, report, advanced: options.advanced ?? (() => undefined), changed })
  const discardedFiles = createDiscardedFolder({ fileSystem, folder, discardedFolder, pathOf: folders.pathOf, now: clock.now, pause })
  const pile = createDiscardPile({ files: discardedFiles, indexFile, turns, clock, randomness, forgetAccessKey: options.forgetAccessKey, changed })

  function changed(id: DraftId): void {
    for (const listener of listeners) listener(id)
    rest.after(tidy)
  }

  async function tidy(): Promise<void> {
    folders.lookAgain()
    await pile.tidy().catch(() => undefined)
    await keeper.tidy()
  }

  async function create(...[content, as]: Parameters<Drafts['create']>): Promise<Draft> {
    const shelf = await keeper.shelf('to-write')
    const isFree = as !== undefined && !shelf.index.get(as.id) && !shelf.leftAlone().some(({ id }) => id === as.id) && !pile.has(as.id)
    const id = isFree ? as.id : DraftId.parse(randomness.uuid())
    const at = clock.now().toISOString()
    const file: DraftFile = { schemaVersion: SCHEMA_VERSION, draft: { id, content, createdAt: as?.createdAt ?? at, updatedAt: at } }
    await folders.make(shelf)
    await turns.take(id, () => shelf.add(file))
    return file.draft
  }

  /** Names of files are never made of anything but an id, and nobody is asked for a key because of one that cannot be there. */
  async function shelfOf(id: DraftId) {
    folders.pathOf(id)
    const shelf = await keeper.shelfIfAny()
    if (!shelf) throw new AppError('draft-not-found', 'There are no drafts')
    return shelf
  }

  async function change(id: DraftId, alter: (file: DraftFile) => DraftFile): Promise<DraftFile> {
    const shelf = await shelfOf(id)
    return turns.take(id, () => shelf.change(id, alter))
  }

  async function save(id: DraftId, content: DraftContent): Promise<Draft> {
    const saved = await change(id, (file) => {
      const { receipt, queue } = file.draft
      if (receipt) throw new AppError('draft-already-sent', 'What was sent is not changed any more')
      if (queue && (queue.state !== 'needs-attention' || queue.mayHaveArrived)) throw new AppError('draft-queued', 'What is queued is sent as it was queued')
      return { ...file, draft: { ...withContent(file.draft, content), updatedAt: clock.now().toISOString() } }
    })
    return saved.draft
  }

  async function find(query: ListQuery, shelf: DraftShelf) {
    const found = shelf.index.find(query, language())
    if (query.filter !== 'ageing') return found
    const ageing = await options.ageing?.()
    return found.filter(({ row }) => ageing?.has(row.draftId))
  }

  async function idsOf(selection: Selection): Promise<readonly DraftId[]> {
    if ('draftIds' in selection) return selection.draftIds
    const except = new Set(selection.except)
    const shelf = await keeper.shelfIfAny()
    return shelf ? (await find(selection.query, shelf)).flatMap(({ row }) => (except.has(row.draftId) ? [] : [row.draftId])) : []
  }

  async function list(...[query, from, count]: Parameters<Drafts['list']>): ReturnType<Drafts['list']> {
    const first = isOfFirstPage(query, from) ? await keeper.firstPage() : undefined
    const answer = first && answerOf(first, count)
    const shelf = answer ? undefined : await keeper.shelfIfAny()
    const aside = (await folders.namesSetAside()).map((fileName) => ({ fileName, code: 'draft-unreadable' as const }))
    if (shelf || answer) rest.after(tidy)
    if (!shelf) return { ...EMPTY_LIST, ...answer, unreadable: aside }
    const found = await find(query, shelf)
    const leftAlone = (what: LeftAlone['is']): string[] => shelf.leftAlone().flatMap(({ id, is }) => (is === what ? [folders.nameOf(id)] : []))
    return {
      rows: found.slice(from, from + count).map(({ row }) => row),
      found: found.length,
      ...shelf.index.counts(),
      unreadable: [
        ...[...leftAlone('newer'), ...shelf.clearAlone].map((fileName) => ({ fileName, code: 'draft-from-newer-version' as const })),
        ...leftAlone('refused').map((fileName) => ({ fileName, code: 'disk-refused' as const })),
        ...aside,
      ],
      recovered: [...shelf.recovered],
    }
  }

  return {
    create,
    save,
    change,
    idsOf,
    list,
    async textsOf(ids) {
      const index = (await keeper.shelfIfAny())?.index
      index?.allWithTexts()
      return ids.map((id) => index?.get(id)?.text ?? '')
    },
    async open(id) {
      const shelf = await shelfOf(id)
      return turns.take(id, () => shelf.read(id))
    },
    async discard(ids) {
      try {
        return await pile.discard(ids, await keeper.shelfIfAny())
      } finally {
        rest.after(tidy)
      }
    },
    async restore(discardId): Promise<Outcome> {
      const shelf = await keeper.shelfIfAny()
      if (!shelf) throw new AppError('draft-not-found', 'Nothing was discarded')
      return pile.restore(discardId, shelf)
    },
    oldestByState: async () => (await keeper.firstPage())?.oldest,
    async indexed() {
      return (await keeper.shelfIfAny())?.index.all() ?? []
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settle: turns.settle,
    async close() {
      rest.stop()
      await turns.settle()
      await pile.eraseAll()
      // A start without this index reads the drafts instead.
      await keeper.saveIndex().catch(() => undefined)
    },
  }
}
