import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import type { Breaker } from './breaker'
import type { Directory, Establishment } from './directory'
import { findKept, keepAnswer } from './kept-answers'
import { mergeQuestions } from './merge-questions'
import type { Quota } from './quota'
import { type Source, type SourceAnswer, SourceUnavailable } from './source'

interface SireneRooms {
  readonly db: Db
  readonly clock: Clock
  readonly source: Source
  readonly quota: Quota
  readonly breaker: Breaker
  /** Told what is wrong with the source: codes only, no number and no key. */
  readonly report: (note: string) => void
}

/**
 * A source of Sirene, spared and survived: it is asked for what nobody asked lately, once at a time, within its quota, and not at
 * all while it fails. While it cannot say, the last known facts of a company are told; what was unknown is not told again.
 */
export function createSireneDirectory({ db, clock, source, quota, breaker, report }: SireneRooms): Directory {
  async function askInTurn(siret: string): Promise<SourceAnswer | undefined> {
    await quota.take()
    try {
      const answer = await source.ask(siret)
      await keepAnswer(db, siret, answer, clock.now())
      return answer
    } catch (failure) {
      if (failure instanceof SourceUnavailable) await heed(failure)
      throw failure
    }
  }

  async function heed({ trouble, note, retryAfterSeconds }: SourceUnavailable): Promise<void> {
    report(`${trouble}: ${note}`)
    const pauseSeconds = retryAfterSeconds ?? (trouble === 'too-many' ? Math.ceil(quota.windowMs / 1000) : undefined)
    if (pauseSeconds !== undefined) await quota.pause(pauseSeconds)
  }

  return {
    find: mergeQuestions(async (siret): Promise<Establishment | undefined> => {
      const kept = await findKept(db, siret, clock.now())
      if (kept?.isFresh) return kept.establishment
      try {
        return (await breaker.run(() => askInTurn(siret)))?.establishment
      } catch (failure) {
        if (failure instanceof SourceUnavailable && kept?.establishment) return kept.establishment
        throw failure
      }
    }),

    isWell: async () => breaker.isClosed() && !(await quota.isPaused()),
  }
}
