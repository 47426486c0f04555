import { describe, expect, it, vi } from 'vitest'
import { createCredentials } from '@main/credentials/credentials'
import { createMemoryVault } from '@main/credentials/memory-vault'
import type { Vault } from '@main/credentials/vault'
import { AppError } from '@shared/errors/app-error'

function keychainOf(vault: Vault = createMemoryVault()): Vault {
  return { ...vault, kind: 'keychain' }
}

function refusingKeychain(): Vault {
  const refuse = vi.fn(() => Promise.reject(new AppError('vault-unavailable', 'locked')))
  return { kind: 'keychain', keep: refuse, find: refuse, forget: refuse }
}

describe('credentials with a keychain', () => {
  it('keep secrets there and say so', async () => {
    const credentials = createCredentials({ memory: createMemoryVault(), keychain: keychainOf() })
    expect(await credentials.keep('access-key:1', 'secret')).toBe('keychain')
    expect(await credentials.find('access-key:1', 'keychain')).toBe('secret')
    expect(await credentials.find('access-key:1', 'memory')).toBeUndefined()
    expect(credentials.describe()).toEqual({ kind: 'keychain' })
    await credentials.forget('access-key:1', 'keychain')
    expect(await credentials.find('access-key:1', 'keychain')).toBeUndefined()
  })

  it('never ask it in order to describe it', () => {
    const keychain = refusingKeychain()
    const credentials = createCredentials({ memory: createMemoryVault(), keychain })
    expect(credentials.describe()).toEqual({ kind: 'keychain' })
    expect(keychain.find).not.toHaveBeenCalled()
  })

  it('say that there is none on a machine without one, before anything was kept', () => {
    const credentials = createCredentials({ memory: createMemoryVault(), keychain: keychainOf(), isKeychainThere: () => false })
    expect(credentials.describe()).toEqual({ kind: 'memory', reason: 'unavailable' })
  })
})

describe('credentials whose keychain refuses', () => {
  it('keep access keys in memory, say so, and report it', async () => {
    const report = vi.fn()
    const credentials = createCredentials({ memory: createMemoryVault(), keychain: refusingKeychain(), report })
    expect(await credentials.keep('access-key:1', 'secret')).toBe('memory')
    expect(await credentials.find('access-key:1', 'memory')).toBe('secret')
    expect(credentials.describe()).toEqual({ kind: 'memory', reason: 'unavailable' })
    expect(report).toHaveBeenCalledOnce()
  })

  it('never keep in memory what was to be kept for good', async () => {
    const memory = createMemoryVault()
    const credentials = createCredentials({ memory, keychain: refusingKeychain() })
    await expect(credentials.keepForGood('password:a', 'secret')).rejects.toMatchObject({ code: 'vault-unavailable' })
    expect(await memory.find('password:a')).toBeUndefined()
  })

  it('pass the refusal on when a secret is in there', async () => {
    const credentials = createCredentials({ memory: createMemoryVault(), keychain: refusingKeychain() })
    await expect(credentials.find('access-key:1', 'keychain')).rejects.toMatchObject({ code: 'vault-unavailable' })
    expect(credentials.describe()).toEqual({ kind: 'memory', reason: 'unavailable' })
  })

  it('use it again once it answers', async () => {
    const working = keychainOf()
    const keep = vi.fn().mockRejectedValueOnce(new AppError('vault-unavailable', 'locked')).mockImplementation(working.keep)
    const credentials = createCredentials({ memory: createMemoryVault(), keychain: { ...working, keep } })
    expect(await credentials.keep('a', '1')).toBe('memory')
    expect(await credentials.keep('b', '2')).toBe('keychain')
    expect(credentials.describe()).toEqual({ kind: 'keychain' })
  })
})

describe('credentials in memory by choice', () => {
  const credentials = createCredentials({ memory: createMemoryVault(), keychain: undefined })

  it('say that it was chosen', async () => {
    expect(await credentials.keep('access-key:1', 'secret')).toBe('memory')
    expect(credentials.describe()).toEqual({ kind: 'memory', reason: 'chosen' })
  })

  it('refuse what is in a keychain, or is to go there', async () => {
    await expect(credentials.find('access-key:1', 'keychain')).rejects.toMatchObject({ code: 'vault-unavailable' })
    await expect(credentials.keepForGood('password:a', 'secret')).rejects.toMatchObject({ code: 'vault-unavailable' })
  })
})
