import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { askAgainWhereLost } from './ask-again-where-lost'
import { electronPath, SANDBOX_SWITCHES } from './electron-path'

const HELD_APP = join(import.meta.dirname, 'held-app.mjs')

export interface LaunchOptions {
  readonly userData: string
  readonly serviceUrl?: string
  /** Whether Parvis starts its own practice service when no other is named. */
  readonly practice?: 'on' | 'off'
  readonly language?: 'fr' | 'en'
  /** More switches and arguments, as a person or the operating system would give them. */
  readonly more?: readonly string[]
  /** Where the computer is. */
  readonly timeZone?: string | undefined
  /** What its environment has on top of, or instead of, that of the test. */
  readonly environment?: Readonly<Record<string, string>>
  /** Another program to start, which gives its arguments to Electron. */
  readonly executable?: string
  /** Changes the surroundings of the main process before there is a window. */
  readonly prepare?: (app: ElectronApplication) => Promise<void>
}

/**
 * A started Parvis. `requests` are the addresses that its pages asked for, whatever became of them;
 * `violations` what the content policy had to refuse.
 */
export interface Parvis {
  readonly app: ElectronApplication
  readonly window: Page
  readonly requests: () => Promise<readonly string[]>
  readonly violations: readonly string[]
}

export async function launchParvis({ userData, serviceUrl, practice = 'off', language = 'en', more = [], timeZone, environment = {}, executable, prepare }: LaunchOptions): Promise<Parvis> {
  const app = await _electron.launch({
    executablePath: executable ?? electronPath(),
    env: { ...(process.env as Record<string, string>), ...(timeZone !== undefined && { TZ: timeZone }), ...environment },
    args: [
      ...SANDBOX_SWITCHES,
      `--user-data-dir=${userData}`,
      `--lang=${language}`,
      ...(serviceUrl ? [`--service-url=${serviceUrl}`] : [`--practice=${practice}`]),
      HELD_APP,
      ...more,
    ],
  })
  askAgainWhereLost(app)
  const violations: string[] = []
  app.context().on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Trusted ?Types?|Trusted(HTML|Script)/i.test(message.text())) violations.push(message.text())
  })
  await prepare?.(app)
  await recordRequests(app)
  return { app, window: await app.firstWindow(), requests: () => recordedRequests(app), violations }
}

/** Kept inside the main process, where a page cannot reach it. */
async function recordRequests(app: ElectronApplication): Promise<void> {
  await app.evaluate(async ({ app: electronApp, session }) => {
    await electronApp.whenReady()
    const addresses: string[] = []
    Object.assign(globalThis, { recordedRequests: addresses })
    session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
      addresses.push(url)
      answer({})
    })
  })
}

async function recordedRequests(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => (globalThis as unknown as { recordedRequests: string[] }).recordedRequests)
}
