import { z } from 'zod'
import { AppError } from '@shared/errors/app-error'
import type { Vault } from './vault'

/** What is used of keytar. */
export interface Keychain {
  readonly setPassword: (service: string, account: string, password: string) => Promise<void>
  readonly getPassword: (service: string, account: string) => Promise<string | null>
  readonly deletePassword: (service: string, account: string) => Promise<boolean>
}

/** The name under which the system's keychain shows the entries of Parvis. */
const SERVICE = 'Parvis'

/** A locked keychain asks the person for its password, which takes a person's time. */
const PATIENCE_MS = 60_000

/** Each entry says which vault wrote it, so that one that came here by other ways is not taken for ours. */
const Entry = z.object({ writtenBy: z.literal('keychain'), secret: z.string() })

interface KeychainVaultOptions {
  /** Loads the system's keychain; rejects where there is none. Asked for no earlier than it is needed. */
  readonly load?: () => Promise<Keychain>
  readonly patienceMs?: number
}

/** The operating system's keychain. Whatever is wrong with it (absent, locked, refusing, silent) is `vault-unavailable`. */
export function createKeychainVault({ load = loadKeytar, patienceMs = PATIENCE_MS }: KeychainVaultOptions = {}): Vault {
  async function ask<T>(question: (keychain: Keychain) => Promise<T>): Promise<T> {
    let alarm: ReturnType<typeof setTimeout> | undefined
    const silence = new Promise<never>((_resolve, reject) => {
      alarm = setTimeout(() => {
        reject(new Error('The keychain does not answer'))
      }, patienceMs)
    })
    try {
      return await Promise.race([load().then(question), silence])
    } catch (thrown) {
      throw new AppError('vault-unavailable', 'The keychain cannot be used', { cause: thrown })
    } finally {
      clearTimeout(alarm)
    }
  }

  return {
    kind: 'keychain',
    keep: (name, secret) => ask((keychain) => keychain.setPassword(SERVICE, name, JSON.stringify({ writtenBy: 'keychain', secret }))),
    find: async (name) => readEntry(await ask((keychain) => keychain.getPassword(SERVICE, name))),
    async forget(name) {
      await ask((keychain) => keychain.deletePassword(SERVICE, name))
    },
  }
}

function readEntry(text: string | null): string | undefined {
  if (text === null) return undefined
  try {
    return Entry.parse(JSON.parse(text)).secret
  } catch {
    // Replaced by somebody else. It is left as it is, and is no secret of ours.
    return undefined
  }
}

async function loadKeytar(): Promise<Keychain> {
  const module = (await import('keytar')) as unknown as { readonly default?: Keychain } & Keychain
  return module.default ?? module
}
