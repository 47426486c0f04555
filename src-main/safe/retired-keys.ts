import type { KeyVault } from '../credentials/key-vault'
import type { Randomness } from '../platform/randomness'
import type { DataKey } from './data-key'
import type { KeyFile } from './key-file'
import { openByPassphrase, openByVaults } from './open-key'
import type { DeriveKey } from './passphrase-key'

/** Keys that were replaced, as far as they have come back. */
export interface RetiredKeys {
  /** Asks the vaults for those that are not known yet. Says whether one was found. */
  readonly find: (files: readonly KeyFile[]) => Promise<boolean>
  readonly findByPassphrase: (files: readonly KeyFile[], passphrase: string) => Promise<boolean>
  readonly keyOf: (keyId: string) => DataKey | undefined
  readonly clear: () => void
}

interface RetiredKeyOptions {
  readonly vaults: readonly KeyVault[]
  readonly randomness: Randomness
  readonly derive: DeriveKey
}

export function createRetiredKeys({ vaults, randomness, derive }: RetiredKeyOptions): RetiredKeys {
  const opened = new Map<string, DataKey>()
  const closed = (files: readonly KeyFile[]): readonly KeyFile[] => files.filter(({ keyId }) => !opened.has(keyId))

  return {
    async find(files) {
      const before = opened.size
      for (const file of closed(files)) {
        const answer = await openByVaults(file, vaults, randomness)
        if ('dataKey' in answer) opened.set(file.keyId, answer.dataKey)
      }
      return opened.size > before
    },
    async findByPassphrase(files, passphrase) {
      const before = opened.size
      for (const file of closed(files)) {
        const answer = await openByPassphrase(file, passphrase, randomness, derive)
        if (answer) opened.set(file.keyId, answer.dataKey)
      }
      return opened.size > before
    },
    keyOf: (keyId) => opened.get(keyId),
    clear() {
      opened.clear()
    },
  }
}
