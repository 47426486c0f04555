import { describe, expect, it } from 'vitest'
import { createLog } from '@main/platform/log'
import { createFallibleFileSystem } from '../../../support/main/fallible-file-system'

const CANARY = 'marie.durand@example.org'
const clock = { now: () => new Date('2026-01-02T03:04:05.000Z') }

describe('the log', () => {
  it('writes listed words, and nothing that is not on a list', async () => {
    const fileSystem = createFallibleFileSystem()
    const log = createLog(fileSystem, '/profile/logs/parvis.log', clock)
    log.write('operation-failed', { operation: 'draft:save', code: 'disk-full' })
    log.write('operation-failed', { operation: CANARY, code: CANARY, status: CANARY as never, unlisted: CANARY } as never)
    await log.settle()
    const lines = fileSystem.files.get('/profile/logs/parvis.log')?.trim().split('\n').map((line) => JSON.parse(line))
    expect(lines).toEqual([
      { at: '2026-01-02T03:04:05.000Z', event: 'operation-failed', operation: 'draft:save', code: 'disk-full' },
      { at: '2026-01-02T03:04:05.000Z', event: 'operation-failed', operation: 'redacted', code: 'redacted', status: 'redacted' },
    ])
  })

  it('begins a new file when the old one has grown large, and keeps one before it', async () => {
    const fileSystem = createFallibleFileSystem()
    fileSystem.files.set('/profile/logs/parvis.log', 'x'.repeat(600 * 1024))
    const log = createLog(fileSystem, '/profile/logs/parvis.log', clock)
    log.write('window-gone')
    await log.settle()
    expect(fileSystem.files.get('/profile/logs/parvis.log.1')).toHaveLength(600 * 1024)
    expect(fileSystem.files.get('/profile/logs/parvis.log')).toContain('window-gone')
  })

  it('stops nobody when it cannot be written', async () => {
    const fileSystem = createFallibleFileSystem()
    fileSystem.failAt('append', 'ENOSPC')
    const log = createLog(fileSystem, '/profile/logs/parvis.log', clock)
    log.write('window-gone')
    await expect(log.settle()).resolves.toBeUndefined()
  })
})
