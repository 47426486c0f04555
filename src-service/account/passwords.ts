import { hash, verify } from '@node-rs/argon2'
import { AppError } from '@shared/errors/app-error'
import type { HashingLoad } from '../metrics/watch'

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19 * 1024
const PASSES = 2
const LANES = 1
const ARGON2ID = 2

interface GateOptions {
  /** Memory that hashing may take at once, in MiB. */
  readonly memoryMib: number
  /** How many may wait for their turn. More are turned away at once. */
  readonly waiting: number
}

export interface Passwords {
  /** As it is stored. Throws `service-busy`. */
  readonly hash: (password: string) => Promise<string>
  /** The same work where there is no hash to compare with: how long it takes tells nobody whether there is an account. Throws `service-busy`. */
  readonly matches: (password: string, hash: string | undefined) => Promise<boolean>
  /** Throws `service-busy` when the next one would be turned away: asked before work that would be in vain. */
  readonly requireRoom: () => void
  readonly load: () => HashingLoad
}

/** Of a password that nobody has: random, and thrown away when it was hashed. */
export const NOBODYS_HASH = '$argon2id$v=19$m=19456,t=2,p=1$dby9eHsTth7JycefPnzKaQ$uX1lSy91vNVr9GPs2SocWXqfa48e6kj9sWkgKyrZngE'

/**
 * Hashes passwords with Argon2id behind a gate on memory: so many at once, some that wait, and the rest are told
 * `service-busy` without delay. A flood of activations or of sign-ins costs no more memory than a busy hour.
 */
export function createPasswords({ memoryMib, waiting }: GateOptions): Passwords {
  const atOnce = Math.max(1, Math.floor((memoryMib * 1024) / MEMORY_KIB))
  const queue: (() => void)[] = []
  let running = 0
  let refused = 0

  function requireRoom(): void {
    if (running < atOnce || queue.length < waiting) return
    refused++
    throw new AppError('service-busy', 'Too many passwords are being hashed', { retryAfterSeconds: 2 })
  }

  async function enter(): Promise<void> {
    if (running < atOnce) {
      running++
      return
    }
    requireRoom()
    await new Promise<void>((resolve) => queue.push(resolve))
  }

  /** The place is handed over, so that nobody who comes meanwhile takes it. */
  function leave(): void {
    const next = queue.shift()
    if (next) next()
    else running--
  }

  async function inside<T>(work: () => Promise<T>): Promise<T> {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }

  return {
    hash: (password) => inside(() => hash(password, { algorithm: ARGON2ID, memoryCost: MEMORY_KIB, timeCost: PASSES, parallelism: LANES })),
    matches: (password, stored) => inside(async () => (await verify(stored ?? NOBODYS_HASH, password)) && stored !== undefined),
    requireRoom,
    load: () => ({ running, waiting: queue.length, refused }),
  }
}
