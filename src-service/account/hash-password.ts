import { hash } from '@node-rs/argon2'
import { AppError } from '@shared/errors/app-error'

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

/**
 * Hashes passwords with Argon2id behind a gate on memory: so many at once, some that wait, and the rest are told
 * `service-busy` without delay. A flood of activations costs no more memory than a busy hour.
 */
export function createPasswordHasher({ memoryMib, waiting }: GateOptions): (password: string) => Promise<string> {
  const atOnce = Math.max(1, Math.floor((memoryMib * 1024) / MEMORY_KIB))
  const queue: (() => void)[] = []
  let running = 0

  async function enter(): Promise<void> {
    if (running < atOnce) {
      running++
      return
    }
    if (queue.length >= waiting) throw new AppError('service-busy', 'Too many passwords are being hashed', { retryAfterSeconds: 2 })
    await new Promise<void>((resolve) => queue.push(resolve))
  }

  /** The place is handed over, so that nobody who comes meanwhile takes it. */
  function leave(): void {
    const next = queue.shift()
    if (next) next()
    else running--
  }

  return async (password) => {
    await enter()
    try {
      return await hash(password, { algorithm: ARGON2ID, memoryCost: MEMORY_KIB, timeCost: PASSES, parallelism: LANES })
    } finally {
      leave()
    }
  }
}
