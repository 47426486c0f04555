import type { CDPSession, Page } from '@playwright/test'

interface TraceEvent {
  readonly name: string
  readonly ts: number
  readonly pid: number
}

export interface Motion {
  /** Frames that reached the screen while something moved. */
  readonly frames: number
  /** The longest that one of them stood there. */
  readonly longestFrameMs: number
  /** The longest that the page itself worked for one of them (a long animation frame, as Chromium reports them from 50 ms on); 0 for none. */
  readonly longestWorkMs: number
}

/**
 * Traces the window while `move` is done and until its animations are over. What is counted is between the first and the
 * last frame in which something moved: a page at rest draws none, however long.
 */
export async function traceMotion(page: Page, session: CDPSession, move: () => Promise<void>): Promise<Motion> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: unknown[] }): void => { events.push(...(value as TraceEvent[])) }
  session.on('Tracing.dataCollected', collect)
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline.frame'] } })
  // To begin a trace is work of its own, which a sign that turns already would have to bear.
  await page.waitForTimeout(500)
  await page.evaluate(watchFrames)
  await move()
  await page.evaluate(untilAtRest)
  const complete = new Promise((resolve) => { session.once('Tracing.tracingComplete', resolve) })
  await session.send('Tracing.end')
  await complete
  session.off('Tracing.dataCollected', collect)

  const moments = events.filter(({ name }) => name === 'TimeStamp').map(({ ts }) => ts)
  const [from, to] = [Math.min(...moments), Math.max(...moments)]
  const drawn = events.filter(({ name, ts }) => name === 'DrawFrame' && ts >= from && ts <= to).map(({ ts }) => ts).sort((a, b) => a - b)
  const stood = drawn.slice(1).map((ts, index) => (ts - (drawn[index] ?? ts)) / 1000)
  const longestWorkMs = await page.evaluate(longestWhileMoving)
  return { frames: drawn.length, longestFrameMs: Math.max(0, ...stood), longestWorkMs }
}

interface Watched {
  longFrames: { readonly from: number; readonly ms: number }[]
  movingAt: number[]
}

/** Runs in the page: marks in the trace each frame in which something moves, and keeps the long ones. */
function watchFrames(): void {
  const watched: Watched = { longFrames: [], movingAt: [] }
  const isWatchedAlready = 'watched' in globalThis
  Object.assign(globalThis, { watched })
  if (isWatchedAlready) return
  const current = (): Watched => (globalThis as unknown as { watched: Watched }).watched
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) current().longFrames.push({ from: startTime, ms: duration })
  }).observe({ type: 'long-animation-frame' })
  const look = (): void => {
    if (document.getAnimations().some(({ playState }) => playState === 'running')) {
      console.timeStamp('moving')
      current().movingAt.push(performance.now())
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Runs in the page. What came before the first moving frame is the work of a click, and not of a motion. */
function longestWhileMoving(): number {
  const { longFrames, movingAt } = (globalThis as unknown as { watched: Watched }).watched
  const [first, last] = [movingAt[0] ?? Infinity, movingAt.at(-1) ?? 0]
  return Math.max(0, ...longFrames.filter(({ from }) => from >= first && from <= last).map(({ ms }) => ms))
}

/** Runs in the page: until nothing moves but what moves without an end, or two seconds have passed for that. */
async function untilAtRest(): Promise<void> {
  const ends = (animation: Animation): boolean => animation.effect?.getTiming().iterations !== Infinity
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
  await pause(120)
  while (document.getAnimations().some((animation) => animation.playState === 'running' && ends(animation))) await pause(50)
  if (document.getAnimations().some(({ playState }) => playState === 'running')) await pause(2000)
  await pause(50)
}
