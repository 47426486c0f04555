import type { Clock } from '../storage/clock'
import { secondsUntil, SourceUnavailable } from './source'

export interface Breaker {
  /** Does the work, unless the source rests: then it throws SourceUnavailable (`resting`) at once. */
  run<T>(work: () => Promise<T>): Promise<T>
  /** Whether the source is being asked. */
  isClosed(): boolean
}

interface BreakerOptions {
  readonly clock: Clock
  /** After so many faults in a row nothing is asked. */
  readonly faults?: number
  /** The first rest; each that follows a failed probe is twice as long, up to the longest. */
  readonly restMs?: number
  readonly longestRestMs?: number
}

/**
 * Spares a source that fails, and those who would wait for it. After its rest one question goes through as a probe; meanwhile the
 * others are refused. What one instance sees need not be what another sees: each has its own.
 */
export function createBreaker({ clock, faults = 5, restMs = 30_000, longestRestMs = 300_000 }: BreakerOptions): Breaker {
  let inARow = 0
  let nextRestMs = restMs
  let restsUntil: Date | undefined
  let isProbing = false

  function rest(now: Date): void {
    restsUntil = new Date(now.getTime() + nextRestMs)
    nextRestMs = Math.min(longestRestMs, nextRestMs * 2)
  }

  function recover(): void {
    inARow = 0
    nextRestMs = restMs
    restsUntil = undefined
  }

  function refuseWhileResting(now: Date): void {
    if (!restsUntil || (now >= restsUntil && !isProbing)) return
    throw new SourceUnavailable('resting', 'nothing was asked', { retryAfterSeconds: secondsUntil(restsUntil, now) })
  }

  return {
    async run(work) {
      refuseWhileResting(clock.now())
      const isProbe = restsUntil !== undefined
      isProbing ||= isProbe
      try {
        const result = await work()
        recover()
        return result
      } catch (failure) {
        if (failure instanceof SourceUnavailable && failure.isFault) {
          inARow += 1
          // Questions that were under way when it began to rest say nothing new.
          if (isProbe || (restsUntil === undefined && inARow >= faults)) rest(clock.now())
        }
        throw failure
      } finally {
        if (isProbe) isProbing = false
      }
    },

    isClosed: () => restsUntil === undefined,
  }
}
