/** Where secrets are kept. */
export type VaultKind = 'keychain' | 'memory'

/** The port of a place for secrets. Names are ours; secrets are never written anywhere else. Throws `vault-unavailable`. */
export interface Vault {
  readonly kind: VaultKind
  readonly keep: (name: string, secret: string) => Promise<void>
  readonly find: (name: string) => Promise<string | undefined>
  readonly forget: (name: string) => Promise<void>
}
