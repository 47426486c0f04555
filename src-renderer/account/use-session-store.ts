import type { SessionDescription } from '@shared/ipc/session'
import { defineStore } from 'pinia'
import { computed, readonly, shallowReadonly, shallowRef } from 'vue'

/** Who is signed in to the service from this window, as the main process last described it. Nobody, before the first answer. */
export const useSessionStore = defineStore('session', () => {
  const session = shallowRef<SessionDescription>({ is: 'signed-out' })
  /** Somebody has been signed in since the window was loaded, and did not sign out by themselves. */
  const wasSignedIn = shallowRef<boolean>(false)
  const requestsToDecide = shallowRef<number>(0)

  /** Somebody with an account of their own. */
  const isPerson = computed<boolean>(() => session.value.is === 'signed-in' && session.value.role === 'account')
  /** Somebody of the support team. */
  const isAgent = computed<boolean>(() => session.value.is === 'signed-in' && session.value.role === 'agent')

  function adopt(next: SessionDescription): void {
    session.value = next
    if (next.is === 'signed-in') wasSignedIn.value = true
    else requestsToDecide.value = 0
  }

  /** They signed out, or their account is gone: nothing has ended against their will. */
  function leave(): void {
    adopt({ is: 'signed-out' })
    wasSignedIn.value = false
  }

  /** How many requests wait for this person's decision, as the service last said. */
  function countRequests(count: number): void {
    if (isPerson.value) requestsToDecide.value = count
  }

  return {
    session: shallowReadonly(session), wasSignedIn: readonly(wasSignedIn), requestsToDecide: readonly(requestsToDecide), isPerson, isAgent, adopt, leave, countRequests,
  }
})
