/** Why a visit was erased. */
export type EndOfVisit = 'finished' | 'idle' | 'crashed' | 'suspended' | 'tampered'

/** One person at the kiosk: a window, a session and rooms that nobody had before and nobody has after. */
export interface Visit {
  /** Takes the window away at once; resolves when nothing of the visit is left. */
  readonly erase: () => Promise<void>
}

interface VisitsOptions {
  /** Opens the next one. Numbers are never used again while Parvis runs. */
  readonly open: (number: number) => Visit
  readonly report: (end: EndOfVisit) => void
}

export interface Visits {
  readonly start: () => void
  /** Ends the visit of this number and opens the next. Whoever speaks for one that is over already is not heard. */
  readonly end: (number: number, why: EndOfVisit) => void
  /** The same, whichever it is. */
  readonly endCurrent: (why: EndOfVisit) => void
  /** Erases without opening another; resolves when all that ever ended is erased. */
  readonly close: () => Promise<void>
}

export function createVisits({ open, report }: VisitsOptions): Visits {
  let number = 0
  let current: Visit | undefined
  let erasing: Promise<unknown> = Promise.resolve()

  function erase(visit: Visit): void {
    const erased = visit.erase().catch(() => undefined)
    erasing = Promise.all([erasing, erased])
  }

  function next(): void {
    number += 1
    current = open(number)
  }

  function end(ofNumber: number, why: EndOfVisit): void {
    if (ofNumber !== number || !current) return
    const over = current
    current = undefined
    report(why)
    erase(over)
    next()
  }

  return {
    start: next,
    end,
    endCurrent: (why) => { end(number, why) },
    async close() {
      if (current) erase(current)
      current = undefined
      await erasing
    },
  }
}
