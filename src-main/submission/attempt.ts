import { AppError } from '@shared/errors/app-error'
import { PATHS } from '@shared/http/paths'
import { RegistrationAnswer } from '@shared/http/registrations'
import type { Draft, DraftId } from '@shared/registration/draft'
import type { DraftFile } from '../drafts/draft-file'
import type { Drafts } from '../drafts/drafts'
import { type Judgement, judgeFailure } from './judge-failure'
import { accept, askAttention, mayHaveArrivedEarlier, startSending, waitAgain } from './queue-file'
import type { Rests } from './rests'
import type { ServiceClient } from './service-client'
import type { StructureCheck } from './structure-check'

/** How one sending ended. Whatever it is, it stands in the file already. */
export type AttemptOutcome =
  | { readonly kind: 'sent'; readonly draft: Draft }
  | { readonly kind: 'captcha-wanted' | 'needs-attention' | 'again' | 'stopped'; readonly failure: AppError; readonly mayHaveArrived: boolean }

export interface AttemptOptions {
  /** Absent where the file has the one that it was sent with before. */
  readonly captchaToken?: string | undefined
  /** Whether the directory is asked first. It never is for what may have arrived: nothing of that can be changed any more. */
  readonly looksFirst: boolean
}

export type Attempt = (draftId: DraftId, options: AttemptOptions) => Promise<AttemptOutcome>

interface AttemptRooms {
  readonly drafts: Pick<Drafts, 'open' | 'change'>
  readonly service: Pick<ServiceClient, 'ask'>
  readonly checkStructure: StructureCheck
  readonly rests: Pick<Rests, 'plan' | 'forget'>
  readonly now: () => Date
}

/**
 * Sends one queued registration once. Throws `draft-not-found` when it is not in the queue any more, and what the disk refuses:
 * then the file still says what is true, and the same attempt can be made again.
 */
export function createAttempt({ drafts, service, checkStructure, rests, now }: AttemptRooms): Attempt {
  async function send(draftId: DraftId, { captchaToken, looksFirst }: AttemptOptions): Promise<AttemptOutcome> {
    const { draft } = await drafts.open(draftId)
    if (draft.receipt) return { kind: 'sent', draft }
    const didArrivePerhaps = draft.queue?.mayHaveArrived ?? false
    if (looksFirst && !didArrivePerhaps) {
      const news = await checkStructure(draftId).catch(AppError.from)
      if (news instanceof AppError) return settleFailure(draftId, news, { ...judgeFailure(news), notRegistered: 'by-this-attempt' }, false, captchaToken)
      if (news) return { kind: 'needs-attention', failure: news.failure, mayHaveArrived: false }
    }
    const file = await drafts.change(draftId, (stored) => startSending(stored, captchaToken))
    const answer = await post(file).catch(AppError.from)
    if (answer instanceof AppError) return settleFailure(draftId, answer, judgeFailure(answer), didArrivePerhaps, captchaToken)
    const accepted = await drafts.change(draftId, (stored) => accept(stored, answer, now().toISOString()))
    rests.forget(draftId)
    return { kind: 'sent', draft: accepted.draft }
  }

  function post({ outgoing }: DraftFile): Promise<RegistrationAnswer> {
    const { application, captchaToken, idempotencyKey } = outgoing!
    return service.ask({ method: 'POST', path: PATHS.registrations, body: { ...application, ...(captchaToken !== undefined && { captchaToken }) }, idempotencyKey }, RegistrationAnswer)
  }

  async function settleFailure(draftId: DraftId, failure: AppError, { verdict, notRegistered }: Judgement, before: boolean, captchaToken: string | undefined): Promise<AttemptOutcome> {
    let mayHaveArrived = notRegistered === 'unknown' || (notRegistered === 'by-this-attempt' && before)
    await drafts.change(draftId, (file) => {
      mayHaveArrived ||= mayHaveArrivedEarlier(file)
      if (verdict === 'refused') return askAttention(file, { failure: failure.toFailure(), mayHaveArrived })
      if (verdict === 'captcha') return waitAgain(file, { mayHaveArrived })
      const attempts = file.draft.queue?.attempts ?? 0
      const { at } = rests.plan(draftId, attempts, failure.retryAfterSeconds)
      return waitAgain(file, { mayHaveArrived, nextAttemptAt: at, captchaToken })
    })
    return { kind: KINDS[verdict], failure, mayHaveArrived }
  }

  return send
}

const KINDS = { again: 'again', captcha: 'captcha-wanted', refused: 'needs-attention', stop: 'stopped' } as const satisfies Record<Judgement['verdict'], AttemptOutcome['kind']>
