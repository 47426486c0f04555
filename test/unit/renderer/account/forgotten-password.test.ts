// @vitest-environment happy-dom
import AccountTold from '@renderer/account/AccountTold.vue'
import ForgotPasswordPage from '@renderer/account/ForgotPasswordPage.vue'
import { useToldStore, type Told } from '@renderer/account/use-told-store'
import { beforeEach, describe, expect, it } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain } from '../../../support/window-rig'

let main: FakeMain
beforeEach(() => {
  main = installFakeMain()
  main.answer('session:forgot-password', {})
})

describe('a forgotten password', () => {
  it('takes an address, and leads home with the same words whoever has it', async () => {
    const rig = await openInWindow(ForgotPasswordPage)
    await rig.press('Submit')
    await rig.type('Connection email', 'zoe')
    await rig.press('Submit')
    expect(main.inputsOf('session:forgot-password')).toEqual([])
    expect(document.activeElement).toBe(rig.control('Connection email'))
    await rig.type('Connection email', ' zoe@example.org ')
    await rig.press('Submit')
    expect(main.inputsOf('session:forgot-password')).toEqual([{ connectionEmail: 'zoe@example.org' }])
    expect(rig.router.currentRoute.value.fullPath).toBe('/home')
    expect(useToldStore(rig.pinia).told).toEqual({ kind: 'reset-asked', connectionEmail: 'zoe@example.org' })
  })

  it('stays where it is when nobody could be asked', async () => {
    main.fail('session:forgot-password', { code: 'service-unreachable' })
    const rig = await openInWindow(ForgotPasswordPage)
    await rig.type('Connection email', 'zoe@example.org')
    await rig.press('Submit')
    expect(rig.hasButton('Try again')).toBe(true)
    expect(useToldStore(rig.pinia).told).toBeUndefined()
  })
})

describe('what is said on the next screen', () => {
  const asked = (state: 'active' | 'awaiting-manager' | 'awaiting-support' | 'requested'): Told => ({ kind: 'structure-asked', name: 'DANONE', state })

  it.each([
    [{ kind: 'reset-asked', connectionEmail: 'zoe@example.org' }, 'The link is valid for 60 minutes.'],
    [{ kind: 'reset-asked', connectionEmail: 'zoe@example.org' }, 'The email is sent by sender@parvis.example'],
    [{ kind: 'signed-out' }, 'You are logged out'],
    [{ kind: 'erased' }, 'Your account is erased'],
    [asked('active'), 'DANONE is now one of your structures'],
    [asked('awaiting-manager'), 'The structure’s manager decides.'],
    [asked('awaiting-support'), 'Support decides.'],
    [asked('requested'), 'The structure is checked first.'],
  ] as const)('of %j: %s', async (told, words) => {
    const rig = await openInWindow(AccountTold, { props: { told } })
    expect(rig.text()).toContain(words)
  })

  it('is gone when it is closed, and when the screen is; what was told meanwhile stays', async () => {
    const rig = await openInWindow(AccountTold, { props: { told: { kind: 'signed-out' } } })
    const store = useToldStore(rig.pinia)
    store.tell({ kind: 'erased' })
    rig.wrapper.unmount()
    expect(store.told).toEqual({ kind: 'erased' })
    const again = await openInWindow(AccountTold, { props: { told: { kind: 'erased' } } })
    useToldStore(again.pinia).tell({ kind: 'erased' })
    await again.press('Close this message')
    expect(useToldStore(again.pinia).told).toBeUndefined()
  })
})
