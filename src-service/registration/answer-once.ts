import { AppError } from '@shared/errors/app-error'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { insertManyAtTheEnd, type RowsFor } from '../storage/insert-many'
import { lockEmailsAndKeys } from '../storage/locks'
import type { Seal } from '../storage/seal'
import type { Outcomes } from '../storage/together'
import { findKeptAnswers, type KeptAnswer, keptAnswerRows } from './idempotency-repository'

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

interface OnceWork<T, Request, Facts> {
  readonly emailKeyOf: (request: Request) => string
  readonly prepare: (tx: Db, requests: readonly Request[]) => Promise<Facts>
  readonly work: (tx: Db, fresh: readonly Request[], facts: Facts) => Promise<{ readonly outcomes: Outcomes<T>; readonly rows: readonly RowsFor[] }>
}

/**
 * Does the work of those whose keys have no answer yet, and writes its rows and keeps its answers in one transaction: either all is
 * there or nothing. Of requests with the same key one is worked on; the others get its answer, or `request-in-flight` while it lasts;
 * whoever used the key for something else, `idempotency-key-reused`. The addresses of all are locked. `prepare` asks what the work
 * needs to know of all of them, and is sent with the locks: it may change what depends on `isToBeAnswered` alone.
 */
export async function answerTogetherOnce<T extends object, Request extends OnceRequest, Facts>(
  { db, clock, answerSeal }: OnceRooms,
  requests: readonly Request[],
  { emailKeyOf, prepare, work }: OnceWork<T, Request, Facts>,
): Promise<Outcomes<T>> {
  return db.transaction(async (tx) => {
    const keys = requests.map(({ key }) => key)
    // Asked together: the database answers the others when it has locked.
    const [locked, kept, facts] = await Promise.all([lockEmailsAndKeys(tx, requests.map(emailKeyOf), keys), findKeptAnswers(tx, keys), prepare(tx, requests)])
    const ours = new Set(locked)
    const earlier = requests.map((request) => earlierAnswer<T>(answerSeal, request, kept.get(request.key)))
    const fresh = requests.filter(({ key }, index) => !earlier[index] && ours.delete(key))
    const { outcomes, rows } = await work(tx, fresh, facts)
    const made = new Map(fresh.map((request, index) => [request, outcomes[index]]))
    const answers = [...made].flatMap(([request, outcome]) => (outcome?.status === 'fulfilled' ? [keep(request, outcome.value)] : []))
    await insertManyAtTheEnd(tx, [...rows, keptAnswerRows(answers)])
    return requests.map((request, index) => made.get(request) ?? earlier[index] ?? inFlight())
  })

  function keep({ key, fingerprint }: OnceRequest, answer: T): KeptAnswer {
    return { key, fingerprint, sealedAnswer: answerSeal.close(JSON.stringify(answer), key), createdAt: clock.now() }
  }
}

function earlierAnswer<T>(seal: Seal, { key, fingerprint }: OnceRequest, kept: KeptAnswer | undefined): PromiseSettledResult<T> | undefined {
  if (!kept) return undefined
  if (kept.fingerprint !== fingerprint) return { status: 'rejected', reason: new AppError('idempotency-key-reused', 'This key was used for another body') }
  return { status: 'fulfilled', value: JSON.parse(seal.open(kept.sealedAnswer, key)) as T }
}

function inFlight(): PromiseRejectedResult {
  return { status: 'rejected', reason: new AppError('request-in-flight', 'The first request with this key is not finished', { retryAfterSeconds: 1 }) }
}
