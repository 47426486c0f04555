import { lt, lte, sql } from 'drizzle-orm'
import { AppError } from '@shared/errors/app-error'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { rateLimits } from '../storage/rate-limit-tables'
import { sha256 } from '../storage/secrets'

/** How often a minute, by what is counted (service.md, *Contract*). */
export const LIMITS_PER_MINUTE = {
  'look-ups': 60,
  captchas: 30,
  registrations: 10,
  'registrations-of-email': 3,
  /** Each sends mails to whatever address is given, and no captcha is asked. */
  'corrections-of-registration': 3,
  /** Each may send a mail to a manager. */
  'structures-of-account': 5,
  'tickets-of-email': 3,
  'activations-of-proof': 20,
  'resets-of-email': 5,
  'sign-ins-of-email': 10,
  /** A mail server that brings what came back, after it could not for a while. */
  'returned-mails': 600,
  'everything-else': 120,
} as const

export type LimitName = keyof typeof LIMITS_PER_MINUTE

const WINDOW_MS = 60_000
const MOST_REMEMBERED = 10_000

export interface RateLimits {
  /** Counts one use by `whom`. Throws `rate-limited`, with the seconds to wait, when the minute's share is used up. */
  take(limit: LimitName, whom: string): Promise<void>
  /** Deletes what no longer counts. */
  forgetOld(): Promise<void>
}

/**
 * Counted in the database, so that all instances share one count: one upsert a use. Whoever was refused is refused by this instance
 * without asking again until the minute is over: a flood costs the database nothing once it is known.
 */
export function createRateLimits(db: Db, clock: Clock): RateLimits {
  const refused = new Map<string, Date>()

  function refuse(key: string, windowStart: Date, now: Date): never {
    if (refused.size >= MOST_REMEMBERED) refused.clear()
    refused.set(key, windowStart)
    throw tooMany(windowStart, now)
  }

  return {
    async take(limit, whom) {
      const now = clock.now()
      const name = `${limit} ${whom}`
      const refusedIn = refused.get(name)
      if (refusedIn && now.getTime() - refusedIn.getTime() < WINDOW_MS) throw tooMany(refusedIn, now)
      refused.delete(name)
      const over = lte(rateLimits.windowStart, new Date(now.getTime() - WINDOW_MS))
      const [used] = await db
        .insert(rateLimits)
        .values({ key: sha256(name), windowStart: now, count: 1 })
        .onConflictDoUpdate({
          target: rateLimits.key,
          set: {
            count: sql`case when ${over} then 1 else ${rateLimits.count} + 1 end`,
            windowStart: sql`case when ${over} then ${sql.param(now, rateLimits.windowStart)} else ${rateLimits.windowStart} end`,
          },
        })
        .returning({ count: rateLimits.count, windowStart: rateLimits.windowStart })
      if (used && used.count > LIMITS_PER_MINUTE[limit]) refuse(name, used.windowStart, now)
    },

    async forgetOld() {
      await db.delete(rateLimits).where(lt(rateLimits.windowStart, new Date(clock.now().getTime() - WINDOW_MS)))
    },
  }
}

function tooMany(windowStart: Date, now: Date): AppError {
  const waitMs = windowStart.getTime() + WINDOW_MS - now.getTime()
  const retryAfterSeconds = Math.min(60, Math.max(1, Math.ceil(waitMs / 1000)))
  return new AppError('rate-limited', 'The share of this minute is used up', { retryAfterSeconds })
}

/** For tests and load (RATE_LIMITS=off): nothing is counted. */
export const noRateLimits: RateLimits = { take: async () => undefined, forgetOld: async () => undefined }
