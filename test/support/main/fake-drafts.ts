import { randomUUID } from 'node:crypto'
import { SCHEMA_VERSION, type DraftFile } from '@main/drafts/draft-file'
import type { Drafts, IndexedRegistration } from '@main/drafts/drafts'
import { oldestOf } from '@main/drafts/first-page'
import { toRow } from '@main/drafts/registration-rows'
import { searchTextOf } from '@main/drafts/search-text'
import { AppError } from '@shared/errors/app-error'
import { DraftId, type Draft, type DraftContent } from '@shared/registration/draft'

/** The store's interface over a map: as much of it as its neighbours ask. */
export interface FakeDrafts extends Drafts {
  readonly files: Map<DraftId, DraftFile>
  readonly put: (content: DraftContent, change?: Partial<Draft>, keptSince?: string) => DraftId
  readonly discarded: DraftId[]
}

export function createFakeDrafts(now: () => Date = () => new Date()): FakeDrafts {
  const files = new Map<DraftId, DraftFile>()
  const listeners = new Set<(id: DraftId) => void>()
  const discarded: DraftId[] = []

  function changed(id: DraftId): void {
    for (const listener of listeners) listener(id)
  }

  function put(content: DraftContent, change: Partial<Draft> = {}, keptSince?: string): DraftId {
    const id = change.id ?? DraftId.parse(randomUUID())
    const at = now().toISOString()
    files.set(id, { schemaVersion: SCHEMA_VERSION, draft: { content, createdAt: at, updatedAt: at, ...change, id }, ...(keptSince && { keptSince }) })
    changed(id)
    return id
  }

  function fileOf(id: DraftId): DraftFile {
    const file = files.get(id)
    if (!file) throw new AppError('draft-not-found', 'No such draft')
    return file
  }

  const indexed = async (): Promise<readonly IndexedRegistration[]> =>
    [...files.values()].map(({ draft, keptSince = '' }) => ({ row: toRow(draft), queuedAt: undefined, nextAttemptAt: undefined, keptSince: keptSince > draft.updatedAt ? keptSince : draft.updatedAt }))

  return {
    files,
    put,
    discarded,
    indexed,
    oldestByState: async () => oldestOf(await indexed()),
    create: async (content, as) => fileOf(put(content, as)).draft,
    open: async (id) => fileOf(id),
    save: async (id, content) => {
      files.set(id, { ...fileOf(id), draft: { ...fileOf(id).draft, content } })
      return fileOf(id).draft
    },
    async change(id, change) {
      files.set(id, change(fileOf(id)))
      changed(id)
      return fileOf(id)
    },
    async discard(ids) {
      for (const id of ids) {
        files.delete(id)
        discarded.push(id)
        changed(id)
      }
      return { done: ids.length, refused: [], refusedInAll: 0, discardId: randomUUID() }
    },
    restore: async () => ({ done: 0, refused: [], refusedInAll: 0 }),
    idsOf: async (selection) => ('draftIds' in selection ? selection.draftIds : [...files.keys()].filter((id) => !selection.except.includes(id))),
    list: async () => {
      const rows = (await indexed()).map(({ row }) => row)
      return { rows, found: rows.length, counts: { open: 0, queued: 0, attention: 0, moving: 0, mail: 0, done: 0, stopped: 0 }, all: rows.length, ready: 0, unreadable: [], recovered: [] }
    },
    textsOf: async (ids) => ids.map((id) => searchTextOf(fileOf(id).draft)),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settle: async () => undefined,
    close: async () => undefined,
  }
}
