import type { DraftId } from '@shared/registration/draft'
import { defineStore } from 'pinia'
import { readonly, shallowReadonly, shallowRef } from 'vue'
import type { Conversation } from './conversation'

/** Whether the panel is open, and what was said in it. The conversation lasts as long as the window. */
export const useAssistantStore = defineStore('assistant', () => {
  const isOpen = shallowRef<boolean>(false)
  /** Set with the first opening: the tree is not loaded before. */
  const conversation = shallowRef<Conversation>([])
  /** The registration that it is about. */
  const draftId = shallowRef<DraftId>()

  function setOpen(open: boolean): void {
    isOpen.value = open
  }

  function goTo(next: Conversation): void {
    conversation.value = next
  }

  function concern(id: DraftId | undefined): void {
    draftId.value = id
  }

  /** Whoever talked here has logged out. */
  function leave(): void {
    isOpen.value = false
    conversation.value = []
    draftId.value = undefined
  }

  return { isOpen: readonly(isOpen), conversation: shallowReadonly(conversation), draftId: readonly(draftId), setOpen, goTo, concern, leave }
})
