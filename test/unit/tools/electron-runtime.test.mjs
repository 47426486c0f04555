import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

function resolveRuntime(folder) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'tools/electron-runtime.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: folder },
  })
  return { stdout, stderr, status }
}

describe('node tools/electron-runtime.mjs', () => {
  it('prints the path of the binary and nothing else; which one it is goes to standard error', () => {
    const folder = mkdtempSync(join(tmpdir(), 'parvis-runtime-'))
    writeFileSync(join(folder, 'electron'), '')
    expect(resolveRuntime(folder)).toMatchObject({ stdout: `${join(folder, 'electron')}\n`, status: 0, stderr: expect.stringContaining('ELECTRON_OVERRIDE_DIST_PATH') })
  })

  it('refuses a folder without Electron, and prints no path', () => {
    const folder = mkdtempSync(join(tmpdir(), 'parvis-runtime-'))
    expect(resolveRuntime(folder)).toMatchObject({ stdout: '', status: 1, stderr: expect.stringContaining(folder) })
  })
})
