import type { ElectronApplication, Page } from '@playwright/test'
import { launchParvis, type Parvis } from './launch-parvis'

/** A kiosk under test, one visit after the other. */
export interface KioskRun {
  readonly app: ElectronApplication
  /** The window of the visit that is on the screen. */
  readonly visit: () => Page
  /** Does it, and waits for the window of the next visit: half a minute, or for as long as is said. */
  readonly nextVisit: (by: () => Promise<unknown>, patienceMs?: number) => Promise<Page>
  /** The process of the page that is on the screen. */
  readonly rendererPid: () => Promise<number>
}

export async function startKiosk(options: { readonly userData: string; readonly serviceUrl?: string; readonly practice?: 'on' | 'off'; readonly environment?: Readonly<Record<string, string>> }): Promise<KioskRun> {
  return kioskRun(await launchParvis({ ...options, more: ['--profile=kiosk'] }))
}

export function kioskRun({ app, window }: Pick<Parvis, 'app' | 'window'>): KioskRun {
  let current = window
  return {
    app,
    visit: () => current,
    async nextVisit(by, patienceMs = 30_000) {
      const opened = app.waitForEvent('window', { timeout: patienceMs })
      await by().catch((thrown: unknown) => {
        // The window goes while it still answers.
        if (!/closed|detached|crashed/i.test(String(thrown))) throw thrown
      })
      current = await opened
      await current.waitForLoadState('domcontentloaded')
      return current
    },
    rendererPid: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId()),
  }
}

/** Somebody touches it now and then, so that it does not erase itself while it is looked at. */
export async function keepTouched(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    setInterval(() => { BrowserWindow.getAllWindows()[0]?.webContents.emit('input-event', {}, { type: 'mouseWheel' }) }, 20_000)
  })
}
