import type { Clock } from '@service/storage/clock'

export interface MovableClock extends Clock {
  forward(ms: number): void
}

/** A clock that runs like the real one and can be pushed forward. */
export function createMovableClock(): MovableClock {
  let offsetMs = 0
  return {
    now: () => new Date(Date.now() + offsetMs),
    forward(ms) {
      offsetMs += ms
    },
  }
}
