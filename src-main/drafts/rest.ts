/** Work that waits until nothing has been asked for a while. */
export interface Rest {
  /** Puts off what was to be done; the newest work is the one that is done. */
  readonly after: (work: () => Promise<void>) => void
  readonly stop: () => void
}

export function createRest(milliseconds: number): Rest {
  let timer: NodeJS.Timeout | undefined
  return {
    after(work) {
      clearTimeout(timer)
      timer = setTimeout(() => {
        // It is done again after the next change; nobody waits for it.
        work().catch(() => undefined)
      }, milliseconds)
      timer.unref()
    },
    stop() {
      clearTimeout(timer)
    },
  }
}
