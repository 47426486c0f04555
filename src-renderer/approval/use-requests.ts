import type { AttachmentDecision, AttachmentRequest } from '@shared/http/attachment-requests'
import type { Failure } from '@shared/errors/app-error'
import { onMounted, onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { useSessionAttempts } from '../account/use-session-attempts'
import { useSessionStore } from '../account/use-session-store'
import { ask } from '../bridge/bridge'

/** Somebody new may ask at any time; a manager who waits for it should not have to press anything. */
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

/** The requests that wait for whoever is signed in, kept true while the component lives and its window can be seen. */
export function useRequests(): Requests {
  const session = useSessionStore()
  const requests = shallowRef<readonly AttachmentRequest[]>()
  const { failure, busy, attempt } = useSessionAttempts()
  let deciding = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    clearTimeout(timer)
    const decidedBefore = deciding
    const answer = await attempt(() => ask('request:list', {}))
    // What was decided meanwhile is no part of this answer.
    if (answer && decidedBefore === deciding) adopt(answer)
    planNext()
  }

  function adopt(waiting: readonly AttachmentRequest[]): void {
    requests.value = waiting
    session.countRequests(waiting.length)
  }

  function planNext(): void {
    clearTimeout(timer)
    if (!document.hidden) timer = setTimeout(() => void load(), EVERY_MS)
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

  function catchUp(): void {
    if (document.hidden) clearTimeout(timer)
    else void load()
  }

  onMounted(load)
  document.addEventListener('visibilitychange', catchUp)
  onScopeDispose(() => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', catchUp)
  })

  return { requests, failure, busy, load, decide }
}
