import { describe, expect, it, vi } from 'vitest'
import { createKeychainDoor, type Keychain } from '@main/credentials/keychain-door'
import { createKeychainVault } from '@main/credentials/keychain-vault'

function keychainOf(entries: Map<string, string>): Keychain {
  return {
    setPassword: async (service, account, password) => void entries.set(`${service} ${account}`, password),
    getPassword: async (service, account) => entries.get(`${service} ${account}`) ?? null,
    deletePassword: async (service, account) => entries.delete(`${service} ${account}`),
  }
}

function brokenKeychain(failure: () => Promise<never>): Keychain {
  return { setPassword: failure, getPassword: failure, deletePassword: failure }
}

const VERBS = [
  ['keep', (vault: ReturnType<typeof createKeychainVault>) => vault.keep('name', 'secret')],
  ['find', (vault: ReturnType<typeof createKeychainVault>) => vault.find('name')],
  ['forget', (vault: ReturnType<typeof createKeychainVault>) => vault.forget('name')],
] as const

describe('the keychain vault', () => {
  it('finds what it kept, until it is told to forget it', async () => {
    const entries = new Map<string, string>()
    const vault = createKeychainVault({ door: createKeychainDoor(async () => keychainOf(entries)) })
    expect(await vault.find('name')).toBeUndefined()
    await vault.keep('name', 'secret')
    expect(await vault.find('name')).toBe('secret')
    await vault.forget('name')
    expect(await vault.find('name')).toBeUndefined()
    expect(entries.size).toBe(0)
  })

  it('writes down in each entry which vault wrote it, under the name of Parvis', async () => {
    const entries = new Map<string, string>()
    await createKeychainVault({ door: createKeychainDoor(async () => keychainOf(entries)) }).keep('access-key:1', 'secret')
    expect([...entries]).toEqual([['Parvis access-key:1', JSON.stringify({ writtenBy: 'keychain', secret: 'secret' })]])
  })

  it.each(['secret', '{"secret":"x"}', '{"writtenBy":"memory","secret":"x"}', '[]', 'null', ''])('takes a foreign entry (%s) for none, and leaves it as it is', async (text) => {
    const entries = new Map([['Parvis name', text]])
    expect(await createKeychainVault({ door: createKeychainDoor(async () => keychainOf(entries)) }).find('name')).toBeUndefined()
    expect(entries.get('Parvis name')).toBe(text)
  })

  it('does not load the keychain before it is asked', () => {
    const load = vi.fn()
    createKeychainVault({ door: createKeychainDoor(load) })
    expect(load).not.toHaveBeenCalled()
  })

  describe.each(VERBS)('%s', (_name, ask) => {
    it.each([
      ['is not installed', () => Promise.reject(new Error('Cannot find package'))],
      ['is locked', async () => brokenKeychain(() => Promise.reject(new Error('Object does not exist at path'))) ],
      ['throws what is no error', async () => brokenKeychain(() => Promise.reject('locked' as unknown as Error))],
      ['never answers', async () => brokenKeychain(() => new Promise<never>(() => undefined))],
      ['never loads', () => new Promise<never>(() => undefined)],
    ])('is vault-unavailable when the keychain %s', async (_case, load) => {
      await expect(ask(createKeychainVault({ door: createKeychainDoor(load), patienceMs: 20 }))).rejects.toMatchObject({ name: 'AppError', code: 'vault-unavailable' })
    })
  })
})
