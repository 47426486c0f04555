import { AppError } from '@shared/errors/app-error'
import type { Timers } from '../platform/timers'

/** Whether this PIN is the one of this hash. */
export type VerifyPin = (hash: string, pin: string) => Promise<boolean>

/** Loaded when it is wanted: most days nobody closes a kiosk. */
export const verifyPin: VerifyPin = async (hash, pin) => (await import('@node-rs/argon2')).verify(hash, pin.normalize('NFC'))

const TRIES = 5
const REST_MS = 15 * 60_000

interface StaffPinOptions {
  /** From the policy file; without it nobody closes Parvis from within. */
  readonly hash: string | undefined
  readonly timers: Timers
  readonly verify?: VerifyPin
}

/**
 * Resolves for the right PIN alone. Throws `pin-wrong`, and `pin-blocked` for a quarter of an hour after five tries; the
 * count outlives the visit, so that *Finish and erase* is no way around it. One try at a time.
 */
export function createStaffPin({ hash, timers, verify = verifyPin }: StaffPinOptions): (pin: string) => Promise<void> {
  let tries = 0
  let blockedUntilMs = 0
  let last: Promise<void> = Promise.resolve()

  async function attempt(pin: string): Promise<void> {
    if (hash === undefined) throw new AppError('pin-blocked', 'No PIN is set')
    const leftMs = blockedUntilMs - timers.monotonicMs()
    if (leftMs > 0) throw new AppError('pin-blocked', 'Too many tries', { retryAfterSeconds: Math.ceil(leftMs / 1000) })
    // Counted before it is checked: who pulls the plug in between has not won a try.
    tries += 1
    if (await verify(hash, pin)) {
      tries = 0
      return
    }
    if (tries < TRIES) throw new AppError('pin-wrong', 'Not the PIN')
    tries = 0
    blockedUntilMs = timers.monotonicMs() + REST_MS
    throw new AppError('pin-blocked', 'Too many tries', { retryAfterSeconds: REST_MS / 1000 })
  }

  return (pin) => {
    const attempted = last.then(() => attempt(pin))
    last = attempted.catch(() => undefined)
    return attempted
  }
}
