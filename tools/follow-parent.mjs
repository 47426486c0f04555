const LOOK_EVERY_MS = 250

/**
 * Calls `orphaned` when the process that started this one is gone. npm starts scripts through a shell that does not pass
 * signals on: ending `npm start` would otherwise leave everything running. Gives how to stop looking.
 */
export function followParent(orphaned) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    orphaned()
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
