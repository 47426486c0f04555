import { spawn } from 'node:child_process'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { electronPath, PROJECT, SANDBOX_SWITCHES } from './support/electron-path'
import { expect, test } from './support/fixtures'

function startAgain(userData: string): Promise<number | null> {
  const child = spawn(electronPath(), [...SANDBOX_SWITCHES, `--user-data-dir=${userData}`, process.env['PARVIS_APP_FOLDER'] ?? PROJECT], { stdio: 'ignore' })
  return new Promise((resolve) => child.once('exit', resolve))
}

test('a second start of a profile brings the first window forward and ends', async ({ start, userData }) => {
  const { app, window } = await start()
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())

  expect(await startAgain(userData)).toBe(0)
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible()))).toEqual([true])
})

test('everything of a profile lies in its own folder, and a window keeps its size', async ({ start, userData }) => {
  const first = await start()
  expect(await first.app.evaluate(({ app }) => app.getPath('userData'))).toBe(userData)
  await expect(first.window.getByRole('heading', { level: 1 })).toBeVisible()
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(900, 700))
  await first.app.close()
  await access(join(userData, 'settings.json'))

  const second = await start()
  expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())).toEqual([900, 700])
})
