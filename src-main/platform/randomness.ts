import { randomBytes, randomUUID } from 'node:crypto'

/** Chance, as a port: tests repeat it. */
export interface Randomness {
  /** Bytes that nobody can guess. */
  readonly bytes: (count: number) => Uint8Array
  readonly uuid: () => string
  /** Evenly between 0 and 1, 1 excluded; for delays, never for secrets. */
  readonly fraction: () => number
}

export const systemRandomness: Randomness = { bytes: (count) => randomBytes(count), uuid: () => randomUUID(), fraction: () => Math.random() }
