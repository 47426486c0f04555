import type { AttachmentDecision, AttachmentRequest } from '@shared/http/attachment-requests'
import type { Failure } from '@shared/errors/app-error'
import { onMounted, shallowRef, type ShallowRef } from 'vue'
import { useGentleRefresh } from '../account/use-gentle-refresh'
import { useSessionAttempts } from '../account/use-session-attempts'
import { useSessionStore } from '../account/use-session-store'
import { ask } from '../bridge/bridge'

/** Somebody new may ask at any time; a manager who waits for it should not have to press anything. In milliseconds. */
const EVERY_MS = 30_000

export interface Requests {
  /** Longest waiting first; undefined until the service has answered once. */
  readonly requests: Readonly<ShallowRef<readonly AttachmentRequest[] | undefined>>
  readonly failure: Readonly<ShallowRef<Failure | undefined>>
  readonly busy: Readonly<ShallowRef<boolean>>
  readonly load: () => Promise<void>
  /** Rejects with a BridgeError: `decision-made` when somebody was quicker. The list then shows what still waits. */
  readonly decide: (requestId: string, answer: AttachmentDecision) => Promise<void>
}

/** The requests that wait for whoever is signed in, kept true while somebody works on the page. */
export function useRequests(): Requests {
  const session = useSessionStore()
  const requests = shallowRef<readonly AttachmentRequest[]>()
  const { failure, busy, attempt } = useSessionAttempts()
  let deciding = 0

  async function load(): Promise<void> {
    const decidedBefore = deciding
    const answer = await attempt(() => ask('request:list', {}))
    // What was decided meanwhile is no part of this answer.
    if (answer && decidedBefore === deciding) adopt(answer)
  }

  function adopt(waiting: readonly AttachmentRequest[]): void {
    requests.value = waiting
    session.countRequests(waiting.length)
  }

  async function decide(requestId: string, answer: AttachmentDecision): Promise<void> {
    deciding += 1
    try {
      adopt(await ask('request:decide', { requestId, answer }))
    } catch (thrown) {
      void load()
      throw thrown
    }
  }

  onMounted(load)
  useGentleRefresh(load, EVERY_MS)

  return { requests, failure, busy, load, decide }
}
