import type { SafeDescription } from '@shared/ipc/safe'
import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'

/** The safe in which the drafts lie, as the main process last described it. `empty` before the first answer: nobody was asked yet. */
export const useSafeStore = defineStore('safe', () => {
  const description = shallowRef<SafeDescription>({ state: 'empty' })

  /** Whether there is a list that can be read; otherwise the safe itself is what is to be seen. */
  const isReadable = computed<boolean>(() => description.value.state === 'empty' || description.value.state === 'open')
  /** The keychain was asked and has had no time to answer yet. */
  const isBeingOpened = computed<boolean>(() => description.value.state === 'opening' && !description.value.isSlow)
  /** What is kept goes when Parvis is closed, so nothing may be called *Saved*. */
  const isInMemory = computed<boolean>(() => description.value.state === 'open' && description.value.keeper === 'memory')

  function adopt(next: SafeDescription): void {
    description.value = next
  }

  return { description: shallowReadonly(description), isReadable, isBeingOpened, isInMemory, adopt }
})
