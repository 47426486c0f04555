import { remainingMs } from '@shared/activation/remaining-time'
import { onScopeDispose, readonly, shallowRef, watch, type ShallowRef } from 'vue'

/** How many seconds were left, and when that was said, on the clock of `performance.now()`. */
export interface TimeGiven {
  readonly secondsLeft: number
  readonly receivedAtMs: number
}

export interface Countdown {
  readonly leftMs: Readonly<ShallowRef<number>>
  /** 30, 15, 5 or 1 when that many minutes were just reached, to be said once; a count of every second would only disturb. */
  readonly minutesReached: Readonly<ShallowRef<number | undefined>>
}

const SAID_AT_MINUTES = [30, 15, 5, 1] as const

/** Counts the given time down to zero, a second at a time, and calls `whenOver` once when it gets there. */
export function useCountdown(given: () => TimeGiven | undefined, whenOver: () => void = () => undefined): Countdown {
  const leftMs = shallowRef<number>(0)
  const minutesReached = shallowRef<number>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function count(from: TimeGiven): void {
    const before = leftMs.value
    leftMs.value = remainingMs(from.secondsLeft, from.receivedAtMs, performance.now())
    const reached = SAID_AT_MINUTES.find((minutes) => before > minutes * 60_000 && leftMs.value <= minutes * 60_000 && leftMs.value > (minutes - 1) * 60_000)
    if (reached !== undefined) minutesReached.value = reached
    if (leftMs.value > 0) timer = setTimeout(() => count(from), leftMs.value % 1000 || 1000)
    else if (before > 0) whenOver()
  }

  watch(
    given,
    (next) => {
      clearTimeout(timer)
      if (!next) {
        leftMs.value = 0
        return
      }
      // A fresh answer of the service is no passing of time: only counting says minutes.
      leftMs.value = Math.max(1, remainingMs(next.secondsLeft, next.receivedAtMs, performance.now()))
      count(next)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))

  return { leftMs: readonly(leftMs), minutesReached: readonly(minutesReached) }
}
