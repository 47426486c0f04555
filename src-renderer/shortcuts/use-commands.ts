import type { CommandName } from '@shared/ipc/command-names'
import { nextTick } from 'vue'
import { useRouter } from 'vue-router'
import { useDialogStore } from '../app/use-dialog-store'
import { useSettings } from '../app/use-settings'
import { useAssistantStore } from '../assistant/use-assistant-store'
import { useMailboxStore } from '../mailbox/use-mailbox-store'
import { useCreateAccount } from '../wizard/use-create-account'
import { focusSearch, pressMainAction } from './act-on-screen'
import { takeBack } from './undo-offer'

/** Does what a command says, and gives whether there was something to do: a key that means nothing here is left alone. */
export function useCommands(): { run: (command: CommandName) => boolean } {
  const router = useRouter()
  const dialogs = useDialogStore()
  const mailbox = useMailboxStore()
  const assistant = useAssistantStore()
  const { changeTheme, changeLanguage } = useSettings()
  const { createAccount } = useCreateAccount()

  /** A screen comes up in front, not behind a dialog that the menu bar was used above. */
  async function show(open: () => Promise<unknown>): Promise<void> {
    dialogs.close()
    mailbox.setOpen(false)
    assistant.setOpen(false)
    await nextTick()
    await open()
  }

  const ACTS: Readonly<Record<CommandName, () => boolean | void>> = {
    'create-account': () => void show(createAccount),
    'enter-link': () => void show(() => router.push({ name: 'activation' })),
    'import-list': () => void show(() => router.push({ name: 'import' })),
    'show-help': () => void show(() => router.push({ name: 'help' })),
    'show-shortcuts': () => { dialogs.open('shortcuts') },
    'show-data': () => void show(() => router.push({ name: 'data' })),
    'show-about': () => { dialogs.open('about') },
    find: focusSearch,
    'go-on': pressMainAction,
    'go-back': () => { router.back() },
    'undo-discard': takeBack,
    'theme-light': () => void changeTheme('light'),
    'theme-dark': () => void changeTheme('dark'),
    'theme-system': () => void changeTheme('system'),
    'language-fr': () => void changeLanguage('fr'),
    'language-en': () => void changeLanguage('en'),
  }

  return { run: (command) => ACTS[command]() !== false }
}
