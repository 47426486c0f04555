import { drawBytes } from './draw-bytes'

/** Crockford's base32: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What a registration (PV) or a ticket (PT) is called by, on the telephone too. */
export function drawReference(of: 'PV' | 'PT'): string {
  return `${of}-${drawCrockford(4)}-${drawCrockford(4)}`
}

export function drawCrockford(length: number): string {
  // 32 characters: five bits of a byte choose each of them as often as any other.
  return Array.from(drawBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
}
