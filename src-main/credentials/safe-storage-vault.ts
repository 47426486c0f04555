import type { KeyFound, KeyKept, KeyVault } from './key-vault'

/** What is used of Electron's `safeStorage`: the synchronous interface, which Electron 33 and 45 both have. */
export interface SafeStorage {
  readonly isEncryptionAvailable: () => boolean
  /** Linux only. */
  readonly getSelectedStorageBackend?: () => string
  readonly encryptString: (text: string) => Buffer
  readonly decryptString: (encrypted: Buffer) => string
}

/** With these, Chromium encrypts under a key that stands in its source code: the opposite of a safe. */
const NO_REAL_BACKEND = ['basic_text', 'unknown']

interface SafeStorageVaultOptions {
  readonly safeStorage: SafeStorage
  readonly platform?: NodeJS.Platform
}

/** Electron's `safeStorage`, where it is backed by the system. It keeps nothing itself: what it encrypted lies in the key file. */
export function createSafeStorageVault({ safeStorage, platform = process.platform }: SafeStorageVaultOptions): KeyVault {
  const backend = (): string => (platform === 'linux' ? (safeStorage.getSelectedStorageBackend?.() ?? 'unknown') : platform)

  function isThere(): boolean {
    try {
      return !NO_REAL_BACKEND.includes(backend()) && safeStorage.isEncryptionAvailable()
    } catch {
      return false
    }
  }

  return {
    kind: 'safe-storage',
    isThere,
    async keep(_name, secret): Promise<KeyKept> {
      if (!isThere()) return { state: 'absent' }
      try {
        return { state: 'kept', ticket: { backend: backend(), ciphertext: safeStorage.encryptString(secret).toString('base64') } }
      } catch {
        return { state: 'failing' }
      }
    },
    async find(_name, { backend: writtenBy, ciphertext }): Promise<KeyFound> {
      if (!isThere()) return { state: 'absent' }
      // Another store than the one that wrote it has another key: its failure would say nothing about this one.
      if (ciphertext === undefined || writtenBy !== backend()) return { state: 'missing' }
      try {
        return { state: 'found', secret: safeStorage.decryptString(Buffer.from(ciphertext, 'base64')) }
      } catch {
        return { state: 'replaced' }
      }
    },
    async forget() {},
    answersUnprompted: async () => false,
  }
}
