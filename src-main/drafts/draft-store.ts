import { randomUUID } from 'node:crypto'
import { Low } from 'lowdb'
import { AppError } from '@shared/errors/app-error'
import { DraftId, emptyContent, type Draft, type DraftContent } from '@shared/registration/draft'
import type { Locale } from '@shared/registration/locale'
import type { Clock } from '../platform/clock'
import { removeDurably, sweepTemporaryFiles } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import { SCHEMA_VERSION, type DraftFile } from './draft-file'
import { createDraftFolder } from './draft-folder'
import { createDurableAdapter, type StoredDraft } from './durable-adapter'
import { createTurns } from './one-after-another'

export interface UnreadableDraft {
  readonly fileName: string
  readonly code: 'draft-unreadable' | 'draft-from-newer-version'
}

export interface DraftStore {
  readonly create: (locale: Locale) => Promise<Draft>
  /** Throws `draft-not-found`, `draft-unreadable` or `draft-from-newer-version`. */
  readonly open: (id: DraftId) => Promise<DraftFile>
  /** Resolves when the disk has it for good. Throws `draft-already-sent` once there is a receipt. */
  readonly save: (id: DraftId, content: DraftContent) => Promise<Draft>
  /** Changes a file as a whole; a change that throws, or that the disk refuses, leaves it as it was. */
  readonly change: (id: DraftId, change: (file: DraftFile) => DraftFile) => Promise<DraftFile>
  readonly discard: (id: DraftId) => Promise<void>
  /** Brings back what was discarded since this start. */
  readonly restore: (id: DraftId) => Promise<DraftFile>
  readonly list: () => Promise<{ readonly files: readonly DraftFile[]; readonly unreadable: readonly UnreadableDraft[] }>
  /** Resolves when every write that was asked for so far has ended. */
  readonly settle: () => Promise<void>
}

interface DraftStoreOptions {
  readonly fileSystem: FileSystem
  readonly folder: string
  readonly asideFolder: string
  readonly clock: Clock
  /** Told when a file is set aside, and how many orphans of interrupted writes were removed. */
  readonly report?: (what: 'draft-set-aside' | 'orphans-removed', count: number) => void
}

/** Opens the drafts of a profile. What an interrupted write left behind is removed first: it may hold a whole draft. */
export async function openDraftStore({ fileSystem, folder, asideFolder, clock, report }: DraftStoreOptions): Promise<DraftStore> {
  const drafts = createDraftFolder({ fileSystem, folder, asideFolder, now: clock.now })
  const turns = createTurns()
  const discarded = new Map<DraftId, DraftFile>()

  // A disk that refuses is told by whatever is asked next, not by keeping the window from opening.
  await fileSystem.makeFolder(folder).catch(() => undefined)
  const orphans = await sweepTemporaryFiles(fileSystem, folder)
  if (orphans > 0) report?.('orphans-removed', orphans)

  function low(id: DraftId, file?: DraftFile): Low<StoredDraft> {
    return new Low<StoredDraft>(createDurableAdapter(fileSystem, drafts.pathOf(id)), { file })
  }

  async function open(id: DraftId): Promise<DraftFile> {
    const stored = low(id)
    await stored.read()
    if (!stored.data.file) throw new AppError('draft-not-found', 'No such draft')
    return stored.data.file
  }

  async function write(id: DraftId, file: DraftFile): Promise<DraftFile> {
    await low(id, file).write()
    return file
  }

  function change(id: DraftId, alter: (file: DraftFile) => DraftFile): Promise<DraftFile> {
    return turns.take(id, async () => write(id, alter(await open(id))))
  }

  async function create(locale: Locale): Promise<Draft> {
    const id = DraftId.parse(randomUUID())
    const at = clock.now().toISOString()
    const draft: Draft = { id, content: emptyContent(locale), createdAt: at, updatedAt: at }
    return (await turns.take(id, () => write(id, { schemaVersion: SCHEMA_VERSION, draft }))).draft
  }

  async function save(id: DraftId, content: DraftContent): Promise<Draft> {
    const saved = await change(id, (file) => {
      if (file.draft.receipt) throw new AppError('draft-already-sent', 'What was sent is not changed any more')
      return { ...file, draft: { ...file.draft, content, updatedAt: clock.now().toISOString() } }
    })
    return saved.draft
  }

  function discard(id: DraftId): Promise<void> {
    return turns.take(id, async () => {
      const file = await open(id)
      await removeDurably(fileSystem, drafts.pathOf(id))
      discarded.set(id, file)
    })
  }

  function restore(id: DraftId): Promise<DraftFile> {
    return turns.take(id, async () => {
      const file = discarded.get(id)
      if (!file) throw new AppError('draft-not-found', 'Nothing of that id was discarded')
      const written = await write(id, file)
      discarded.delete(id)
      return written
    })
  }

  async function readForList(id: DraftId): Promise<DraftFile | UnreadableDraft | undefined> {
    return turns.take(id, async () => {
      try {
        return await open(id)
      } catch (thrown) {
        const { code } = AppError.from(thrown)
        if (code === 'draft-from-newer-version') return { fileName: `${id}.json`, code }
        if (code === 'draft-not-found') return undefined
        if (code !== 'draft-unreadable') throw thrown
        await drafts.setAside(id)
        report?.('draft-set-aside', 1)
        return undefined
      }
    })
  }

  async function list(): ReturnType<DraftStore['list']> {
    const read = await Promise.all((await drafts.ids()).map(readForList))
    const files = read.filter((one) => one !== undefined && 'draft' in one)
    const newer = read.filter((one) => one !== undefined && 'fileName' in one)
    const aside = (await drafts.namesSetAside()).map((fileName) => ({ fileName, code: 'draft-unreadable' as const }))
    return { files: files.toSorted((a, b) => b.draft.updatedAt.localeCompare(a.draft.updatedAt)), unreadable: [...newer, ...aside] }
  }

  return { create, open, save, change, discard, restore, list, settle: turns.settle }
}
