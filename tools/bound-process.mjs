import { spawn } from 'node:child_process'
import { isOnPath } from './system-packages.mjs'

/**
 * Starts a process that serves this one and must not outlive it, not even when this one is killed outright.
 * The kernel sees to it where `setpriv` is there; else `stop` and the end of this process do.
 */
export function startBound(program, args, options) {
  const bound = isOnPath('setpriv')
  const child = bound ? spawn('setpriv', ['--pdeathsig', 'TERM', program, ...args], options) : spawn(program, args, options)
  const kill = () => child.kill('SIGTERM')
  process.once('exit', kill)
  const ended = new Promise((resolve) => child.once('close', resolve))
  return {
    child,
    async stop() {
      process.off('exit', kill)
      kill()
      await ended
    },
  }
}
