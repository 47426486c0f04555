import type { Clock } from '../storage/clock'

const EVERY_MS = 2_000
const MEGABYTE = 1_000_000

interface FileProgress {
  readonly rows: number
  readonly diskBytes: number
  readonly sizeBytes: number
}

/** Says from time to time how far a file is read: rows, megabytes of the file, rows a second, and the minutes that are left. */
export function createStockProgress(clock: Clock, say: (line: string) => void, name: string, begun: FileProgress): (now: FileProgress) => void {
  const begunAt = clock.now().getTime()
  let saidAt = begunAt
  return ({ rows, diskBytes, sizeBytes }) => {
    const now = clock.now().getTime()
    if (now - saidAt < EVERY_MS) return
    saidAt = now
    const seconds = (now - begunAt) / 1000
    const perSecond = Math.max(1, diskBytes - begun.diskBytes) / seconds
    const minutes = (sizeBytes - diskBytes) / perSecond / 60
    say(`${name}: ${count(rows)} rows, ${count(diskBytes / MEGABYTE)} of ${count(sizeBytes / MEGABYTE)} MB, ${count((rows - begun.rows) / seconds)} rows/s, ${minutes < 1 ? 'less than a minute' : `${count(minutes)} min`} left`)
  }
}

/** Says every two seconds that something is still going on that cannot tell how far it is. */
export async function sayMeanwhile<T>(clock: Clock, say: (line: string) => void, what: string, work: () => Promise<T>): Promise<T> {
  const begunAt = clock.now().getTime()
  const timer = setInterval(() => { say(`${what}: ${Math.round((clock.now().getTime() - begunAt) / 1000)} s`) }, EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/** A whole number with its thousands apart. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}
