import { writeFile } from 'node:fs/promises'
import type { OperationName } from '@shared/ipc/operation-names'
import type { InputOf, OutputOf, Result } from '@shared/ipc/contract'
import type { Page } from '@playwright/test'
import { homePage } from './pages/home-page'
import { screenIn } from './pages/screen'
import { expect, test } from './support/fixtures'

const ROWS = 20_000
const line = (at: number): string => `"n${String(at)}@cabinet.example";Zoé;Nom ${String(at)};${at % 5 === 0 ? '7,32829E+13' : '73282932000074'}\r\n`

/** As the window's own scripts ask. */
async function ask<N extends OperationName>(window: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await window.evaluate(
    ([operation, given]) => (globalThis as unknown as { parvis: { ask: Record<string, (input: unknown) => Promise<unknown>> } }).parvis.ask[operation as string]!(given),
    [name, input] as const,
  ) as Result<OutputOf<N>>
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

test('a list in Windows-1252 is checked in a thread of its own, becomes drafts in one step, and is taken back in one', async ({ start, userData }) => {
  test.slow()
  const file = `${userData}-clients.csv`
  await writeFile(file, Buffer.from(`Courriel;Prénom;Nom;SIRET\r\n${Array.from({ length: ROWS }, (_, at) => line(at)).join('')}`, 'latin1'))
  const { app, window } = await start()
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, file)

  const { importId } = (await ask(window, 'spreadsheet:choose', {})).file!
  const found = await ask(window, 'spreadsheet:look', { importId, reading: {} })
  expect(found.reading).toEqual({ table: 0, titleRow: 1, encoding: 'windows-1252', delimiter: ';' })

  const answers: number[] = []
  const checking = ask(window, 'spreadsheet:check', { importId, mapping: found.columns.map(({ field }) => field ?? null) })
  let isChecked = false
  void checking.finally(() => (isChecked = true))
  while (!isChecked) {
    const asked = performance.now()
    await ask(window, 'app:describe', {})
    answers.push(performance.now() - asked)
  }
  const { summary } = await checking
  expect(summary).toMatchObject({ rows: ROWS, ready: ROWS * 0.8, withProblems: ROWS * 0.2 })
  const [slow = 0] = answers.toSorted((a, b) => b - a).slice(Math.floor(answers.length / 20))
  test.info().annotations.push({ type: 'measured', description: `${String(answers.length)} answers while it was checked, 95 % of them within ${slow.toFixed(1)} ms` })

  const first = await ask(window, 'spreadsheet:rows', { importId, wanted: { only: 'problems', from: 0, count: 1 } })
  expect(first.rows[0]!.cells.find(({ field }) => field === 'identifier')!.problem!.code).toBe('number-cut-by-spreadsheet')
  await ask(window, 'spreadsheet:leave-out', { importId, rows: Array.from({ length: ROWS / 4 }, (_, at) => at), isLeftOut: true })
  for (let from = 1; from < 4; from++) await ask(window, 'spreadsheet:leave-out', { importId, rows: Array.from({ length: ROWS / 4 }, (_, at) => (from * ROWS) / 4 + at).filter((row) => row < ROWS - 50), isLeftOut: true })
  const { batch } = await ask(window, 'spreadsheet:make-drafts', { importId, only: 'ready', locale: 'fr' })
  expect(batch!.made).toBe(40)
  await ask(window, 'spreadsheet:close', { importId })
  const home = homePage(screenIn('en', window))
  await expect(home.rowOf(`Zoé Nom ${String(ROWS - 1)}`)).toBeVisible()

  expect(await ask(window, 'spreadsheet:take-back', { batchId: batch!.batchId })).toEqual({ takenBack: 40, kept: [], keptInAll: 0 })
  await expect(home.rows).toHaveCount(0)
  await app.close()
})
