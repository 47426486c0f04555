import type { KeyVault, VaultTrouble } from '../credentials/key-vault'
import type { Randomness } from '../platform/randomness'
import { createDataKey, type DataKey } from './data-key'
import { vaultNameOf, type KeyFile } from './key-file'
import { deriveKey, type DeriveKey } from './passphrase-key'
import { openKey } from './wrap-key'

/** A key that was found and checked. */
export interface OpenedKey {
  readonly file: KeyFile
  readonly dataKey: DataKey
  /** For a further wrap. It goes nowhere else. */
  readonly bytes: Uint8Array
  readonly keeper: KeyVault['kind'] | 'passphrase'
}

export function toOpenedKey(file: KeyFile, bytes: Uint8Array, keeper: OpenedKey['keeper'], randomness: Randomness): OpenedKey {
  return { file, bytes, keeper, dataKey: createDataKey(file.keyId, bytes, randomness) }
}

/** Asks the vaults that the file names, in its order. Without an opened key: what was the matter with the first one, if any is named. */
export async function openByVaults(file: KeyFile, vaults: readonly KeyVault[], randomness: Randomness): Promise<OpenedKey | { readonly trouble: VaultTrouble | undefined }> {
  let trouble: VaultTrouble | undefined
  for (const wrap of file.wraps) {
    if (wrap.by === 'passphrase') continue
    const answer = (await vaults.find(({ kind }) => kind === wrap.by)?.find(vaultNameOf(file.keyId), wrap)) ?? { state: 'absent' }
    if (answer.state !== 'found') {
      trouble ??= answer.state
      continue
    }
    const bytes = openKey(file, wrap, Buffer.from(answer.secret, 'base64'), randomness)
    if (bytes) return toOpenedKey(file, bytes, wrap.by, randomness)
    trouble ??= 'replaced'
  }
  return { trouble }
}

/** `undefined` when it opens nothing of this file. */
export async function openByPassphrase(file: KeyFile, passphrase: string, randomness: Randomness, derive: DeriveKey = deriveKey): Promise<OpenedKey | undefined> {
  for (const wrap of file.wraps) {
    if (wrap.by !== 'passphrase') continue
    const bytes = openKey(file, wrap, await derive(passphrase, Buffer.from(wrap.salt, 'base64'), wrap.cost), randomness)
    if (bytes) return toOpenedKey(file, bytes, 'passphrase', randomness)
  }
  return undefined
}

export function hasPassphrase(file: KeyFile | undefined): boolean {
  return file?.wraps.some(({ by }) => by === 'passphrase') ?? false
}
