import { AppError } from '@shared/errors/app-error'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { tryLockKey } from '../storage/locks'
import type { Seal } from '../storage/seal'
import { findKeptAnswer, insertKeptAnswer, type KeptAnswer } from './idempotency-repository'

export interface OnceRooms {
  readonly db: Db
  readonly clock: Clock
  /** Answers hold an access key: they are kept sealed. */
  readonly answerSeal: Seal
}

export interface OnceRequest {
  readonly key: string
  readonly fingerprint: string
}

/** The answer that this key got before. Throws `idempotency-key-reused` when it was for something else. */
export async function findEarlierAnswer<T>({ db, answerSeal }: OnceRooms, request: OnceRequest): Promise<T | undefined> {
  return openAnswer<T>(answerSeal, request, await findKeptAnswer(db, request.key))
}

/**
 * Does the work and keeps its answer under the key, in one transaction: either both are there or neither.
 * Of requests with the same key one does the work; the others get its answer, or `request-in-flight` while it lasts.
 */
export async function answerOnce<T>(rooms: OnceRooms, request: OnceRequest, work: (tx: Db) => Promise<T>): Promise<T> {
  const { db, clock, answerSeal } = rooms
  return db.transaction(async (tx) => {
    if (!(await tryLockKey(tx, request.key)))
      throw new AppError('request-in-flight', 'The first request with this key is not finished', { retryAfterSeconds: 1 })
    const earlier = openAnswer<T>(answerSeal, request, await findKeptAnswer(tx, request.key))
    if (earlier !== undefined) return earlier
    const answer = await work(tx)
    const sealedAnswer = answerSeal.close(JSON.stringify(answer), request.key)
    await insertKeptAnswer(tx, { key: request.key, fingerprint: request.fingerprint, sealedAnswer, createdAt: clock.now() })
    return answer
  })
}

function openAnswer<T>(seal: Seal, { key, fingerprint }: OnceRequest, kept: KeptAnswer | undefined): T | undefined {
  if (!kept) return undefined
  if (kept.fingerprint !== fingerprint) throw new AppError('idempotency-key-reused', 'This key was used for another body')
  return JSON.parse(seal.open(kept.sealedAnswer, key)) as T
}
