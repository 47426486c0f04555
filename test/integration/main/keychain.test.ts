import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCredentials } from '@main/credentials/credentials'
import { isKeychainThere } from '@main/credentials/is-keychain-there'
import { createKeychainVault } from '@main/credentials/keychain-vault'
import { createMemoryVault } from '@main/credentials/memory-vault'
import { accessKeyName } from '@main/credentials/secret-names'
import type { Vault } from '@main/credentials/vault'

const keychain = createKeychainVault({ patienceMs: 5000 })
const name = accessKeyName(randomUUID())
const whyNot = await reasonAgainstKeychain()

/** `npm test` runs inside a private session with a throw-away keyring; elsewhere a person's own is not written to. */
async function reasonAgainstKeychain(): Promise<string | undefined> {
  if (!process.env['XDG_DATA_HOME']?.includes('parvis-session-')) return 'this run has no throw-away keyring (tools/keyring-session.mjs)'
  if (!isKeychainThere()) return 'there is no session bus, or keytar is not installed'
  return keychain.find(name).then(() => undefined, (failure: Error) => `the keyring does not answer: ${String(failure.cause ?? failure)}`)
}

if (whyNot !== undefined) process.stderr.write(`The system's keychain is not tested: ${whyNot}\n`)

const VAULTS: readonly (readonly [string, Vault])[] = [
  ['memory', createMemoryVault()],
  ...(whyNot === undefined ? [['the system’s keychain, through keytar', keychain] as const] : []),
]

describe.each(VAULTS)('a vault: %s', (_kind, vault) => {
  beforeAll(() => vault.forget(name))
  afterAll(() => vault.forget(name))

  it('finds nothing where nothing was kept, and forgets it without complaint', async () => {
    expect(await vault.find(name)).toBeUndefined()
    await expect(vault.forget(name)).resolves.toBeUndefined()
  })

  it('keeps, replaces and forgets', async () => {
    await vault.keep(name, 'first')
    await vault.keep(name, 'second · é ✓')
    expect(await vault.find(name)).toBe('second · é ✓')
    await vault.forget(name)
    expect(await vault.find(name)).toBeUndefined()
  })

  it('keeps secrets apart', async () => {
    const other = accessKeyName(randomUUID())
    await Promise.all([vault.keep(name, 'one'), vault.keep(other, 'two')])
    expect(await Promise.all([vault.find(name), vault.find(other)])).toEqual(['one', 'two'])
    await vault.forget(other)
    expect(await vault.find(name)).toBe('one')
  })
})

describe.runIf(whyNot === undefined)('credentials over the system’s keychain', () => {
  it('survive another start of Parvis', async () => {
    const first = createCredentials({ memory: createMemoryVault(), keychain })
    const keptIn = await first.keep(name, 'secret')
    const second = createCredentials({ memory: createMemoryVault(), keychain: createKeychainVault() })
    expect(keptIn).toBe('keychain')
    expect(await second.find(name, keptIn)).toBe('secret')
    await second.forget(name, keptIn)
  })
})
