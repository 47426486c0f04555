import type { KeychainDoor } from './keychain-door'
import { readEntry, SERVICE, writeEntry } from './keychain-entry'
import type { KeyFound, KeyKept, KeyVault } from './key-vault'
import { troubleIn } from './keychain-trouble'
import type { Whereabouts } from './secret-service-look'

interface KeychainKeyVaultOptions {
  readonly door: KeychainDoor
  readonly isThere: () => boolean
  /** Where the entry is, found out without a question to the person; `unknown` where the system has no such way. */
  readonly look: (account: string) => Promise<Whereabouts>
}

/** The operating system's keychain as the place of the wrapping key. */
export function createKeychainKeyVault({ door, isThere, look }: KeychainKeyVaultOptions): KeyVault {
  async function find(name: string): Promise<KeyFound> {
    if (!isThere()) return { state: 'absent' }
    try {
      const text = await door.ask((keychain) => keychain.getPassword(SERVICE, name))
      if (text === null) return { state: await reasonForNothing(name) }
      const secret = readEntry(text)
      return secret === undefined ? { state: 'replaced' } : { state: 'found', secret }
    } catch (thrown) {
      return { state: troubleIn(thrown) }
    }
  }

  /** keytar gives `null` for an entry that is not there, and for a locked one whose question the person closed, alike. */
  async function reasonForNothing(name: string): Promise<'missing' | 'refused'> {
    return (await look(name)) === 'locked' ? 'refused' : 'missing'
  }

  async function keep(name: string, secret: string): Promise<KeyKept> {
    if (!isThere()) return { state: 'absent' }
    try {
      await door.ask((keychain) => keychain.setPassword(SERVICE, name, writeEntry(secret)))
      return { state: 'kept', ticket: {} }
    } catch (thrown) {
      return { state: troubleIn(thrown) }
    }
  }

  return {
    kind: 'keychain',
    isThere,
    find,
    keep,
    async forget(name) {
      if (!isThere()) return
      await door.ask((keychain) => keychain.deletePassword(SERVICE, name)).catch(() => undefined)
    },
    answersUnprompted: async (name) => isThere() && (await look(name)) === 'unlocked',
  }
}
