import type { SafeDescription } from '@shared/ipc/safe'
import type { DataKey } from './data-key'

/** Who holds the key to this profile's drafts, and what can be done when nobody gives it. */
export interface DraftSafe {
  /** Without asking anybody. */
  readonly describe: () => SafeDescription
  /**
   * The key under which drafts are kept. `to-write` makes one where there is none. Asks the keychain at most once at a time.
   * Throws `safe-choice-needed`, `safe-locked`; what it waits for can be seen in `describe`. Once it has thrown, only `retry`,
   * a passphrase or a choice asks again: a list that is drawn anew does not bring up the keychain's question each time.
   */
  readonly key: (purpose: 'to-read' | 'to-write') => Promise<DataKey>
  /** A key that was replaced and has been found again: what it closed can be opened once more. */
  readonly retiredKey: (keyId: string) => DataKey | undefined
  /** Told by whoever reads the drafts: how many of them neither `key` nor a `retiredKey` opens. */
  readonly leaveAlone: (drafts: number) => void
  /** Whether drafts of this run go to the disk; `false` where memory was chosen, maybe while `key` waited: ask when it has resolved. */
  readonly isOnDisk: () => boolean
  readonly openByPassphrase: (passphrase: string) => Promise<SafeDescription>
  readonly choose: (choice: { readonly keep: 'by-passphrase'; readonly passphrase: string } | { readonly keep: 'in-memory' }) => Promise<SafeDescription>
  readonly retry: () => Promise<SafeDescription>
  readonly startAnew: () => Promise<SafeDescription>
  /** Forgets the key everywhere, the keychain included. What it closed can never be opened again. */
  readonly destroy: () => Promise<void>
}
