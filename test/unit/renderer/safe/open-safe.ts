import SafePanel from '@renderer/safe/SafePanel.vue'
import { useSafeNews } from '@renderer/safe/use-safe-news'
import { useCreateAccount, type AccountCreation } from '@renderer/wizard/use-create-account'
import type { SafeDescription } from '@shared/ipc/safe'
import { flushPromises } from '@vue/test-utils'
import { vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { openInWindow, type FakeMain, type WindowRig, type WindowRigOptions } from '../../../support/window-rig'

let timesOpened = 0
let creation: AccountCreation | undefined

const Page = defineComponent({
  setup() {
    useSafeNews()
    creation = useCreateAccount()
    return () => h(SafePanel, { onOpened: () => { timesOpened += 1 } })
  },
})

/** The panel of the safe as the main process describes it, with what hears its news. */
export async function openSafe(main: FakeMain, description: SafeDescription, options: WindowRigOptions = {}): Promise<WindowRig> {
  main.answer('safe:describe', description)
  timesOpened = 0
  const rig = await openInWindow(Page, options)
  await vi.dynamicImportSettled()
  await flushPromises()
  return rig
}

/** How often the panel has asked for another place for the focus. */
export function focusLeft(): number {
  return timesOpened
}

/** *Create an account*, as the header has it. */
export async function askForAccount(): Promise<void> {
  await creation?.createAccount()
  await vi.dynamicImportSettled()
  await flushPromises()
}

export const OPEN = { state: 'open' as const, keeper: 'keychain' as const, draftsLeftAlone: 0 } satisfies SafeDescription
export const LOCKED = { state: 'locked' as const, trouble: 'locked' as const, drafts: 3, hasPassphrase: false } satisfies SafeDescription
