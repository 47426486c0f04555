/** Runs the work of one key in the order in which it was asked for. A piece that failed never stops the next. */
export interface Turns {
  readonly take: <T>(key: string, work: () => Promise<T>) => Promise<T>
  /** Waits for the turn of every key, and does the work while none of them goes on. Only one such piece may wait at a time. */
  readonly hold: <T>(keys: readonly string[], work: () => Promise<T>) => Promise<T>
  /** Resolves when nothing that was asked for so far is still running. */
  readonly settle: () => Promise<void>
}

export function createTurns(): Turns {
  const tails = new Map<string, Promise<unknown>>()

  function take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (tails.get(key) ?? Promise.resolve()).then(work)
    const tail = turn.catch(() => undefined).then(() => {
      if (tails.get(key) === tail) tails.delete(key)
    })
    tails.set(key, tail)
    return turn
  }

  return {
    take,
    async hold(keys, work) {
      let letGo = (): void => undefined
      const held = new Promise<void>((resolve) => {
        letGo = resolve
      })
      await Promise.all(keys.map((key) => new Promise<void>((started) => {
        void take(key, () => {
          started()
          return held
        })
      })))
      try {
        return await work()
      } finally {
        letGo()
      }
    },
    async settle() {
      await Promise.all(tails.values())
    },
  }
}
