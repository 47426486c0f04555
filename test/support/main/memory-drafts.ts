import { randomUUID } from 'node:crypto'
import { createTurns } from '@main/drafts/one-after-another'
import { SCHEMA_VERSION, parseDraftFile, writeDraftFile, type DraftFile } from '@main/drafts/draft-file'
import type { Drafts, IndexedRegistration } from '@main/drafts/drafts'
import { oldestOf } from '@main/drafts/first-page'
import { toRow } from '@main/drafts/registration-rows'
import { AppError } from '@shared/errors/app-error'
import { withContent } from '@shared/registration/answered-problems'
import { DraftId, type DraftContent } from '@shared/registration/draft'
import { ROW_FILTERS } from '@shared/registration/row-filters'

/** What the disk holds: the text of each file, so that nothing survives that was not written. */
export type Disk = Map<DraftId, string>

export interface MemoryDrafts extends Drafts {
  readonly disk: Disk
  /** Every file that was written, in the order in which it was. */
  readonly written: readonly DraftFile[]
  /** From now on nothing is written any more, and whoever waits waits for ever: as after kill -9. */
  readonly kill: () => void
  /** From now on the disk refuses with this code, until it is told `undefined`. */
  readonly refuse: (code: 'disk-full' | 'disk-refused' | undefined) => void
}

/** The drafts of a profile over a disk in memory. The same disk under another one is the next start of Parvis. */
export function createMemoryDrafts({ disk = new Map(), now = () => new Date(), remembersWrites = true }: { readonly disk?: Disk; readonly now?: () => Date; readonly remembersWrites?: boolean } = {}): MemoryDrafts {
  const turns = createTurns()
  const listeners = new Set<(id: DraftId) => void>()
  const written: DraftFile[] = []
  /** As a store has it: made at the start from what the disk holds, and kept up with every write. */
  const index = new Map([...disk].map(([id, text]) => [id, entryOf(parseDraftFile(text))]))
  let isOpen = false
  let isDead = false
  let refusal: 'disk-full' | 'disk-refused' | undefined

  /** The disk takes its time. */
  async function reach(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    if (isDead) await new Promise(() => undefined)
  }

  async function open(id: DraftId): Promise<DraftFile> {
    await reach()
    const text = disk.get(id)
    if (text === undefined) throw new AppError('draft-not-found', 'No such draft')
    return parseDraftFile(text)
  }

  async function write(file: DraftFile): Promise<DraftFile> {
    await reach()
    if (refusal) throw new AppError(refusal, 'The disk refuses')
    const stored = parseDraftFile(writeDraftFile(file))
    disk.set(stored.draft.id, writeDraftFile(stored))
    index.set(stored.draft.id, entryOf(stored))
    if (remembersWrites) written.push(stored)
    isOpen = true
    for (const listener of listeners) listener(stored.draft.id)
    return stored
  }

  const change: Drafts['change'] = (id, alter) => turns.take(id, async () => write(alter(await open(id))))

  const notHere = async (): Promise<never> => {
    throw new Error('Not part of this fake')
  }

  return {
    disk,
    written,
    change,
    open,
    kill() {
      isDead = true
    },
    refuse(code) {
      refusal = code
    },
    async create(content: DraftContent) {
      const at = now().toISOString()
      return (await write({ schemaVersion: SCHEMA_VERSION, draft: { id: DraftId.parse(randomUUID()), content, createdAt: at, updatedAt: at } })).draft
    },
    async save(id, content) {
      const saved = await change(id, (file) => {
        const { receipt, queue } = file.draft
        if (receipt) throw new AppError('draft-already-sent', 'What was sent is not changed any more')
        if (queue && (queue.state !== 'needs-attention' || queue.mayHaveArrived)) throw new AppError('draft-queued', 'It waits to be sent')
        return { ...file, draft: { ...withContent(file.draft, content), updatedAt: now().toISOString() } }
      })
      return saved.draft
    },
    async idsOf(selection) {
      await reach()
      if ('draftIds' in selection) return selection.draftIds
      const { filter } = selection.query
      const states: readonly string[] | undefined = filter === 'ready' ? ['ready'] : filter === 'all' || filter === 'ageing' ? undefined : ROW_FILTERS[filter]
      const rows = [...index.values()].map(({ row }) => row).toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
      return rows.filter(({ draftId, state }) => (!states || states.includes(state)) && !selection.except.includes(draftId)).map(({ draftId }) => draftId)
    },
    async oldestByState() {
      await reach()
      return isOpen ? undefined : oldestOf([...index.values()])
    },
    async indexed() {
      await reach()
      isOpen = true
      return [...index.values()]
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settle: turns.settle,
    close: turns.settle,
    list: notHere,
    textsOf: notHere,
    discard: notHere,
    restore: notHere,
  }
}

function entryOf({ draft }: DraftFile): IndexedRegistration {
  return { row: toRow(draft), queuedAt: draft.queue?.queuedAt, nextAttemptAt: draft.queue?.nextAttemptAt, keptSince: draft.updatedAt }
}
