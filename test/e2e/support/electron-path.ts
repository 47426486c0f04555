import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

export const PROJECT = join(import.meta.dirname, '..', '..', '..')

/** The Electron to test with: the one that the test run chose, else the one that the set-up would choose. */
export function electronPath(): string {
  return process.env['ELECTRON_EXEC_PATH'] ?? execFileSync(process.execPath, [join(PROJECT, 'tools', 'electron-runtime.mjs')], { encoding: 'utf8' }).trim()
}

/** As root there is no sandbox of Chromium, so nothing would start without this. */
export const SANDBOX_SWITCHES: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []
