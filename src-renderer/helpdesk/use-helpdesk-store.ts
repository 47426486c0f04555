import { defineStore } from 'pinia'
import { readonly, shallowReactive, shallowRef } from 'vue'

/** What the helpdesk keeps while one goes from part to part, and over the end of a session. In this window only, never on a disk. */
export const useHelpdeskStore = defineStore('helpdesk', () => {
  /** Whether the service has ended the agent's session, and nobody has signed in since. */
  const hasEnded = shallowRef<boolean>(false)
  /** Reasons and answers that are being written, by what they are about. */
  const unsent = shallowReactive(new Map<string, string>())
  let owner = ''

  function end(): void {
    hasEnded.value = true
  }

  /** An agent is at the desk. What another one was writing is no business of this one. */
  function admit(connectionEmail: string): void {
    hasEnded.value = false
    if (owner !== connectionEmail) unsent.clear()
    owner = connectionEmail
  }

  function keep(about: string, text: string): void {
    if (text === '') unsent.delete(about)
    else unsent.set(about, text)
  }

  return { hasEnded: readonly(hasEnded), unsent, end, admit, keep }
})
