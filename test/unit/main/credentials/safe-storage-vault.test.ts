import { describe, expect, it } from 'vitest'
import { createSafeStorageVault, type SafeStorage } from '@main/credentials/safe-storage-vault'

function storageOf(change: Partial<SafeStorage> = {}): SafeStorage {
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (text) => Buffer.from(text).reverse(),
    decryptString: (encrypted) => Buffer.from(encrypted).reverse().toString(),
    ...change,
  }
}

const vaultOf = (change?: Partial<SafeStorage>, platform: NodeJS.Platform = 'linux') => createSafeStorageVault({ safeStorage: storageOf(change), platform })

describe('safeStorage as the keeper of the key', () => {
  it('finds what it encrypted, and records which store did it', async () => {
    const kept = await vaultOf().keep('name', 'secret')
    expect(kept).toMatchObject({ state: 'kept', ticket: { backend: 'gnome_libsecret' } })
    if (kept.state !== 'kept') throw new Error('not kept')
    expect(await vaultOf().find('name', kept.ticket)).toEqual({ state: 'found', secret: 'secret' })
  })

  it.each(['basic_text', 'unknown'])('is no safe over %s', async (backend) => {
    const vault = vaultOf({ getSelectedStorageBackend: () => backend })
    expect(vault.isThere()).toBe(false)
    expect(await vault.keep('name', 'secret')).toEqual({ state: 'absent' })
    expect(await vault.find('name', { backend, ciphertext: 'AAAA' })).toEqual({ state: 'absent' })
  })

  it('is none where encryption is not available, or asking for it throws', () => {
    expect(vaultOf({ isEncryptionAvailable: () => false }).isThere()).toBe(false)
    expect(
      vaultOf({
        isEncryptionAvailable: () => {
          throw new Error('not ready')
        },
      }).isThere(),
    ).toBe(false)
  })

  it('does not ask for a backend where there is only one', async () => {
    const kept = await vaultOf({ getSelectedStorageBackend: () => 'unknown' }, 'darwin').keep('name', 'secret')
    expect(kept).toMatchObject({ ticket: { backend: 'darwin' } })
  })

  it('tells another store than before, and one whose key was replaced', async () => {
    const kept = await vaultOf().keep('name', 'secret')
    if (kept.state !== 'kept') throw new Error('not kept')
    expect(await vaultOf({ getSelectedStorageBackend: () => 'kwallet6' }).find('name', kept.ticket)).toEqual({ state: 'missing' })
    const broken = vaultOf({
      decryptString: () => {
        throw new Error('Error while decrypting')
      },
    })
    expect(await broken.find('name', kept.ticket)).toEqual({ state: 'replaced' })
  })

  it('says when it fails', async () => {
    const failing = vaultOf({
      encryptString: () => {
        throw new Error('no')
      },
    })
    expect(await failing.keep('name', 'secret')).toEqual({ state: 'failing' })
  })
})
