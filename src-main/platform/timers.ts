/** Time that only runs forward, as a port. Whoever sets the clock of the machine moves none of it. */
export interface Timers {
  /** Milliseconds of this run. They may stand still while the computer sleeps. */
  readonly monotonicMs: () => number
  /** Runs it once, never sooner. Returns how to call it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void
}

/** What `setTimeout` can count to; anything longer would fire at once. */
const LONGEST_MS = 2 ** 31 - 1

export const systemTimers: Timers = {
  monotonicMs: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, Math.min(LONGEST_MS, milliseconds))
    return () => {
      clearTimeout(timer)
    }
  },
}
