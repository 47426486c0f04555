import { AppError } from '@shared/errors/app-error'
import { createKeychainDoor, type Keychain, type KeychainDoor } from './keychain-door'
import { readEntry, SERVICE, writeEntry } from './keychain-entry'
import type { Vault } from './vault'

/** A locked keychain asks the person for its password, which takes a person's time. */
const PATIENCE_MS = 60_000

interface KeychainVaultOptions {
  readonly door?: KeychainDoor
  readonly patienceMs?: number
}

/** The operating system's keychain. Whatever is wrong with it (absent, locked, refusing, silent) is `vault-unavailable`. */
export function createKeychainVault({ door = createKeychainDoor(), patienceMs = PATIENCE_MS }: KeychainVaultOptions = {}): Vault {
  async function ask<T>(question: (keychain: Keychain) => Promise<T>): Promise<T> {
    let alarm: ReturnType<typeof setTimeout> | undefined
    let isWanted = true
    const silence = new Promise<never>((_resolve, reject) => {
      alarm = setTimeout(() => {
        isWanted = false
        reject(new Error('The keychain does not answer'))
      }, patienceMs)
    })
    try {
      return await Promise.race([door.ask(question, () => isWanted), silence])
    } catch (thrown) {
      throw new AppError('vault-unavailable', 'The keychain cannot be used', { cause: thrown })
    } finally {
      clearTimeout(alarm)
    }
  }

  return {
    kind: 'keychain',
    keep: (name, secret) => ask((keychain) => keychain.setPassword(SERVICE, name, writeEntry(secret))),
    async find(name) {
      const text = await ask((keychain) => keychain.getPassword(SERVICE, name))
      return text === null ? undefined : readEntry(text)
    },
    async forget(name) {
      await ask((keychain) => keychain.deletePassword(SERVICE, name))
    },
  }
}
