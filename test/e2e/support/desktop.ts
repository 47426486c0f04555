import type { ElectronApplication } from '@playwright/test'

export interface ShownNotice {
  readonly title: string
  readonly body: string
}

/** Writes down what would be shown on the desktop, which a machine for tests does not have. */
export async function recordNotices(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = []
    Object.assign(globalThis, { shownNotices: shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this)
    }
  })
}

export async function shownNotices(app: ElectronApplication): Promise<readonly ShownNotice[]> {
  return app.evaluate(() => (globalThis as unknown as { shownNotices: Electron.Notification[] }).shownNotices.map(({ title, body }) => ({ title, body })))
}

export async function clickNewestNotice(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => (globalThis as unknown as { shownNotices: Electron.Notification[] }).shownNotices.at(-1)?.emit('click', {} as Electron.Event))
}

/** The lid is closed: what the operating system says before the computer sleeps. */
export async function closeLid(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ powerMonitor }) => { powerMonitor.emit('suspend') })
}

export async function openLid(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ powerMonitor }) => { powerMonitor.emit('resume') })
}
