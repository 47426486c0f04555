import type { CommandName } from '@shared/ipc/command-names'
import { onMounted, onUnmounted } from 'vue'
import { listen } from '../bridge/bridge'
import { isDialogOpen } from '../ui/is-dialog-open'
import { findShortcut } from './find-shortcut'
import { isMac } from './is-mac'

/** Hears keys and the menu bar, and hands what they mean to `run`. Once, for the whole window. */
export function useShortcutKeys(run: (command: CommandName) => boolean): void {
  function press(event: KeyboardEvent): void {
    // What a control has answered, a key that is held down, and letters that are still being composed are no commands.
    if (event.defaultPrevented || event.repeat || event.isComposing || isDialogOpen()) return
    const command = findShortcut(event, event.target, isMac())
    if (command !== undefined && run(command)) event.preventDefault()
  }

  let stopListening: (() => void) | undefined
  onMounted(() => {
    window.addEventListener('keydown', press)
    stopListening = listen('command:chosen', ({ command }) => void run(command))
  })
  onUnmounted(() => {
    window.removeEventListener('keydown', press)
    stopListening?.()
  })
}
