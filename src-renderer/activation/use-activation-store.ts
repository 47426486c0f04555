import { defineStore } from 'pinia'
import { readonly, shallowRef } from 'vue'

/**
 * A link on its way to the activation screen: from outside (the main process holds it under an id), from a mail in the
 * practice mailbox, or pasted somewhere in the window. Only that of the mailbox is looked at without another word.
 */
export type HandedOver =
  | { readonly kind: 'link'; readonly activationId: string }
  | { readonly kind: 'text' | 'pasted'; readonly text: string }

/** Where a link waits for the activation screen. It is never part of an address, a title or a file. */
export const useActivationStore = defineStore('activation', () => {
  const handedOver = shallowRef<HandedOver>()

  function handOver(what: HandedOver): void {
    handedOver.value = what
  }

  /** Gives it away, once. */
  function take(): HandedOver | undefined {
    const taken = handedOver.value
    handedOver.value = undefined
    return taken
  }

  return { handedOver: readonly(handedOver), handOver, take }
})
