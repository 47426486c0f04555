import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './support/fixtures'

interface PageState {
  readonly processId: number
  readonly address: string
  readonly isThere: boolean
}

/** Asked of the main process: Playwright's page ends with the process that it belonged to. */
function look(app: ElectronApplication): Promise<PageState> {
  return app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents
    return { processId: contents.getOSProcessId(), address: contents.getURL(), isThere: !contents.isCrashed() && !contents.isLoading() }
  })
}

test('a page whose process dies is loaded again in the same window, and works', async ({ start }) => {
  const { app, window } = await start()
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  const { processId } = await look(app)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())

  // The router writes the fragment once the page's own script runs.
  await expect.poll(() => look(app)).toMatchObject({ address: 'app://parvis/index.html#/', isThere: true })
  await expect.poll(async () => (await look(app)).processId).not.toBe(processId)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
