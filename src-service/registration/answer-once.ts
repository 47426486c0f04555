import { AppError } from '@shared/errors/app-error'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { tryLockKeys } from '../storage/locks'
import type { Seal } from '../storage/seal'
import type { Outcomes } from '../storage/together'
import { findKeptAnswers, insertKeptAnswers, type KeptAnswer } from './idempotency-repository'

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

type Answer = object

/** The answers that these keys got before, in the order of the requests. Of a key that was for something else: `idempotency-key-reused`. */
export async function findEarlierAnswers<T extends Answer>(db: Db, answerSeal: Seal, requests: readonly OnceRequest[]): Promise<Outcomes<T | undefined>> {
  const kept = await findKeptAnswers(db, requests.map(({ key }) => key))
  return requests.map((request) => outcomeOf(() => openAnswer<T>(answerSeal, request, kept.get(request.key))))
}

/**
 * Does the work of those whose keys have no answer yet, and keeps their answers, in one transaction: either both are there or
 * neither. Of requests with the same key one is worked on; the others get its answer, or `request-in-flight` while it lasts.
 */
export async function answerTogetherOnce<T extends Answer, Request extends OnceRequest>(
  { db, clock, answerSeal }: OnceRooms,
  requests: readonly Request[],
  work: (tx: Db, fresh: readonly Request[]) => Promise<Outcomes<T>>,
): Promise<Outcomes<T>> {
  return db.transaction(async (tx) => {
    const ours = new Set(await tryLockKeys(tx, requests.map(({ key }) => key)))
    const earlier = await findEarlierAnswers<T>(tx, answerSeal, requests)
    const fresh = requests.filter(({ key }, index) => isUnanswered(earlier[index]) && ours.delete(key))
    const outcomes = await work(tx, fresh)
    const made = new Map(fresh.map((request, index) => [request, outcomes[index]]))
    await insertKeptAnswers(tx, [...made].flatMap(([request, outcome]) => (outcome?.status === 'fulfilled' ? [keep(request, outcome.value)] : [])))
    return requests.map((request, index) => made.get(request) ?? answered(earlier[index]) ?? inFlight())
  })

  function keep({ key, fingerprint }: OnceRequest, answer: T): KeptAnswer {
    return { key, fingerprint, sealedAnswer: answerSeal.close(JSON.stringify(answer), key), createdAt: clock.now() }
  }
}

function isUnanswered(outcome: PromiseSettledResult<unknown> | undefined): boolean {
  return outcome?.status === 'fulfilled' && outcome.value === undefined
}

function answered<T>(outcome: PromiseSettledResult<T | undefined> | undefined): PromiseSettledResult<T> | undefined {
  if (outcome?.status !== 'fulfilled') return outcome
  return outcome.value === undefined ? undefined : { status: 'fulfilled', value: outcome.value }
}

function inFlight(): PromiseRejectedResult {
  return { status: 'rejected', reason: new AppError('request-in-flight', 'The first request with this key is not finished', { retryAfterSeconds: 1 }) }
}

/** What a piece of work gives or throws. */
export function outcomeOf<T>(work: () => T): PromiseSettledResult<T> {
  try {
    return { status: 'fulfilled', value: work() }
  } catch (reason) {
    return { status: 'rejected', reason }
  }
}

function openAnswer<T>(seal: Seal, { key, fingerprint }: OnceRequest, kept: KeptAnswer | undefined): T | undefined {
  if (!kept) return undefined
  if (kept.fingerprint !== fingerprint) throw new AppError('idempotency-key-reused', 'This key was used for another body')
  return JSON.parse(seal.open(kept.sealedAnswer, key)) as T
}
