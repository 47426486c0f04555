import { defineStore } from 'pinia'
import { readonly, shallowRef } from 'vue'

/** The dialogs that belong to no screen: footer, menu bar and keys all open them. */
export type WindowDialog = 'shortcuts' | 'about'

/** Which of them is open. The dialogs themselves are loaded when they are first wanted. */
export const useDialogStore = defineStore('dialog', () => {
  const opened = shallowRef<WindowDialog>()

  function open(dialog: WindowDialog): void {
    opened.value = dialog
  }

  function close(): void {
    opened.value = undefined
  }

  return { opened: readonly(opened), open, close }
})
