/** Tells news one at a time: whatever happens while one is being told is one more, not many. What is the same is no news. */
export interface Teller {
  readonly wanted: () => void
  readonly stop: () => void
}

export function createTeller<T>(read: () => Promise<T>, tell: (news: T) => void): Teller {
  let isTelling = false
  let isWanted = false
  let isStopped = false
  let lastTold = ''

  async function tellOne(): Promise<void> {
    const news = await read()
    const text = JSON.stringify(news)
    if (isStopped || text === lastTold) return
    lastTold = text
    tell(news)
  }

  async function tellAll(): Promise<void> {
    if (isTelling) return
    isTelling = true
    while (isWanted && !isStopped) {
      isWanted = false
      await tellOne().catch(() => undefined)
    }
    isTelling = false
  }

  return {
    wanted() {
      isWanted = true
      void tellAll()
    },
    stop() {
      isStopped = true
    },
  }
}
