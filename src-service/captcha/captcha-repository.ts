import { and, eq, gt, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Locale } from '@shared/registration/locale'
import { captchas } from '../storage/captcha-tables'
import type { Db } from '../storage/database'
import { isToBeAnswered } from '../storage/locks'
import { prepareOnce, timeGiven } from '../storage/prepare-once'

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
export async function spendToken(tx: Db, tokenSha256: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(captchas)
    .set({ spentAt: now })
    .where(and(eq(captchas.tokenSha256, tokenSha256), canBeSpent(now)))
    .returning({ id: captchas.id })
  return rows.length > 0
}

const spending = prepareOnce((db) => {
  const now = timeGiven('now')
  return db
    .update(captchas)
    .set({ spentAt: now })
    .from(sql`unnest(${sql.placeholder('tokens')}::text[], ${sql.placeholder('keys')}::text[]) as brought (token, key)`)
    .where(and(eq(captchas.tokenSha256, sql`brought.token`), canBeSpent(now), isToBeAnswered(sql`brought.key`)))
    .returning({ tokenSha256: captchas.tokenSha256 })
    .prepare('spend_tokens')
})

/** The same for many; each is spent only if its key is to be answered in this transaction. */
export async function spendTokens(tx: Db, tokensSha256: readonly string[], keys: readonly string[], now: Date): Promise<string[]> {
  const rows = await spending(tx).execute({ tokens: tokensSha256, keys, now: now.toISOString() })
  return rows.flatMap(({ tokenSha256 }) => tokenSha256 ?? [])
}

export async function deleteExpiredCaptchas(db: Db, now: Date): Promise<void> {
  await db
    .delete(captchas)
    .where(and(lt(captchas.expiresAt, now), or(isNull(captchas.tokenExpiresAt), lt(captchas.tokenExpiresAt, now))))
}

function canBeSpent(now: Date | SQL) {
  return and(isNull(captchas.spentAt), gt(captchas.tokenExpiresAt, now))
}

function isOpen(id: string, now: Date) {
  return and(eq(captchas.id, id), gt(captchas.expiresAt, now), gt(captchas.triesLeft, 0), isNull(captchas.tokenSha256))
}
