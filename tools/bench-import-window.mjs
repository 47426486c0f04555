import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { playwrightUnderDisplay } from './playwright-under-display.mjs'
import { fromRoot, treeCache } from './project.mjs'
import { say } from './say.mjs'

const MOST_MS = 50

/** How soon the real window answers a key while a hundred thousand rows of a CSV are checked, and then in the grid of them. */
export async function benchImportWindow() {
  say('the window beside an import …')
  mkdirSync(treeCache, { recursive: true })
  const file = join(treeCache, 'import-window.json')
  rmSync(file, { force: true })
  const code = await playwrightUnderDisplay(['--config', fromRoot('test/bench/import-window/playwright.config.ts')], { PARVIS_IMPORT_WINDOW_FILE: file })
  if (code !== 0) throw new Error('the window could not be measured: see the messages above')
  const { rows, keysWhileChecking, checkingP95Ms, movingP95Ms, checkedInMs } = JSON.parse(readFileSync(file, 'utf8'))
  const row = (name, value) => ({ name, value, unit: 'ms', target: `≤ ${MOST_MS}`, met: value <= MOST_MS })
  return [
    { name: `import: ${rows} rows read, checked and shown`, value: checkedInMs, unit: 'ms' },
    row(`import: a key while they are checked, p95 of ${keysWhileChecking}`, checkingP95Ms),
    row('import: a key in the grid of them, p95', movingP95Ms),
  ]
}
