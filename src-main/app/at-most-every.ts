/** Does it at once, then at most once in the given time, and never leaves the last time out. */
export function atMostEvery(milliseconds: number, work: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  let isWanted = false

  function start(): void {
    isWanted = false
    work()
    timer = setTimeout(() => {
      timer = undefined
      if (isWanted) start()
    }, milliseconds)
    timer.unref()
  }

  return () => {
    if (timer) isWanted = true
    else start()
  }
}
