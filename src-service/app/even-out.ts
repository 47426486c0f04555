import { setTimeout as wait } from 'node:timers/promises'

export type EvenOut = <T>(work: Promise<T>) => Promise<T>

/** Lets work take at least so long, whether it succeeds or fails: its length tells nobody what was found. */
export function createEvenOut(floorMs: number): EvenOut {
  return async (work) => {
    const [outcome] = await Promise.allSettled([work, wait(floorMs)])
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }
}
