import { defineStore } from 'pinia'
import { readonly, shallowRef } from 'vue'

/** Whether the desk was shut on an agent who was at it. */
export const useHelpdeskStore = defineStore('helpdesk', () => {
  /** The service has ended the agent's session, and nobody has signed in since. */
  const hasEnded = shallowRef<boolean>(false)

  function end(): void {
    hasEnded.value = true
  }

  /** Somebody has signed in, or the agent has left by themselves. */
  function settle(): void {
    hasEnded.value = false
  }

  return { hasEnded: readonly(hasEnded), end, settle }
})
