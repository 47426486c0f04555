import type { Vault } from './vault'

/** Forgets everything when Parvis closes: for shared computers, for tests, and where there is no keychain. */
export function createMemoryVault(): Vault {
  const secrets = new Map<string, string>()
  return {
    kind: 'memory',
    async keep(name, secret) {
      secrets.set(name, secret)
    },
    find: async (name) => secrets.get(name),
    async forget(name) {
      secrets.delete(name)
    },
  }
}
