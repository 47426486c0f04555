import { AppError } from '@shared/errors/app-error'
import type { Outcome } from '@shared/ipc/queue'
import type { DraftId } from '@shared/registration/draft'
import type { Clock } from '../platform/clock'
import type { Randomness } from '../platform/randomness'
import type { DiscardedFile } from './discarded-content'
import type { DiscardedFolder } from './discarded-folder'
import type { DraftShelf } from './draft-shelf'
import type { IndexEntry } from './index-entry'
import type { IndexFile } from './index-file'
import { MOST_NAMED } from './outcomes'
import type { Turns } from './one-after-another'

/** What was discarded in this run, by question: each can be brought back as a whole. */
export interface DiscardPile {
  readonly discard: (ids: readonly DraftId[], shelf: DraftShelf | undefined) => Promise<Outcome & { readonly discardId: string }>
  /** Throws `draft-not-found` for what was not discarded in this run, or is back already. */
  readonly restore: (discardId: string, shelf: DraftShelf) => Promise<Outcome>
  /** Whether it was discarded in this run, and may be brought back. */
  readonly has: (id: DraftId) => boolean
  /** What this run discarded, for good. */
  readonly eraseAll: () => Promise<void>
  /** Brings back what was refused, or cut off, halfway; erases what an earlier run discarded more than a day ago. */
  readonly tidy: () => Promise<void>
}

interface DiscardPileOptions {
  readonly files: DiscardedFolder
  readonly indexFile: IndexFile
  readonly turns: Turns
  readonly clock: Clock
  readonly randomness: Pick<Randomness, 'uuid'>
  readonly forgetAccessKey: ((registrationId: string) => Promise<void>) | undefined
  readonly changed: (id: DraftId) => void
}

interface Discarded {
  readonly file: DiscardedFile
  readonly entry: IndexEntry
}

const DAY_MS = 86_400_000

export function createDiscardPile({ files, indexFile, turns, clock, randomness, forgetAccessKey, changed }: DiscardPileOptions): DiscardPile {
  const piles = new Map<string, readonly Discarded[]>()

  /** One such piece at a time: each holds the turns of many. */
  function withTurns<T>(ids: readonly DraftId[], work: () => Promise<T>): Promise<T> {
    return turns.take('discarding', () => holding(ids, work))
  }

  function holding<T>(ids: readonly DraftId[], work: () => Promise<T>): Promise<T> {
    return turns.hold(ids, async () => {
      const end = await indexFile.beginChange()
      try {
        return await work()
      } finally {
        end()
      }
    })
  }

  async function bringBackUnconfirmed(): Promise<void> {
    const halfway = await files.unconfirmed()
    if (halfway.length > 0) await holding(halfway.map(({ id }) => id), () => files.bringBack(halfway))
  }

  return {
    discard(asked, shelf) {
      const ids = [...new Set(asked)]
      return withTurns(ids, async () => {
        const refused = new Map<DraftId, unknown>()
        const entries = new Map<DraftId, IndexEntry>()
        for (const id of ids) {
          const entry = shelf?.index.get(id)
          if (entry && !entry.isUnderWay) entries.set(id, entry)
          else refused.set(id, entry ? new AppError('outcome-unknown', 'It may have arrived') : reasonOf(id, shelf))
        }
        const discardId = randomness.uuid()
        const { moved, failed } = entries.size > 0 ? await files.moveIn([...entries.keys()]) : { moved: [], failed: new Map<DraftId, unknown>() }
        for (const [id, reason] of failed) refused.set(id, reason)
        piles.set(discardId, moved.map((file) => ({ file, entry: entries.get(file.id)! })))
        for (const { id } of moved) {
          shelf?.index.remove(id)
          shelf?.forget(id)
          changed(id)
        }
        return { ...toOutcome(moved.length, refused, (id) => shelf?.index.get(id)), discardId }
      })
    },

    restore(discardId, shelf) {
      const pile = piles.get(discardId) ?? []
      return withTurns(pile.map(({ file }) => file.id), async () => {
        if (pile.length === 0 || piles.get(discardId) !== pile) throw new AppError('draft-not-found', 'Nothing was discarded by this question')
        const { moved, failed } = await files.moveBack(pile.map(({ file }) => file))
        const back = new Set(moved)
        for (const { file, entry } of pile) {
          if (!back.has(file)) continue
          shelf.index.put({ ...entry, facts: undefined })
          shelf.forget(file.id)
          changed(file.id)
        }
        const left = pile.filter(({ file }) => !back.has(file))
        if (left.length > 0) piles.set(discardId, left)
        else piles.delete(discardId)
        return toOutcome(moved.length, failed, (id) => pile.find(({ file }) => file.id === id)?.entry)
      })
    },

    has: (id) => [...piles.values()].some((pile) => pile.some(({ file }) => file.id === id)),

    async eraseAll() {
      const discarded = [...piles.values()].flat()
      piles.clear()
      // A keychain or a disk that refuses keeps nobody from closing; the files go at a later start.
      if (discarded.length > 0) await files.erase(discarded.map(({ file }) => file)).catch(() => undefined)
      for (const { entry } of discarded) {
        if (entry.keychainKeyOf !== undefined) await forgetAccessKey?.(entry.keychainKeyOf).catch(() => undefined)
      }
    },

    async tidy() {
      await turns.take('discarding', bringBackUnconfirmed)
      const mine = new Set([...piles.values()].flat().map(({ file }) => file.path))
      const old = await files.olderThan(new Date(clock.now().getTime() - DAY_MS))
      await files.erase(old.filter(({ path }) => !mine.has(path)))
    },
  }
}

function reasonOf(id: DraftId, shelf: DraftShelf | undefined): AppError {
  const isNewer = shelf?.leftAlone().some((one) => one.id === id && one.is === 'newer') ?? false
  return isNewer ? new AppError('draft-from-newer-version', 'A draft of a newer version') : new AppError('draft-not-found', 'No such draft')
}

function toOutcome(done: number, refused: ReadonlyMap<DraftId, unknown>, entryOf: (id: DraftId) => IndexEntry | undefined): Outcome {
  const named = [...refused].slice(0, MOST_NAMED).map(([draftId, reason]) => {
    const row = entryOf(draftId)?.row
    return { draftId, name: row?.personName || row?.structureName || row?.connectionEmail || '', failure: AppError.from(reason).toFailure() }
  })
  return { done, refused: named, refusedInAll: refused.size }
}
