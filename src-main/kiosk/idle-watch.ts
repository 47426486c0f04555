import type { Timers } from '../platform/timers'

/** How long a visit may rest before it is asked about, and before it is erased. */
export interface IdlePatience {
  /** Nobody has touched anything for so long: the question comes. */
  readonly askAfterMs: number
  /** A visit that goes on and on is asked about too, as often as it takes: somebody may be standing on a key. */
  readonly askAtLeastEveryMs: number
  /** What is left to answer. WCAG 2.2.1 wants twenty seconds at least. */
  readonly answerMs: number
}

export const IDLE_PATIENCE: IdlePatience = { askAfterMs: 90_000, askAtLeastEveryMs: 15 * 60_000, answerMs: 30_000 }

interface IdleWatchOptions {
  readonly timers: Timers
  readonly patience?: IdlePatience
  /** The question is to be shown, with the seconds that are left. */
  readonly ask: (secondsLeft: number) => void
  /** Somebody has answered. */
  readonly answered: () => void
  /** Nobody has. */
  readonly over: () => void
}

/** Watches one visit. It begins with the first touch: a kiosk that nobody has touched has nothing to erase. */
export interface IdleWatch {
  /** A key or a touch. While the question stands it is no answer: that is given by `stay`. */
  readonly touched: () => void
  readonly stay: () => void
  readonly stop: () => void
}

export function createIdleWatch({ timers, patience = IDLE_PATIENCE, ask, answered, over }: IdleWatchOptions): IdleWatch {
  let is: 'untouched' | 'watching' | 'asking' | 'stopped' = 'untouched'
  let callOffRest = (): void => undefined
  let callOffLongest = (): void => undefined

  function rest(): void {
    callOffRest()
    callOffRest = timers.after(patience.askAfterMs, question)
  }

  function watch(): void {
    is = 'watching'
    callOffLongest()
    callOffLongest = timers.after(patience.askAtLeastEveryMs, question)
    rest()
  }

  function question(): void {
    is = 'asking'
    callOffRest()
    callOffLongest()
    callOffRest = timers.after(patience.answerMs, () => {
      is = 'stopped'
      over()
    })
    ask(Math.round(patience.answerMs / 1000))
  }

  return {
    touched() {
      if (is === 'untouched') watch()
      else if (is === 'watching') rest()
    },
    stay() {
      if (is !== 'asking') return
      watch()
      answered()
    },
    stop() {
      is = 'stopped'
      callOffRest()
      callOffLongest()
    },
  }
}
