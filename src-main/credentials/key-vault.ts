/** What is the matter with a vault, in the words of the screen that has to say it (`SafeTrouble`). */
export type VaultTrouble = 'absent' | 'locked' | 'refused' | 'failing' | 'missing' | 'replaced'

/** What has to be written down beside a kept key so that it is found again. It is no secret. */
export interface KeyTicket {
  /** Which of the system's stores had it (`safeStorage` only). */
  readonly backend?: string | undefined
  /** The key, encrypted by the vault, where the vault itself keeps nothing (`safeStorage` only). Base64. */
  readonly ciphertext?: string | undefined
}

export type KeyKept = { readonly state: 'kept'; readonly ticket: KeyTicket } | { readonly state: VaultTrouble }
export type KeyFound = { readonly state: 'found'; readonly secret: string } | { readonly state: VaultTrouble }

/**
 * The port of a place for the key that wraps the drafts' key. Unlike `Vault` it tells its troubles apart, and has no time limit:
 * an answer that comes late is still worth having. Nothing here rejects, and nothing of somebody else's is overwritten.
 */
export interface KeyVault {
  readonly kind: 'keychain' | 'safe-storage'
  /** Whether it can be expected to answer, found out without asking it. */
  readonly isThere: () => boolean
  readonly keep: (name: string, secret: string) => Promise<KeyKept>
  readonly find: (name: string, ticket: KeyTicket) => Promise<KeyFound>
  readonly forget: (name: string) => Promise<void>
  /** Whether `find` would give an answer just now without asking the person anything. `false` where that cannot be known. */
  readonly answersUnprompted: (name: string) => Promise<boolean>
}
