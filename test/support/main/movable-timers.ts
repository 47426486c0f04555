import type { Timers } from '@main/platform/timers'

export interface MovableTimers extends Timers {
  /** Lets time pass, and everything that is due in it happen, in order. */
  readonly pass: (milliseconds: number) => Promise<void>
  /** How many are waiting. */
  readonly waiting: () => number
}

/** A clock that only a test moves. */
export function createMovableTimers(): MovableTimers {
  let here = 0
  const planned = new Map<symbol, { readonly at: number; readonly run: () => void }>()
  return {
    monotonicMs: () => here,
    waiting: () => planned.size,
    after(milliseconds, run) {
      const key = Symbol('timer')
      planned.set(key, { at: here + milliseconds, run })
      return () => planned.delete(key)
    },
    async pass(milliseconds) {
      const end = here + milliseconds
      await quiet()
      for (;;) {
        const [next] = [...planned].filter(([, { at }]) => at <= end).toSorted(([, a], [, b]) => a.at - b.at)
        if (!next) break
        const [key, { at, run }] = next
        planned.delete(key)
        here = Math.max(here, at)
        run()
        await quiet()
      }
      here = end
    },
  }
}

/** Long enough for everything that waits for nothing but its turn. */
export async function quiet(turns = 40): Promise<void> {
  for (let i = 0; i < turns; i += 1) await new Promise((resolve) => setImmediate(resolve))
}
