import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import { createOneOwner } from './one-owner'

/** Reasons and answers that somebody who is signed in is writing, by what they are about: over the end of a session, in this window only, never on a disk. */
export const useUnsentStore = defineStore('unsent', () => {
  const texts = shallowReactive(new Map<string, string>())
  const { admit } = createOneOwner(leave)

  function keep(about: string, text: string): void {
    if (text === '') texts.delete(about)
    else texts.set(about, text)
  }

  function leave(): void {
    texts.clear()
  }

  return { texts, admit, keep, leave }
})
