import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Randomness } from '../platform/randomness'

/** The key of the drafts, ready for use. The bytes of the key itself never leave the safe. */
export interface DataKey {
  /** Which key this is; every sealed file names it, so that a wrong key is never taken for a damaged file. */
  readonly id: string
  /** AES-256-GCM: 12 bytes of IV, ciphertext, 16 bytes of tag. `associated` is not hidden, but cannot be changed. */
  readonly seal: (plain: Uint8Array, associated: string) => Uint8Array
  /** Throws when a single bit of either differs. */
  readonly open: (sealed: Uint8Array, associated: string) => Uint8Array
}

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** `bytes`: 32 of them. A random IV a message is safe for 2^32 messages under one key (NIST SP 800-38D, 8.3). */
export function createDataKey(id: string, bytes: Uint8Array, randomness: Pick<Randomness, 'bytes'>): DataKey {
  return {
    id,
    seal(plain, associated) {
      const iv = randomness.bytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, bytes, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(associated))
      return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed, associated) {
      const [iv, body, tag] = [sealed.subarray(0, IV_BYTES), sealed.subarray(IV_BYTES, -TAG_BYTES), sealed.subarray(-TAG_BYTES)]
      const decipher = createDecipheriv(CIPHER, bytes, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(associated)).setAuthTag(tag)
      const plain = decipher.update(body)
      // Throws when it is not genuine; in this mode there is nothing left to come out of it.
      decipher.final()
      return plain
    },
  }
}
