import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import type { Locale } from '@shared/registration/locale'
import { captchas } from '../storage/captcha-tables'
import { anyOf } from '../storage/any-of'
import type { Db } from '../storage/database'

interface Challenge {
  readonly id: string
  readonly locale: Locale
  readonly sealedCharacters: string
}

export async function insertCaptcha(db: Db, challenge: Challenge, triesLeft: number, expiresAt: Date): Promise<void> {
  await db.insert(captchas).values({ ...challenge, triesLeft, expiresAt })
}

/** The challenge, as long as it can still be answered. */
export async function findOpenCaptcha(db: Db, id: string, now: Date): Promise<Challenge | undefined> {
  const [row] = await db.select().from(captchas).where(isOpen(id, now))
  return row
}

/** Takes one try before the answer is looked at, so that many answers at once are not many guesses for the price of one. */
export async function takeTry(db: Db, id: string, now: Date): Promise<Challenge | undefined> {
  const [row] = await db
    .update(captchas)
    .set({ triesLeft: sql`${captchas.triesLeft} - 1` })
    .where(isOpen(id, now))
    .returning()
  return row
}

/** Whether the captcha exists and is not too old, be it answered already or out of tries. */
export async function isCaptchaFresh(db: Db, id: string, now: Date): Promise<boolean> {
  const rows = await db.select({ id: captchas.id }).from(captchas).where(and(eq(captchas.id, id), gt(captchas.expiresAt, now)))
  return rows.length > 0
}

/** Nobody can answer it any more. */
export async function endCaptcha(db: Db, id: string, now: Date): Promise<void> {
  await db.update(captchas).set({ expiresAt: now }).where(eq(captchas.id, id))
}

/** False when another right answer was faster. */
export async function grantToken(db: Db, id: string, tokenSha256: string, tokenExpiresAt: Date): Promise<boolean> {
  const rows = await db
    .update(captchas)
    .set({ tokenSha256, tokenExpiresAt })
    .where(and(eq(captchas.id, id), isNull(captchas.tokenSha256)))
    .returning({ id: captchas.id })
  return rows.length > 0
}

/** One conditional update: of any number of callers, one is told that a token is spent now. */
export async function spendTokens(tx: Db, tokensSha256: readonly string[], now: Date): Promise<string[]> {
  const rows = await tx
    .update(captchas)
    .set({ spentAt: now })
    .where(and(anyOf(captchas.tokenSha256, tokensSha256), isNull(captchas.spentAt), gt(captchas.tokenExpiresAt, now)))
    .returning({ tokenSha256: captchas.tokenSha256 })
  return rows.flatMap(({ tokenSha256 }) => tokenSha256 ?? [])
}

export async function deleteExpiredCaptchas(db: Db, now: Date): Promise<void> {
  await db
    .delete(captchas)
    .where(and(lt(captchas.expiresAt, now), or(isNull(captchas.tokenExpiresAt), lt(captchas.tokenExpiresAt, now))))
}

function isOpen(id: string, now: Date) {
  return and(eq(captchas.id, id), gt(captchas.expiresAt, now), gt(captchas.triesLeft, 0), isNull(captchas.tokenSha256))
}
