import { describe, expect, it } from 'vitest'
import { systemRandomness } from '@main/platform/randomness'
import { calibrateCost, deriveKey, LEAST_COST, PassphraseCost } from '@main/safe/passphrase-key'
import { openByPassphrase } from '@main/safe/open-key'
import { makeKeyByPassphrase } from '@main/safe/make-key'
import { parseKeyFile, writeKeyFile } from '@main/safe/key-file'

describe('a passphrase', () => {
  it('opens by argon2id what it closed, and nothing else does', async () => {
    const made = await makeKeyByPassphrase('douze caractères', LEAST_COST, systemRandomness)
    const file = parseKeyFile(writeKeyFile(made.file))!
    const opened = await openByPassphrase(file, 'douze caractères', systemRandomness)
    expect(opened?.bytes).toEqual(made.bytes)
    expect(await openByPassphrase(file, 'Douze caractères', systemRandomness)).toBeUndefined()
  })

  it('gives another key with another salt', async () => {
    const [one, other] = await Promise.all([new Uint8Array(16), new Uint8Array(16).fill(1)].map((salt) => deriveKey('douze caractères', salt, LEAST_COST)))
    expect(one).toHaveLength(32)
    expect(other).not.toEqual(one)
  })

  it.each([
    [3000, 3],
    [300, 5],
    [0, 16],
  ])('costs what the machine can give: %i ms for the least make %i passes', async (tookMs, passes) => {
    const times = [0, tookMs]
    const cost = await calibrateCost(async () => new Uint8Array(32), () => times.shift() ?? tookMs)
    expect(cost).toEqual({ memoryKiB: 65_536, passes, lanes: 1 })
  })

  it.each([{ ...LEAST_COST, memoryKiB: 2 ** 31 }, { ...LEAST_COST, passes: 1e6 }, { ...LEAST_COST, lanes: 100 }, { ...LEAST_COST, memoryKiB: 8 }])('is not made to cost %j by a file', (cost) => {
    expect(PassphraseCost.safeParse(cost).success).toBe(false)
  })
})
