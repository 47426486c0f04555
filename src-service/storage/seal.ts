import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { drawBytes } from './draw-bytes'

export interface Seal {
  /** Encrypts for one row: text sealed for another row, or for another purpose, does not open here. */
  close(text: string, rowId: string): string
  /** Throws when the text was not sealed by this key for this purpose and row, or was changed. */
  open(sealed: string, rowId: string): string
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * AES-256-GCM for values that must come back in clear (a mail until it is sent, a captcha until it is spoken).
 * The key stays outside the database, so that a copy of the rows alone opens nothing; each purpose has its own key.
 */
export function createSeal(secretKey: Buffer, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secretKey, Buffer.alloc(0), `parvis ${purpose}`, 32))

  return {
    close(text, rowId) {
      const nonce = drawBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(rowId))
      const body = cipher.update(text, 'utf8')
      // A stream cipher keeps nothing back for the end.
      cipher.final()
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },

    open(sealed, rowId) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(rowId)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
    },
  }
}
