import { createHmac, hash, hkdfSync, timingSafeEqual } from 'node:crypto'
import { drawBytes } from './draw-bytes'

/** 256 bits from the system's generator, as 43 characters of base64url: an activation token, an access key. */
export function newSecret(): string {
  return drawBytes(32).toString('base64url')
}

export function sha256(text: string): string {
  return hash('sha256', text)
}

export interface KeyedHash {
  of(text: string): string
  matches(text: string, hash: string): boolean
}

/** For what is too short to be safe behind a plain hash: without the service's key nothing can be tried out. */
export function createKeyedHash(secretKey: Buffer, purpose: string): KeyedHash {
  const key = Buffer.from(hkdfSync('sha256', secretKey, Buffer.alloc(0), `parvis ${purpose}`, 32))
  const of = (text: string): string => createHmac('sha256', key).update(text, 'utf8').digest('hex')
  return {
    of,
    matches(text, hash) {
      const [wanted, given] = [Buffer.from(of(text), 'hex'), Buffer.from(hash, 'hex')]
      return wanted.length === given.length && timingSafeEqual(wanted, given)
    },
  }
}
