/**
 * Lets work under one key happen one after the other, in the order in which it was asked for. Fifty who present one link
 * together cost one hash: the others find it used.
 */
export function createTurns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const mine = Promise.allSettled([last.get(key)]).then(work)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
