import type { DraftId } from '@shared/registration/draft'
import { ask, failureOf, listen } from '../bridge/bridge'
import { useFailure, type Attempts } from '../failures/use-failure'
import { keepReceipt, takeIn } from './take-in'
import { useQueueStore } from './use-queue-store'

export type SendOutcome = 'sent' | 'waiting' | 'needs-attention'

export interface QueueTraffic extends Pick<Attempts, 'failure' | 'busy' | 'forget'> {
  /** Asks how the queue stands. Never rejects: the store says what failed. */
  readonly refresh: () => Promise<void>
  /** Whether the main process did so. */
  readonly pause: (isPaused: boolean) => Promise<boolean>
  /** Spends the token on that registration. `undefined` when the main process refused; `failure` says why. */
  readonly send: (draftId: DraftId, captchaToken: string) => Promise<SendOutcome | undefined>
}

/** What a person asks of the queue, one thing at a time. */
export function useQueue(): QueueTraffic {
  const store = useQueueStore()
  const { failure, busy, attempt, forget } = useFailure()

  async function refresh(): Promise<void> {
    const { revision } = store
    try {
      const described = await ask('queue:describe', {})
      // News is younger than the answer to a question that was asked before it.
      if (store.revision === revision) takeIn(store, described)
    } catch (thrown) {
      if (store.revision === revision) store.markFailed(failureOf(thrown))
    }
  }

  async function pause(isPaused: boolean): Promise<boolean> {
    const described = await attempt(() => ask('queue:pause', { isPaused }))
    if (described) takeIn(store, described)
    return described !== undefined
  }

  async function send(draftId: DraftId, captchaToken: string): Promise<SendOutcome | undefined> {
    const answer = await attempt(() => ask('queue:send', { draftId, captchaToken }))
    if (answer?.outcome === 'sent') await keepReceipt(store, draftId)
    await refresh()
    return answer?.outcome
  }

  return { failure, busy, forget, refresh, pause, send }
}

/** Keeps the queue's store true, from the first answer on. For the root component, once. */
export function useQueueNews(): void {
  const store = useQueueStore()
  const { refresh } = useQueue()
  listen('queue:changed', (next) => takeIn(store, next))
  void refresh()
}
