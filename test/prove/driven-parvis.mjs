import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { acrossNavigation } from '../bench/start-up.mjs'
import { openDevtools } from '../bench/start-up-devtools-pipe.mjs'

const PROJECT = join(import.meta.dirname, '../..')
const GIVE_UP_AFTER_MS = 30_000
const MOST_REMOVALS = 100

/** What an interrupted write of ours is called; Chromium's own temporary files have other names. */
const ORPHAN = /\.[0-9a-f-]{36}\.tmp$/

/** A profile folder that is removed by `forget`: helpers of a killed application may write into it for a moment, and are waited for. */
export function newProfile(parent = tmpdir()) {
  const folder = mkdtempSync(join(parent, 'parvis-prove-'))
  return {
    folder,
    async forget() {
      for (let tries = 0; tries < MOST_REMOVALS; tries += 1) {
        // Its own retries remove an emptied folder again, and not what has come into it since.
        const left = await rm(folder, { recursive: true, force: true }).then(() => undefined, (thrown) => thrown)
        if (!left) return
        await pause(100)
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Starts the built application on a profile, as a person does, with no service and with an eye on its page.
 * `wrap` puts a command in front of it; `ended` resolves when its main process is gone.
 */
export function startParvis({ electron, sandbox, env }, folder, { switches = ['--practice=off'], wrap = [] } = {}) {
  const [program, ...args] = [...wrap, electron, ...sandbox, `--user-data-dir=${folder}`, '--remote-debugging-pipe', '--lang=en', ...switches, PROJECT]
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env })
  const ended = once(child, 'exit')
  const alarm = setTimeout(() => child.kill('SIGKILL'), GIVE_UP_AFTER_MS)
  void ended.then(() => clearTimeout(alarm))
  const devtools = openDevtools(child)
  // Whoever does not come to use it shall not be told that the application ended.
  const over = ended.then(([code, signal]) => {
    throw new Error(`the application ended (${signal ?? code})`)
  })
  const whileItRuns = (work) => Promise.race([work, over])
  const page = whileItRuns(devtools.attachToPage())
  for (const promise of [over, page]) promise.catch(() => {})

  return {
    child,
    ended,
    page,
    /** The value of an expression once the page is ours and has its bridge; asked again when a navigation swallowed it. */
    evaluate: async (expression) => {
      const { evaluate } = await page
      return whileItRuns(acrossNavigation(() => evaluate(`(async () => { while (!window.parvis || location.protocol !== 'app:') await new Promise((resolve) => setTimeout(resolve, 5)); return (${expression}) })()`)))
    },
    /** The alarm is for starts that hang; what is measured for longer takes it off. */
    mayTakeLonger: () => clearTimeout(alarm),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async close() {
      await whileItRuns(devtools.send('Browser.close')).catch(() => {})
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(late)
    },
  }
}

/** The files of a profile that are ours and that an interrupted write left behind. */
export function orphansIn(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => ORPHAN.test(name))
}
