// @vitest-environment happy-dom
import { useSafeStore } from '@renderer/safe/use-safe-store'
import SaveStatus from '@renderer/wizard/SaveStatus.vue'
import { useDraftStore } from '@renderer/wizard/use-draft-store'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { draftWith } from '../fake-bridge'
import { installFakeMain, openInWindow } from '../../../support/window-rig'

describe('the state of saving', () => {
  beforeEach(() => { installFakeMain() })

  it.each([['keychain', 'Saved'], ['passphrase', 'Saved'], ['safe-storage', 'Saved'], ['memory', 'Kept until Parvis is closed']] as const)('with the key kept by %s is exactly “%s”', async (keeper, words) => {
    const rig = await openInWindow(SaveStatus)
    useSafeStore(rig.pinia).adopt({ state: 'open', keeper, draftsLeftAlone: 0 })
    useDraftStore(rig.pinia).adopt(draftWith())
    await flushPromises()
    expect(rig.text()).toBe(words)
  })

  it('is still “Saving…” in memory while it is being saved', async () => {
    const rig = await openInWindow(SaveStatus)
    useSafeStore(rig.pinia).adopt({ state: 'open', keeper: 'memory', draftsLeftAlone: 0 })
    useDraftStore(rig.pinia).adopt(draftWith())
    useDraftStore(rig.pinia).changePerson({ firstName: 'Zoé' })
    await flushPromises()
    expect(rig.text()).toBe('Saving…')
  })
})
