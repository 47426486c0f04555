import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fromRoot } from '../../tools/project.mjs'
import { runCommand } from '../../tools/run-command.mjs'

/** Promises 12 and 13: visits to one kiosk, one after the other, each with twenty words that must be nowhere afterwards; then the chords. */
export async function proveKiosk({ count, machine: { electron, env } }) {
  const report = fromRoot('.cache/prove/kiosk-visits.json')
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const args = [fromRoot('node_modules/@playwright/test/cli.js'), 'test', '--config', fromRoot('test/prove/kiosk/playwright.config.ts')]
  const code = await runCommand(process.execPath, args, { stdio: ['ignore', 1, 2], env: { ...env, ELECTRON_EXEC_PATH: electron, PARVIS_VISITS: String(count), PARVIS_REPORT: report } })
  if (!existsSync(report)) throw new Error(`the visits ended with code ${code} and no report`)
  const { visits, canaries, sent, hits, sameProcess, clipboards, files, chords, escapes, reached, firstMb, lastMb } = JSON.parse(readFileSync(report, 'utf8'))
  const isWhole = code === 0 && visits === count
  return [
    { promise: 12, what: `${visits} visits with ${canaries} canaries in fields, storages and clipboard, ${sent} of them really sent; ended by *Finish and erase*, a crash and sleep by turns; every file of profile, temporary and home folder (${files}) read after each`, figure: `${hits.length} hits`, isKept: isWhole && hits.length === 0 },
    { promise: 12, what: 'visits whose page ran in the process of the one before', figure: String(sameProcess), isKept: isWhole && sameProcess === 0 },
    { promise: 12, what: 'visits that left something on the clipboard', figure: String(clipboards), isKept: isWhole && clipboards === 0 },
    { promise: 12, what: 'memory of all processes but the page, after the first and the last visit', figure: `${firstMb} and ${lastMb} MB` },
    { promise: 13, what: `${chords} chords on a form, watched for tools, reload, history, zoom, print, find, save, download, dialog, window, close, quit`, figure: `${escapes.length} got out, ${reached.length} reached the page`, isKept: isWhole && chords >= 200 && escapes.length === 0 && reached.length === 0 },
    ...[...hits, ...escapes].slice(0, 10).map((what) => ({ promise: 12, what, figure: 'fault', isKept: false })),
  ]
}
