import type { SessionDescription } from '@shared/ipc/session'
import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'

/** Who is signed in to the service from this window, as the main process last described it. Nobody, before the first answer. */
export const useSessionStore = defineStore('session', () => {
  const session = shallowRef<SessionDescription>({ is: 'signed-out' })

  /** Somebody with an account of their own. */
  const isPerson = computed<boolean>(() => session.value.is === 'signed-in' && session.value.role === 'account')
  /** Somebody of the support team. */
  const isAgent = computed<boolean>(() => session.value.is === 'signed-in' && session.value.role === 'agent')

  function adopt(next: SessionDescription): void {
    session.value = next
  }

  return { session: shallowReadonly(session), isPerson, isAgent, adopt }
})
