import type { DraftId } from '@shared/registration/draft'
import type { Randomness } from '../platform/randomness'
import type { Timers } from '../platform/timers'

/** How long each registration rests before it is sent again. */
export interface Rests {
  /** Full jitter over a span that doubles with every attempt; never shorter than what the service asked for. */
  readonly plan: (id: DraftId, attempts: number, retryAfterSeconds?: number) => { readonly at: string }
  /** `nextAttemptAt` is what the file says, for one that this run has not planned itself. */
  readonly leftMs: (id: DraftId, nextAttemptAt: string | undefined) => number
  /** What only rests to spread the load goes now; what the service asked to wait waits. */
  readonly cutShort: () => void
  readonly forget: (id: DraftId) => void
  /** Whether the service asked this one to wait, and the time is not over. */
  readonly isAskedToWait: (id: DraftId) => boolean
  /** When its rest is over, for display. */
  readonly endOf: (id: DraftId) => string
}

export const LONGEST_REST_MS = 15 * 60_000
const FIRST_REST_MS = 1000
/** Beyond this the span is the longest, whatever the number. */
const MOST_DOUBLINGS = 20

interface RestRooms {
  readonly timers: Pick<Timers, 'monotonicMs'>
  readonly randomness: Pick<Randomness, 'fraction'>
  /** For display, and for what a run before this one has planned. */
  readonly now: () => Date
}

export function createRests({ timers, randomness, now }: RestRooms): Rests {
  const planned = new Map<DraftId, { until: number; readonly firmUntil: number }>()

  return {
    plan(id, attempts, retryAfterSeconds = 0) {
      const span = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(attempts, MOST_DOUBLINGS))
      const firmMs = retryAfterSeconds * 1000
      const restMs = firmMs + Math.round(randomness.fraction() * span)
      const start = timers.monotonicMs()
      planned.set(id, { until: start + restMs, firmUntil: start + firmMs })
      return { at: new Date(now().getTime() + restMs).toISOString() }
    },

    leftMs(id, nextAttemptAt) {
      const here = timers.monotonicMs()
      let rest = planned.get(id)
      if (!rest) {
        // Another run's clock said this, and it may have been wrong: bounded on both sides.
        const saidMs = nextAttemptAt === undefined ? 0 : Date.parse(nextAttemptAt) - now().getTime()
        const until = here + Math.min(LONGEST_REST_MS, Math.max(0, saidMs))
        rest = { until, firmUntil: until }
        planned.set(id, rest)
      }
      return Math.max(0, rest.until - here)
    },

    cutShort() {
      for (const rest of planned.values()) rest.until = rest.firmUntil
    },

    forget(id) {
      planned.delete(id)
    },

    isAskedToWait: (id) => (planned.get(id)?.firmUntil ?? 0) > timers.monotonicMs(),

    endOf: (id) => new Date(now().getTime() + Math.max(0, (planned.get(id)?.until ?? 0) - timers.monotonicMs())).toISOString(),
  }
}
