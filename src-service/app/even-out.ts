import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

export type EvenOut = <T>(work: Promise<T>) => Promise<T>

/** Longer than the slowest of the answers that must not tell anything takes on an idle machine. */
const FLOOR_EMBEDDED_MS = 100
const FLOOR_SHARED_MS = 20

/** By the database: the embedded one works in this process, and takes several times as long as a server. */
export function answerFloorMs(isShared: boolean): number {
  return isShared ? FLOOR_SHARED_MS : FLOOR_EMBEDDED_MS
}

/** How much of the floor comes on top of it by chance, at most. */
const CHANCE = 0.2

/**
 * Lets work take at least so long, whether it succeeds or fails, and some more by chance: its length tells nobody what was found.
 * The floor hides the work; what is left of it, a tenth of a millisecond, is lost in what chance adds.
 */
export function createEvenOut(floorMs: number): EvenOut {
  return async (work) => {
    const [outcome] = await Promise.allSettled([work, wait(floorMs + randomInt(Math.ceil(floorMs * CHANCE) + 1))])
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }
}
