import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Randomness } from '../platform/randomness'
import { createDataKey } from './data-key'
import type { KeyFile, PassphraseWrap, VaultWrap } from './key-file'
import { deriveKey, SALT_BYTES, type DeriveKey, type PassphraseCost } from './passphrase-key'

export const KEY_BYTES = 32
const CHECKED_TEXT = 'Parvis drafts, check value 1'

/** A digest of the key that tells it from every other one, and says nothing of it. */
export function checkValueOf(key: Uint8Array): string {
  return createHmac('sha256', key).update(CHECKED_TEXT).digest('base64')
}

export function isKeyOf({ checkValue }: Pick<KeyFile, 'checkValue'>, key: Uint8Array): boolean {
  const [wanted, found] = [Buffer.from(checkValue, 'base64'), Buffer.from(checkValueOf(key), 'base64')]
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}

/** `wrappingKey` closes `key`; the id is bound to it, so that one key's wrap is of no use in another's file. */
export function sealKey(keyId: string, key: Uint8Array, wrappingKey: Uint8Array, randomness: Randomness): string {
  return Buffer.from(createDataKey(keyId, wrappingKey, randomness).seal(key, `draft-key:${keyId}`)).toString('base64')
}

/** The key of this file, or `undefined` when the wrapping key is a wrong one. */
export function openKey(file: KeyFile, wrap: VaultWrap | PassphraseWrap, wrappingKey: Uint8Array, randomness: Randomness): Uint8Array | undefined {
  if (wrappingKey.length !== KEY_BYTES) return undefined
  try {
    const key = createDataKey(file.keyId, wrappingKey, randomness).open(Buffer.from(wrap.sealedKey, 'base64'), `draft-key:${file.keyId}`)
    return key.length === KEY_BYTES && isKeyOf(file, key) ? key : undefined
  } catch {
    return undefined
  }
}

export async function wrapByPassphrase(keyId: string, key: Uint8Array, passphrase: string, cost: PassphraseCost, randomness: Randomness, derive: DeriveKey = deriveKey): Promise<PassphraseWrap> {
  const salt = randomness.bytes(SALT_BYTES)
  const sealedKey = sealKey(keyId, key, await derive(passphrase, salt, cost), randomness)
  return { by: 'passphrase', salt: Buffer.from(salt).toString('base64'), cost, sealedKey }
}
