import { AppError } from '@shared/errors/app-error'
import type { MadeDrafts, TakenBack } from '@shared/ipc/spreadsheet'
import type { DraftContent, DraftId } from '@shared/registration/draft'
import type { Drafts } from '../drafts/drafts'
import type { Randomness } from '../platform/randomness'

interface DraftBatchOptions {
  readonly drafts: Pick<Drafts, 'create' | 'discard' | 'indexed'>
  readonly randomness: Pick<Randomness, 'uuid'>
}

/** Gives what the drafts are to hold, a part after the other. */
export type ContentSource = (from: number) => Promise<{ readonly contents: readonly DraftContent[]; readonly next?: number }>

export interface DraftBatches {
  /** Makes all of them or none. `undefined`: it was stopped. */
  readonly make: (source: ContentSource, advanced: (done: number) => void, isStopped: () => boolean) => Promise<MadeDrafts | undefined>
  /** Those that nobody has touched since. */
  readonly takeBack: (batchId: string) => Promise<TakenBack>
}

/** Each waits for the disk on its own; a few at once fill the time. */
const AT_ONCE = 16
const MOST_NAMED = 100

/** Drafts that are made together and can be taken back together, as long as Parvis runs. */
export function createDraftBatches({ drafts, randomness }: DraftBatchOptions): DraftBatches {
  /** Of each batch its drafts, with when they were made. */
  const batches = new Map<string, ReadonlyMap<DraftId, string>>()

  async function createAll(source: ContentSource, made: Map<DraftId, string>, advanced: (done: number) => void, isStopped: () => boolean): Promise<boolean> {
    let from: number | undefined = 0
    while (from !== undefined) {
      const { contents, next }: Awaited<ReturnType<ContentSource>> = await source(from)
      for (let at = 0; at < contents.length; at += AT_ONCE) {
        if (isStopped()) return false
        // All are waited for, so that none is made after the others were taken back.
        const outcomes = await Promise.allSettled(contents.slice(at, at + AT_ONCE).map((content) => drafts.create(content)))
        for (const outcome of outcomes) if (outcome.status === 'fulfilled') made.set(outcome.value.id, outcome.value.updatedAt)
        const failed = outcomes.find(({ status }) => status === 'rejected')
        if (failed?.status === 'rejected') throw AppError.from(failed.reason)
        advanced(made.size)
      }
      from = next
    }
    return !isStopped()
  }

  return {
    async make(source, advanced, isStopped) {
      const made = new Map<DraftId, string>()
      let isWhole = false
      try {
        isWhole = await createAll(source, made, advanced, isStopped)
      } finally {
        // What fails here is said by the list: the drafts are in it.
        if (!isWhole && made.size > 0) await drafts.discard([...made.keys()]).catch(() => undefined)
      }
      if (!isWhole) return undefined
      const batchId = randomness.uuid()
      batches.set(batchId, made)
      return { batchId, made: made.size }
    },

    async takeBack(batchId) {
      const made = batches.get(batchId) ?? new Map<DraftId, string>()
      const there = (await drafts.indexed()).map(({ row }) => row).filter(({ draftId }) => made.has(draftId))
      const isUntouched = ({ draftId, state, updatedAt }: (typeof there)[number]): boolean => (state === 'draft' || state === 'ready') && made.get(draftId) === updatedAt
      const untouched = there.filter(isUntouched)
      const { done, refused } = untouched.length > 0 ? await drafts.discard(untouched.map(({ draftId }) => draftId)) : { done: 0, refused: [] }
      const refusedIds = new Set(refused.map(({ draftId }) => draftId))
      const kept = there.filter((row) => !isUntouched(row) || refusedIds.has(row.draftId))
      batches.delete(batchId)
      return {
        takenBack: done,
        kept: kept.slice(0, MOST_NAMED).map(({ draftId, personName, connectionEmail }) => ({ draftId, name: personName || connectionEmail })),
        keptInAll: there.length - done,
      }
    },
  }
}
