import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { followParent } from './follow-parent.mjs'
import { projectRoot } from './project.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Exit code as a shell would report it: 128 + number for a signal. */
export function exitCodeOf(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0)
}

/**
 * Runs a command to its end and gives its exit code. Signals that reach this process meanwhile go on to the command.
 * By default both output streams of the command go to standard error and it has no input: see `say`.
 */
export function runCommand(command, args, { stdio = ['ignore', 2, 2], onStart, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectRoot, stdio, ...options })
    const pass = (signal) => child.kill(signal)
    for (const signal of SIGNALS) process.on(signal, pass)
    const stopFollowing = followParent(() => pass('SIGTERM'))
    const release = () => {
      stopFollowing()
      for (const signal of SIGNALS) process.off(signal, pass)
    }
    child.once('error', (error) => {
      release()
      reject(error)
    })
    child.once('close', (code, signal) => {
      release()
      resolve(exitCodeOf(code, signal))
    })
    onStart?.(child)
  })
}

/** Runs npm with the Node at hand, also where no `npm` is on the path. */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli)) return runCommand(process.execPath, [cli, ...args], options)
  return runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32', ...options })
}
