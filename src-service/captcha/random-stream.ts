import { createHash } from 'node:crypto'

export interface RandomStream {
  /** Evenly spread over [from, to). */
  between(from: number, to: number): number
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly T[]): T
}

/**
 * Many cheap random numbers that follow from a seed (xoshiro128**), for the shape of pictures and noise.
 * Never for a secret: characters and tokens come from node:crypto.
 */
export function createRandomStream(seed: Buffer): RandomStream {
  const digest = createHash('sha256').update(seed).digest()
  let a = digest.readUInt32LE(0)
  let b = digest.readUInt32LE(4)
  let c = digest.readUInt32LE(8)
  let d = digest.readUInt32LE(12) | 1

  function next(): number {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result / 0x1_0000_0000
  }

  return {
    between: (from, to) => from + next() * (to - from),
    pick: (items) => items[Math.floor(next() * items.length)] as (typeof items)[number],
  }
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}
