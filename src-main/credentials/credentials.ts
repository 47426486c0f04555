import { AppError } from '@shared/errors/app-error'
import type { VaultDescription } from '@shared/ipc/descriptions'
import type { Vault, VaultKind } from './vault'

/** Secrets of this profile. The keychain is never asked before there is something to keep or to find in it. */
export interface Credentials {
  /** Keeps a secret for following a registration; where there is no keychain, until Parvis closes. Says which vault has it. */
  readonly keep: (name: string, secret: string) => Promise<VaultKind>
  /** Keeps a secret in the keychain or not at all. Throws `vault-unavailable`. */
  readonly keepForGood: (name: string, secret: string) => Promise<void>
  /** Asks the vault that has it. `undefined`: it holds no such secret (any more). Throws `vault-unavailable`. */
  readonly find: (name: string, keptIn: VaultKind) => Promise<string | undefined>
  readonly forget: (name: string, keptIn: VaultKind) => Promise<void>
  /** Which vault is in use, and why, as far as it is known without asking. */
  readonly describe: () => VaultDescription
}

interface CredentialsOptions {
  readonly memory: Vault
  /** Absent when memory was chosen. */
  readonly keychain: Vault | undefined
  /** Whether a keychain can be expected, found out without asking it anything. */
  readonly isKeychainThere?: () => boolean
  readonly report?: () => void
}

export function createCredentials({ memory, keychain, isKeychainThere = () => true, report }: CredentialsOptions): Credentials {
  /** What the last question to the keychain showed; before the first one nothing is known. */
  let lastOutcome: 'answered' | 'failed' | undefined

  async function inKeychain<T>(ask: (keychain: Vault) => Promise<T>): Promise<T> {
    if (!keychain) throw new AppError('vault-unavailable', 'No keychain is used in this run')
    try {
      const answer = await ask(keychain)
      lastOutcome = 'answered'
      return answer
    } catch (thrown) {
      lastOutcome = 'failed'
      report?.()
      throw thrown
    }
  }

  const keepForGood = (name: string, secret: string): Promise<void> => inKeychain((vault) => vault.keep(name, secret))

  async function keep(name: string, secret: string): Promise<VaultKind> {
    try {
      await keepForGood(name, secret)
      return 'keychain'
    } catch {
      await memory.keep(name, secret)
      return 'memory'
    }
  }

  function describe(): VaultDescription {
    if (!keychain) return { kind: 'memory', reason: 'chosen' }
    const isUsable = lastOutcome === undefined ? isKeychainThere() : lastOutcome === 'answered'
    return isUsable ? { kind: 'keychain' } : { kind: 'memory', reason: 'unavailable' }
  }

  return {
    keep,
    keepForGood,
    find: (name, keptIn) => (keptIn === 'memory' ? memory.find(name) : inKeychain((vault) => vault.find(name))),
    forget: (name, keptIn) => (keptIn === 'memory' ? memory.forget(name) : inKeychain((vault) => vault.forget(name))),
    describe,
  }
}
