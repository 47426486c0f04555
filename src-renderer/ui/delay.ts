/** Something that is done some time after it was last asked for. */
export interface Delay {
  /** Puts it off until so many milliseconds from now. */
  readonly start: (milliseconds: number) => void
  readonly stop: () => void
}

/**
 * For what every key puts off again. The timer runs on and is set anew when it goes off too soon: to take one back at each
 * key costs as much as drawing a row.
 */
export function createDelay(work: () => void): Delay {
  let dueMs: number | undefined
  let isRunning = false

  function run(milliseconds: number): void {
    isRunning = true
    setTimeout(wake, milliseconds)
  }

  function wake(): void {
    isRunning = false
    if (dueMs === undefined) return
    const leftMs = dueMs - performance.now()
    if (leftMs > 0) return run(leftMs)
    dueMs = undefined
    work()
  }

  return {
    start(milliseconds) {
      dueMs = performance.now() + milliseconds
      if (!isRunning) run(milliseconds)
    },
    stop() {
      dueMs = undefined
    },
  }
}
