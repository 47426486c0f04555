/** Runs the work of one key in the order in which it was asked for. A piece that failed never stops the next. */
export interface Turns {
  readonly take: <T>(key: string, work: () => Promise<T>) => Promise<T>
  /** Resolves when nothing that was asked for so far is still running. */
  readonly settle: () => Promise<void>
}

export function createTurns(): Turns {
  const tails = new Map<string, Promise<unknown>>()
  return {
    take(key, work) {
      const turn = (tails.get(key) ?? Promise.resolve()).then(work)
      const tail = turn.catch(() => undefined).then(() => {
        if (tails.get(key) === tail) tails.delete(key)
      })
      tails.set(key, tail)
      return turn
    },
    async settle() {
      await Promise.all(tails.values())
    },
  }
}
