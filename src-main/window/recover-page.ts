import type { WebContents } from 'electron'
import type { WindowHome } from './window-origin'

interface RecoverOptions {
  readonly home: WindowHome
  readonly report: () => void
  readonly nowMs?: () => number
}

/** A page that crashes again this soon would do so for ever. */
const REST_MS = 10_000

/** Loads the page again when its process has died. What was saved is on the disk; the page asks for it as after a start. */
export function recoverPage(contents: WebContents, { home, report, nowMs = () => performance.now() }: RecoverOptions): void {
  let lastTime = Number.NEGATIVE_INFINITY
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    report()
    const isFirst = nowMs() - lastTime > REST_MS
    lastTime = nowMs()
    if (isFirst) void contents.loadURL(home.url)
  })
}
