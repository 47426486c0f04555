import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'

/** Reasons and answers that somebody who is signed in is writing, by what they are about: over the end of a session, in this window only, never on a disk. */
export const useUnsentStore = defineStore('unsent', () => {
  const texts = shallowReactive(new Map<string, string>())
  let owner = ''

  /** Somebody is signed in. What another one was writing is no business of theirs. */
  function admit(connectionEmail: string): void {
    // The service takes an address in any case.
    const next = connectionEmail.trim().toLowerCase()
    if (owner !== next) texts.clear()
    owner = next
  }

  function keep(about: string, text: string): void {
    if (text === '') texts.delete(about)
    else texts.set(about, text)
  }

  function leave(): void {
    texts.clear()
    owner = ''
  }

  return { texts, admit, keep, leave }
})
