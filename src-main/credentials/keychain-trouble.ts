import type { VaultTrouble } from './key-vault'

/**
 * What the keychains' own sentences come to: libsecret's and gnome-keyring's as they were met, macOS' and Windows' as
 * `SecCopyErrorMessageString` and `FormatMessage` give them. They are translated on some systems; what is not known is `failing`.
 */
const SENTENCES: readonly (readonly [RegExp, VaultTrouble])[] = [
  // The module is not installed, or the library that it needs is not.
  [/cannot find (package|module)|cannot open shared object|ERR_MODULE_NOT_FOUND/i, 'absent'],
  // No session bus, or nobody on it who keeps secrets.
  [/cannot autolaunch|could not connect|not provided by any|ServiceUnknown|connection refused/i, 'absent'],
  [/no keychain is available|default keychain could not be found/i, 'absent'],
  // The person closed the question: a locked keyring stays locked, one that is not there yet is not made.
  [/locked collection|object does not exist at path|prompt (was )?dismissed/i, 'refused'],
  [/user cancell?ed|user name or passphrase you entered is not correct|authorization.*denied/i, 'refused'],
  [/user interaction is not allowed|is locked/i, 'locked'],
]

export function troubleIn(thrown: unknown): VaultTrouble {
  const { message = '', code = '' } = typeof thrown === 'object' && thrown !== null ? (thrown as { message?: unknown; code?: unknown }) : {}
  const said = `${String(code)} ${String(message)}`
  return SENTENCES.find(([sentence]) => sentence.test(said))?.[1] ?? 'failing'
}
