import { spawn } from 'node:child_process'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { PROJECT } from './electron-path'

export interface RunningService {
  readonly url: string
  /** Ends it with grace and removes its data. */
  readonly stop: () => Promise<void>
  /** Ends it, keeps its data and its port, so that `resume` is the same service again. */
  readonly pause: () => Promise<void>
  readonly resume: () => Promise<void>
  /** Puts its clock forward, as the operator of its machine could. */
  readonly forward: (minutes: number) => Promise<void>
}

/** The answer to every captcha of a service under test. */
export const CAPTCHA_ANSWER = 'AAAA'

/** Longer than the service takes to look at its clock's file again. */
const CLOCK_SETTLES_MS = 150

/** Starts the built service on a random port of the loopback with a database of its own. */
export async function startService(environment: Readonly<Record<string, string>> = {}): Promise<RunningService> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-service-'))
  const clock = join(folder, 'clock-ahead-ms')
  const settings = {
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
    CAPTCHA: `fixed:${CAPTCHA_ANSWER}`,
    RATE_LIMITS: 'off',
    NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'moved-clock.mjs')).href}`,
    PARVIS_TEST_CLOCK: clock,
    ...environment,
  }
  let aheadMs = 0
  await writeFile(clock, '0')
  let running = await run(settings)
  const url = running.url
  return {
    url,
    async stop() {
      await running.end()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    pause: () => running.end(),
    async resume() {
      running = await run({ ...settings, PORT: new URL(url).port })
    },
    async forward(minutes) {
      aheadMs += minutes * 60_000
      // Renamed into place: half a number is never read.
      await writeFile(`${clock}.new`, String(aheadMs))
      await rename(`${clock}.new`, clock)
      await pause(CLOCK_SETTLES_MS)
    },
  }
}

async function run(settings: Readonly<Record<string, string>>): Promise<{ url: string; end: () => Promise<void> }> {
  const entry = join(process.env['PARVIS_APP_FOLDER'] ?? PROJECT, 'out', 'service', 'server.js')
  const child = spawn(process.execPath, [entry], { env: { PATH: process.env['PATH'], ...settings }, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => { resolve() }))
  for await (const line of createInterface(child.stdout)) {
    const url = /listening on (http:\/\/\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    child.stdout.resume()
    return {
      url,
      async end() {
        child.kill('SIGTERM')
        await ended
      },
    }
  }
  throw new Error('The service ended before it listened')
}
