/**
 * How long a link is still good, in milliseconds, never below zero.
 * The service says how many seconds were left; what passed since is read from a clock that only runs forward
 * (`performance.now()`), so that a computer whose date is ten years off counts down correctly.
 */
export function remainingMs(secondsLeft: number, receivedAtMs: number, nowMs: number): number {
  return Math.max(0, secondsLeft * 1000 - Math.max(0, nowMs - receivedAtMs))
}
