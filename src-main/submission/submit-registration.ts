import { AppError } from '@shared/errors/app-error'
import type { FailureCode } from '@shared/errors/failure-codes'
import type { Draft, DraftId } from '@shared/registration/draft'
import type { Drafts } from '../drafts/drafts'
import type { HeardFormRules } from './form-rules'
import { putInQueue, takeBack } from './queue-file'
import type { QueueRunner } from './queue-runner'

interface SubmissionRooms {
  readonly drafts: Pick<Drafts, 'open' | 'change'>
  readonly runner: Pick<QueueRunner, 'attempt' | 'hold'>
  readonly rules: Pick<HeardFormRules, 'read'>
  readonly newKey: () => string
  readonly now: () => Date
  readonly waitMs: (milliseconds: number) => Promise<unknown>
}

export type SubmitRegistration = (draftId: DraftId, captchaToken: string) => Promise<Draft>

/** How often one pressing of *Create my account* sends. The key is the same each time, so that it is one registration. */
const ATTEMPTS = 4
/** Outcomes after which the same question may well be answered a moment later. */
const PASSING: readonly FailureCode[] = ['request-in-flight', 'service-unreachable']

/**
 * *Create my account*: queues a draft and sends it at once, while the person waits in front of it.
 * Throws `draft-incomplete` with the problems of its fields, `draft-already-sent`, or what the service refused: then it is a draft again.
 * One that may have arrived stays in the queue, which finds out; asking again goes on with the same key.
 */
export function createSubmission({ drafts, runner, rules, newKey, now, waitMs }: SubmissionRooms): SubmitRegistration {
  const underWay = new Map<DraftId, Promise<Draft>>()
  /** Whose outcome the queue has to find out: who asks for one of these again asks for its receipt. */
  const leftToQueue = new Set<DraftId>()

  async function submit(draftId: DraftId, captchaToken: string): Promise<Draft> {
    const { draft } = await drafts.open(draftId)
    if (draft.receipt && leftToQueue.delete(draftId)) return draft
    if (draft.receipt) throw new AppError('draft-already-sent', 'This draft has a receipt')
    if (!draft.queue || draft.queue.state === 'needs-attention') {
      // Nothing is queued, let alone sent, by a machine that does not reach the service: the person is told at once.
      const demanded = await rules.read()
      await drafts.change(draftId, (file) => putInQueue(file, now().toISOString(), { rules: demanded, newKey }))
    }
    return runner.hold(draftId, () => sendUntilAnswered(draftId, captchaToken))
  }

  async function sendUntilAnswered(draftId: DraftId, captchaToken: string): Promise<Draft> {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await runner.attempt(draftId, { captchaToken, looksFirst: false })
      if (outcome.kind === 'sent') {
        leftToQueue.delete(draftId)
        return outcome.draft
      }
      const { failure, mayHaveArrived } = outcome
      if (!PASSING.includes(failure.code) || attempt === ATTEMPTS) {
        if (mayHaveArrived) leftToQueue.add(draftId)
        else await drafts.change(draftId, takeBack)
        throw failure
      }
      await waitMs(Math.min(failure.retryAfterSeconds ?? attempt, ATTEMPTS) * 1000)
    }
  }

  return (draftId, captchaToken) => {
    const running = underWay.get(draftId)
    if (running) return running
    const submission = submit(draftId, captchaToken).finally(() => underWay.delete(draftId))
    underWay.set(draftId, submission)
    return submission
  }
}
