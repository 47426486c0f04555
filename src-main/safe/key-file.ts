import { createHash } from 'node:crypto'
import { z } from 'zod'
import { PassphraseCost } from './passphrase-key'

const base64 = z.base64().min(1).max(20_000)

/** The drafts' key, sealed by a wrapping key that lies in a vault of the system. */
const VaultWrap = z.strictObject({
  by: z.enum(['keychain', 'safe-storage']),
  backend: z.string().max(100).optional(),
  ciphertext: base64.optional(),
  sealedKey: base64,
})
export type VaultWrap = z.infer<typeof VaultWrap>

/** The drafts' key, sealed by a key that is made of a passphrase. */
const PassphraseWrap = z.strictObject({ by: z.literal('passphrase'), salt: base64, cost: PassphraseCost, sealedKey: base64 })
export type PassphraseWrap = z.infer<typeof PassphraseWrap>

/** What is kept of a key: nothing in it opens anything without a vault or a passphrase. */
export const KeyFile = z.strictObject({
  format: z.literal(1),
  keyId: z.uuid(),
  /** Tells the right key from a wrong one before any draft is touched. */
  checkValue: base64,
  wraps: z.array(z.discriminatedUnion('by', [VaultWrap, PassphraseWrap])).min(1).max(8),
})
export type KeyFile = z.infer<typeof KeyFile>

/** With a checksum, because a bit that flips inside of base64 is still base64. */
export function writeKeyFile(file: KeyFile): string {
  return `${JSON.stringify({ ...file, sha256: checksumOf(file) }, undefined, 2)}\n`
}

/** `undefined` for what is damaged, or was written by another version. */
export function parseKeyFile(text: string): KeyFile | undefined {
  try {
    const { sha256, ...content } = z.looseObject({ sha256: z.string() }).parse(JSON.parse(text))
    const file = KeyFile.parse(content)
    return sha256 === checksumOf(file) ? file : undefined
  } catch {
    return undefined
  }
}

/** Over the fields in the order of the schema, however a file orders them. */
function checksumOf(file: KeyFile): string {
  return createHash('sha256').update(JSON.stringify(KeyFile.parse(file))).digest('hex')
}

/** The name under which the keychain has the wrapping key of this one. */
export function vaultNameOf(keyId: string): string {
  return `draft-key:${keyId}`
}
