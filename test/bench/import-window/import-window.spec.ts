import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { importPage } from '../../e2e/pages/import-page'
import { screenIn } from '../../e2e/pages/screen'
import { chooseInDialogs } from '../../e2e/support/file-dialogs'
import { expect, test } from '../../e2e/support/fixtures'

const ROWS = 100_000
const ROUNDS = 3
/** So many keys at least, or the file was checked too quickly to say anything. */
const FEWEST_KEYS = 20

/** One row in five is wrong, each in its own way. */
function csvOf(rows: number): string {
  const line = (at: number): string => `client${at}@cabinet.example;Zoé;Nom ${at};${['73282932000074', '55203253400646', '7,32829E+13', '73282932000075', '00512340100019'][at % 5] ?? ''};Société ${at}`
  return `Courriel;Prénom;Nom;SIRET;Raison sociale\r\n${Array.from({ length: rows }, (_, at) => line(at)).join('\r\n')}\r\n`
}

/** Runs in the page: notes of each key how long it was until the frame after it was drawn, waiting in line included. */
function noteKeys(): void {
  const keyTimes: number[] = []
  Object.assign(globalThis, { keyTimes })
  addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => { setTimeout(() => keyTimes.push(performance.now() - timeStamp)) })
  }, true)
}

/** Presses keys until the work is over. */
async function pressWhile(page: Page, isOver: () => boolean): Promise<void> {
  while (!isOver()) await page.keyboard.press('ArrowDown')
}

/** The value below which that part of them lies. */
function percentile(values: readonly number[], part: number): number {
  return values.toSorted((one, other) => one - other)[Math.ceil(values.length * part) - 1] ?? Infinity
}

/** Leaves the import and comes back to its beginning. */
async function startAnew(page: Page): Promise<void> {
  for (const hash of ['#/help', '#/import']) {
    await page.evaluate((path) => { location.hash = path }, hash)
    await page.getByRole('heading', { level: 1, name: hash === '#/help' ? 'Help' : 'Import a list' }).waitFor()
  }
}

test('keys while a hundred thousand rows are checked, and in the grid of them', async ({ start, userData }) => {
  const file = join(userData, 'clients.csv')
  const parvis = await start()
  const { window } = parvis
  await writeFile(file, csvOf(ROWS))
  await chooseInDialogs(parvis.app, file)
  const page = importPage(screenIn('en', window))
  await page.link.click()
  await window.evaluate(noteKeys)
  const taken = (): Promise<number[]> => window.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes.splice(0))
  const checking: number[] = []
  const checkedInMs: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.choose()
    let isOver = false
    const beganAtMs = performance.now()
    await page.checkButton.click()
    await taken()
    await Promise.all([page.grid.waitFor({ timeout: 120_000 }).finally(() => { isOver = true }), pressWhile(window, () => isOver)])
    checkedInMs.push(performance.now() - beganAtMs)
    checking.push(...(await taken()))
    if (round < ROUNDS - 1) await startAnew(window)
  }
  await page.kind('all').click()
  await (await page.cellOf(2, 'Connection email')).click()
  await taken()
  for (const key of ['PageDown', 'ArrowDown', 'End', 'Home', 'PageUp']) for (let time = 0; time < 12; time += 1) await window.keyboard.press(key)
  await window.keyboard.press('Control+End')
  const moving = await taken()
  const figures = { rows: ROWS, keysWhileChecking: checking.length, checkingP95Ms: percentile(checking, 0.95), movingP95Ms: percentile(moving, 0.95), checkedInMs: percentile(checkedInMs, 0.5) }
  const told = process.env['PARVIS_IMPORT_WINDOW_FILE']
  if (told) await writeFile(told, JSON.stringify(figures))
  expect(checking.length).toBeGreaterThan(FEWEST_KEYS)
})
