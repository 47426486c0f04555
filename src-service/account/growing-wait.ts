import { eq } from 'drizzle-orm'
import { AppError } from '@shared/errors/app-error'
import type { Db } from '../storage/database'
import { sha256 } from '../storage/secrets'
import { signInFailures } from '../storage/session-tables'

/** So many slips cost nothing; then each wait is twice the one before. */
const FREE_FAILURES = 3
const LONGEST_WAIT_SECONDS = 60
/** Without a try for so long, one begins anew. */
export const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000

/** Seconds from the last wrong password until another may be tried. */
function waitAfter(failures: number): number {
  return failures < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT_SECONDS, 2 ** (failures - FREE_FAILURES))
}

/**
 * Counts a try before it is known whether it succeeds, so that tries side by side do not get past it. Throws `rate-limited`
 * with the seconds to wait; nobody is locked out for longer than a minute, whatever a stranger tries on their address.
 */
export async function countTry(db: Db, emailKey: string, now: Date): Promise<void> {
  const key = keyOf(emailKey)
  const waitSeconds = await db.transaction(async (tx) => {
    await tx.insert(signInFailures).values({ key, failures: 0, lastAt: now }).onConflictDoNothing()
    const [row] = await tx.select().from(signInFailures).where(eq(signInFailures.key, key)).for('update')
    if (!row) return 0
    const failures = now.getTime() - row.lastAt.getTime() > FORGOTTEN_AFTER_MS ? 0 : row.failures
    const left = row.lastAt.getTime() + waitAfter(failures) * 1000 - now.getTime()
    if (left > 0) return Math.ceil(left / 1000)
    await tx.update(signInFailures).set({ failures: failures + 1, lastAt: now }).where(eq(signInFailures.key, key))
    return 0
  })
  if (waitSeconds > 0) throw new AppError('rate-limited', 'Too many wrong passwords in a row', { retryAfterSeconds: Math.min(LONGEST_WAIT_SECONDS, waitSeconds) })
}

export async function forgetTries(db: Db, emailKey: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.key, keyOf(emailKey)))
}

function keyOf(emailKey: string): string {
  return sha256(`sign-in ${emailKey}`)
}
