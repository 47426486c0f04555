import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const PROJECT = join(import.meta.dirname, '..', '..', '..')

/** What the proofs need to drive the built application by its DevTools pipe, as the test run has it. */
export function drivenMachine() {
  const electron = process.env.ELECTRON_EXEC_PATH ?? execFileSync(process.execPath, [join(PROJECT, 'tools', 'electron-runtime.mjs')], { encoding: 'utf8' }).trim()
  return { electron, sandbox: process.getuid?.() === 0 ? ['--no-sandbox'] : [], env: process.env }
}
