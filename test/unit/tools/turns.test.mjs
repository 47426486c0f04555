import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inTurn } from '../../../tools/turns.mjs'

const folder = () => mkdtempSync(join(tmpdir(), 'parvis-turns-'))

describe('inTurn', () => {
  it('lets one work at a time, and each of them', async () => {
    const place = folder()
    const log = []
    const work = (name) => inTurn(place, 'build', async () => {
      log.push(`${name} begins`)
      await pause(20)
      log.push(`${name} ends`)
    })
    await Promise.all([work('a'), work('b'), work('c')])
    expect(log).toHaveLength(6)
    for (let at = 0; at < log.length; at += 2) expect(log[at].split(' ')[0]).toBe(log[at + 1].split(' ')[0])
    expect(readdirSync(place)).toEqual([])
  })

  it('gives the turn back when the work fails', async () => {
    const place = folder()
    await expect(inTurn(place, 'build', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(inTurn(place, 'build', async () => 'done')).resolves.toBe('done')
  })

  it('takes over from a process that has died', async () => {
    const place = folder()
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(join(place, 'build.turn'), String(pid))
    await expect(inTurn(place, 'build', async () => 'done')).resolves.toBe('done')
  })
})
