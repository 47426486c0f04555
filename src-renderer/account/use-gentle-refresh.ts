import { onMounted, onUnmounted } from 'vue'
import { isDialogOpen } from '../ui/is-dialog-open'

/** Often enough for a queue of people, seldom enough for a log that notes every look. */
const EVERY_MS = 120_000
/** Whoever has not touched the window for so long has left: asking on would keep their session open for the next one who passes. */
const AT_THE_DESK_MS = 300_000
const SIGNS_OF_LIFE = ['keydown', 'pointerdown'] as const

/** Asks again while somebody works here: never behind an open question, in a window that nobody sees, or after they have left. */
export function useGentleRefresh(load: () => Promise<void>, everyMs = EVERY_MS): void {
  let lastSignMs = performance.now()
  let timer: ReturnType<typeof setInterval> | undefined

  function noteSign(): void {
    lastSignMs = performance.now()
  }

  function refresh(): void {
    const isThere = performance.now() - lastSignMs < AT_THE_DESK_MS
    if (isThere && !document.hidden && !isDialogOpen()) void load()
  }

  onMounted(() => {
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, noteSign, { capture: true, passive: true })
    timer = setInterval(refresh, everyMs)
  })
  onUnmounted(() => {
    for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, noteSign, { capture: true })
    clearInterval(timer)
  })
}
