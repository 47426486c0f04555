import { setImmediate as letOthersRun, setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { directoryQuotas } from '../storage/directory-tables'
import { secondsUntil, SourceUnavailable } from './source'

/** How often a source may be asked, by all instances together. */
export interface QuotaTerms {
  readonly name: string
  readonly perWindow: number
  readonly windowMs: number
  /** Added to each window: what leaves here in one may arrive there in another. */
  readonly slackMs: number
}

/** How somebody who asks stands in the queue. */
export interface Patience {
  /** The longest that they wait. */
  readonly waitMs: number
  /** Whether a turn that has not come yet may be booked: it is theirs then, in the order of asking. */
  readonly books: boolean
  /** How much of the quota may be used up before they get nothing more: the rest is for others. */
  readonly share: number
}

/** Somebody looks at a form meanwhile. */
export const VISITOR: Patience = { waitMs: 3_000, books: true, share: 1 }
/** Many numbers one after the other; visitors must still get their turn. */
export const BULK: Patience = { waitMs: 10 * 60_000, books: false, share: 2 / 3 }

export interface Quota {
  readonly windowMs: number
  /** Returns when it is our turn. Throws SourceUnavailable (`busy`), with the seconds to wait, when that would take too long. */
  take(): Promise<void>
  /** Nobody asks for so long: the source said so. */
  pause(seconds: number): Promise<void>
  isPaused(): Promise<boolean>
}

interface QuotaOptions {
  readonly db: Db
  readonly clock: Clock
  readonly terms: QuotaTerms
  readonly patience: Patience
  readonly wait?: (ms: number) => Promise<unknown>
}

/**
 * Kept in the database as the times of the last turns: in no window of that length are there more than the quota, however many
 * instances ask. The clocks of the instances have to agree to the second.
 */
export function createQuota({ db, clock, terms: { name, perWindow, windowMs, slackMs }, patience, wait = sleep }: QuotaOptions): Quota {
  const limit = Math.max(1, Math.floor(perWindow * patience.share))
  let lastBooking: Promise<unknown> = Promise.resolve()

  /** Whoever has a turn gets to ask before the next one is booked: asked late, it would count in another window. */
  function oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const mine = lastBooking.then(work)
    lastBooking = mine.then(() => letOthersRun(), () => letOthersRun())
    return mine
  }

  /** When the next turn is; it is taken if it comes within `horizonMs`. */
  async function book(horizonMs: number): Promise<{ readonly at: Date; readonly isOurs: boolean }> {
    await db.insert(directoryQuotas).values({ name, turns: [], pausedUntil: null }).onConflictDoNothing()
    return db.transaction(async (tx) => {
      const [row] = await tx.select().from(directoryQuotas).where(eq(directoryQuotas.name, name)).for('update')
      const now = clock.now().getTime()
      const turns = row?.turns ?? []
      const before = turns.at(-limit)
      const at = Math.max(now, row?.pausedUntil?.getTime() ?? 0, before === undefined ? 0 : before + windowMs + slackMs)
      const isOurs = at - now <= horizonMs
      if (isOurs) await tx.update(directoryQuotas).set({ turns: [...turns, at].slice(-perWindow) }).where(eq(directoryQuotas.name, name))
      return { at: new Date(at), isOurs }
    })
  }

  async function pausedUntil(): Promise<Date | undefined> {
    const [row] = await db.select({ at: directoryQuotas.pausedUntil }).from(directoryQuotas).where(eq(directoryQuotas.name, name))
    return row?.at && row.at > clock.now() ? row.at : undefined
  }

  function busy(until: Date): SourceUnavailable {
    return new SourceUnavailable('busy', 'the quota is used up', { retryAfterSeconds: secondsUntil(until, clock.now()) })
  }

  return {
    windowMs,

    async take() {
      const givesUpAt = clock.now().getTime() + patience.waitMs
      for (;;) {
        const { at, isOurs } = await oneByOne(() => {
          const leftMs = givesUpAt - clock.now().getTime()
          if (leftMs < 0) throw busy(new Date(givesUpAt))
          return book(patience.books ? leftMs : 0)
        })
        const waitMs = at.getTime() - clock.now().getTime()
        if (!isOurs && at.getTime() > givesUpAt) throw busy(at)
        if (waitMs > 0) await wait(waitMs)
        if (!isOurs) continue
        // The source may have had enough while we waited.
        const paused = waitMs > 0 ? await pausedUntil() : undefined
        if (paused) throw busy(paused)
        return
      }
    },

    async pause(seconds) {
      const until = new Date(clock.now().getTime() + seconds * 1000)
      await db.insert(directoryQuotas).values({ name, turns: [], pausedUntil: until }).onConflictDoUpdate({ target: directoryQuotas.name, set: { pausedUntil: until } })
    },

    isPaused: async () => (await pausedUntil()) !== undefined,
  }
}
