import type { KeyTicket, KeyVault, VaultTrouble } from '../credentials/key-vault'
import type { Randomness } from '../platform/randomness'
import { vaultNameOf, type KeyFile } from './key-file'
import { openByPassphrase, toOpenedKey, type OpenedKey } from './open-key'
import type { DeriveKey, PassphraseCost } from './passphrase-key'
import { checkValueOf, KEY_BYTES, openKey, sealKey, wrapByPassphrase } from './wrap-key'

/**
 * A new key, its wrapping key kept by the first vault that takes it. The vault was asked for it again, and what it gave
 * opened the key: nothing is made that could not be found. The file is not written yet.
 */
export async function makeKeyInVault(vaults: readonly KeyVault[], randomness: Randomness): Promise<OpenedKey | { readonly trouble: VaultTrouble }> {
  const keyId = randomness.uuid()
  const bytes = randomness.bytes(KEY_BYTES)
  let first: VaultTrouble | undefined
  for (const vault of vaults) {
    const wrappingKey = randomness.bytes(KEY_BYTES)
    const kept = await keepVerified(vault, vaultNameOf(keyId), Buffer.from(wrappingKey).toString('base64'))
    if (kept.state === 'kept') {
      const wrap = { by: vault.kind, ...kept.ticket, sealedKey: sealKey(keyId, bytes, wrappingKey, randomness) }
      const file: KeyFile = { format: 1, keyId, checkValue: checkValueOf(bytes), wraps: [wrap] }
      if (openKey(file, wrap, wrappingKey, randomness)) return toOpenedKey(file, bytes, vault.kind, randomness)
      first ??= 'failing'
      continue
    }
    first ??= kept.state
    // A person who said no, or has yet to open their keychain, is not to be asked by another way to the same one.
    if (kept.state !== 'absent' && kept.state !== 'failing') break
  }
  return { trouble: first ?? 'absent' }
}

export async function makeKeyByPassphrase(passphrase: string, cost: PassphraseCost, randomness: Randomness, derive?: DeriveKey): Promise<OpenedKey> {
  const keyId = randomness.uuid()
  const bytes = randomness.bytes(KEY_BYTES)
  const wrap = await wrapByPassphrase(keyId, bytes, passphrase, cost, randomness, derive)
  const file: KeyFile = { format: 1, keyId, checkValue: checkValueOf(bytes), wraps: [wrap] }
  const opened = await openByPassphrase(file, passphrase, randomness, derive)
  if (!opened) throw new Error('A passphrase that was just set does not open its key')
  return opened
}

async function keepVerified(vault: KeyVault, name: string, secret: string): Promise<{ readonly state: 'kept'; readonly ticket: KeyTicket } | { readonly state: VaultTrouble }> {
  if (!vault.isThere()) return { state: 'absent' }
  const kept = await vault.keep(name, secret)
  if (kept.state !== 'kept') return kept
  const found = await vault.find(name, kept.ticket)
  if (found.state === 'found' && found.secret === secret) return kept
  await vault.forget(name)
  return { state: found.state === 'found' || found.state === 'missing' || found.state === 'replaced' ? 'failing' : found.state }
}
