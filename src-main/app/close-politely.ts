import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'

interface CloseOptions {
  /** Not where something would be lost that the person has not been asked about. */
  readonly mayLeave: () => boolean
  /** Asks the page to save what is typed and not yet saved. */
  readonly askToFlush: () => void
  /** Resolves when everything that was asked to be written is written. */
  readonly settle: () => Promise<void>
}

/** As long as a page needs to hear the question and to ask for its saving. */
const HEARING_MS = 120
/** A disk that hangs does not keep a window open for ever. */
const LONGEST_MS = 3000

/** Lets the page save before its window goes: what a person typed half a second ago is worth a moment. */
export function closePolitely(window: BrowserWindow, { mayLeave, askToFlush, settle }: CloseOptions): void {
  let isLeaving = false
  window.on('close', (event) => {
    if (isLeaving) return
    event.preventDefault()
    if (!mayLeave()) return
    isLeaving = true
    askToFlush()
    const saved = pause(HEARING_MS).then(settle)
    void Promise.race([saved, pause(LONGEST_MS)]).finally(() => {
      // Destroying asks nobody again; it ends the application where this was its last window.
      if (!window.isDestroyed()) window.destroy()
    })
  })
}
