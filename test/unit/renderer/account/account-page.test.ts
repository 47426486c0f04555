// @vitest-environment happy-dom
import AccountPage from '@renderer/account/AccountPage.vue'
import { useSessionStore } from '@renderer/account/use-session-store'
import { useSignInStore } from '@renderer/account/use-sign-in-store'
import { useToldStore } from '@renderer/account/use-told-store'
import type { Account } from '@shared/http/account'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'
import { ACCOUNT, BUSY, SIGNED_IN } from './sample-account'

const STRONG = 'Another-horse-10'

let main: FakeMain
beforeEach(() => {
  setActivePinia(createPinia())
  main = installFakeMain()
})

async function openPage(account: Account = ACCOUNT): Promise<WindowRig> {
  main.answer('account:read', account)
  const rig = await openInWindow(AccountPage)
  useSessionStore(rig.pinia).adopt(SIGNED_IN)
  return rig
}

describe('the account', () => {
  it('says who one is, since when, and what waits', async () => {
    const rig = await openPage(BUSY)
    for (const fact of ['Zoé Béranger', 'comptabilite@example.org', '+33 1 23 45 67 89', 'SIRET 552 032 534 00646', '3 requests wait for your decision', 'Reason: Ask the accounting office.'])
      expect(rig.text()).toContain(fact)
    expect(rig.hasButton('Requests to decide')).toBe(true)
  })

  it('is asked for again when nobody could be reached', async () => {
    main.fail('account:read', { code: 'service-unreachable' })
    const rig = await openInWindow(AccountPage)
    main.answer('account:read', ACCOUNT)
    await rig.press('Try again')
    expect(rig.text()).toContain('Zoé Béranger')
  })

  it('leads to the sign-in, and back, when nobody is signed in', async () => {
    main.fail('account:read', { code: 'session-ended' })
    const rig = await openInWindow(AccountPage)
    expect([rig.router.currentRoute.value.name, useSignInStore(rig.pinia).wish]).toEqual(['signIn', { returnTo: '/home', because: 'needed' }])
  })

  it('leads there, too, when the session ends in the middle of something', async () => {
    const rig = await openPage()
    main.fail('account:change', { code: 'session-ended' })
    await rig.press('Change the contact email')
    await rig.type('New contact email', 'zoe@example.com')
    await rig.press('Save')
    expect([rig.router.currentRoute.value.name, useSignInStore(rig.pinia).wish?.because]).toEqual(['signIn', 'ended'])
    expect(rig.text()).not.toContain('You were logged out')
  })

  it('ends with the session, and says so at home', async () => {
    const rig = await openPage()
    main.answer('session:sign-out', { is: 'signed-out' })
    await rig.press('Log out')
    expect([rig.router.currentRoute.value.name, useToldStore(rig.pinia).told, useSessionStore(rig.pinia).wasSignedIn]).toEqual(['home', { kind: 'signed-out' }, false])
  })
})

describe('name and phone number', () => {
  it('are checked, sent, and shown; an emptied phone number is taken away', async () => {
    const rig = await openPage()
    await rig.press('Change name or phone number')
    expect(document.activeElement).toBe(rig.control('First name'))
    await rig.type('First name', ' ')
    await rig.press('Save')
    expect(rig.text()).toContain('One thing has to be corrected')
    expect(main.inputsOf('account:change')).toEqual([])
    await rig.type('First name', 'Zoé Anne')
    await rig.type('Phone number', '')
    main.answer('account:change', { ...ACCOUNT, firstName: 'Zoé Anne', phone: undefined })
    await rig.press('Save')
    expect(main.inputsOf('account:change')).toEqual([{ firstName: 'Zoé Anne', lastName: 'Béranger', phone: null }])
    expect(rig.text()).toContain('Zoé Anne Béranger')
    expect(rig.text()).toContain('None given')
    expect(document.activeElement).toBe(rig.button('Change name or phone number'))
  })

  it('are complained of where the service refused them, until they are corrected', async () => {
    const rig = await openPage()
    main.fail('account:change', { code: 'input-invalid', problems: [{ pointer: '/phone', code: 'phone-malformed', params: {} }] })
    await rig.press('Change name or phone number')
    await rig.press('Save')
    expect(rig.control('Phone number').getAttribute('aria-invalid')).toBe('true')
    await rig.type('Phone number', '+33 1 23 45 67 80')
    expect(rig.control('Phone number').getAttribute('aria-invalid')).toBeNull()
  })

  it('stay as they are when one thinks better of it', async () => {
    const rig = await openPage()
    await rig.press('Change name or phone number')
    await rig.type('First name', 'Nobody')
    await rig.press('Cancel')
    expect(rig.text()).toContain('Zoé Béranger')
    expect(main.inputsOf('account:change')).toEqual([])
  })
})

describe('the contact address', () => {
  it('is changed, and both addresses are named', async () => {
    const rig = await openPage()
    main.answer('account:change', { ...ACCOUNT, contactEmail: 'zoe@example.com' })
    await rig.press('Change the contact email')
    await rig.type('New contact email', 'zoe@')
    await rig.press('Save')
    expect(main.inputsOf('account:change')).toEqual([])
    await rig.type('New contact email', ' zoe@example.com ')
    await rig.press('Save')
    expect(main.inputsOf('account:change')).toEqual([{ contactEmail: 'zoe@example.com' }])
    expect(rig.text()).toContain('An email goes to comptabilite@example.org and to zoe@example.com')
  })

  it('that stays the same is told to nobody', async () => {
    const rig = await openPage()
    await rig.press('Change the contact email')
    await rig.press('Save')
    expect(main.inputsOf('account:change')).toEqual([])
    expect(rig.hasButton('Change the contact email')).toBe(true)
  })
})

describe('the password', () => {
  async function change(rig: WindowRig, current: string, next: string): Promise<void> {
    await rig.press('Change the password')
    await rig.type('Current password', current)
    await rig.type('New password', next)
    await rig.press('Change the password')
  }

  it('is changed by the current one, and nothing of it stays in the form', async () => {
    const rig = await openPage()
    main.answer('account:change-password', {})
    await change(rig, 'Sterne-und-Meer-2026', STRONG)
    expect(main.inputsOf('account:change-password')).toEqual([{ currentPassword: 'Sterne-und-Meer-2026', newPassword: STRONG }])
    expect(rig.text()).toContain('Your new password holds from now on')
    expect(main.inputsOf('account:read')).toHaveLength(2)
    await rig.press('Change the password')
    expect([rig.control('Current password').value, rig.control('New password').value]).toEqual(['', ''])
  })

  it('is not sent while it lacks something', async () => {
    const rig = await openPage()
    await change(rig, 'Sterne-und-Meer-2026', 'weak')
    expect(main.inputsOf('account:change-password')).toEqual([])
    expect(document.activeElement).toBe(rig.control('New password'))
  })

  it('that was typed wrong is complained of at its field', async () => {
    const rig = await openPage()
    main.fail('account:change-password', { code: 'password-wrong' })
    await change(rig, 'Wrong-horse-9', STRONG)
    expect(rig.text()).toContain('That is not your current password.')
    expect(document.activeElement).toBe(rig.control('Current password'))
    await rig.type('Current password', 'Sterne-und-Meer-2026')
    expect(rig.text()).not.toContain('That is not your current password.')
  })
})

describe('structures', () => {
  it('that were asked for are taken back after one more question; what was refused is not', async () => {
    const rig = await openPage(BUSY)
    main.answer('account:take-back', { ...BUSY, requestedStructures: BUSY.requestedStructures.slice(1) })
    await rig.press('Take back')
    expect(main.inputsOf('account:take-back')).toEqual([])
    await rig.press('Take the request back')
    expect(main.inputsOf('account:take-back')).toEqual([{ requestId: BUSY.requestedStructures[0]?.requestId }])
    expect(rig.text()).toContain('Your request for TOTALENERGIES SE is taken back.')
    expect(rig.hasButton('Take back')).toBe(false)
  })

  it('are none, for somebody who has lost them', async () => {
    expect((await openPage({ ...ACCOUNT, structures: [] })).text()).toContain('You are not attached to any structure.')
  })
})

describe('one’s data', () => {
  it.each([[true, 'Your data are in the file'], [false, 'No file was written.']])('are exported (saved: %s)', async (saved, words) => {
    const rig = await openPage()
    main.answer('account:export', { saved })
    await rig.press('Export my data')
    expect(rig.text()).toContain(words)
  })

  it('are erased once that is understood and the password typed', async () => {
    const rig = await openPage()
    main.fail('account:erase', { code: 'password-wrong' })
    await rig.press('Erase my account')
    const confirm = (): void => { [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')].find((one) => one.textContent.trim() === 'Erase my account')?.click() }
    const settle = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve) })
    confirm()
    await settle()
    rig.control('I know that this cannot be undone.').click()
    confirm()
    await settle()
    expect(main.inputsOf('account:erase')).toEqual([])
    await rig.type('Current password', 'Wrong-horse-9')
    confirm()
    await settle()
    expect(rig.text()).toContain('Nothing was erased.')
    main.answer('account:erase', { is: 'signed-out' })
    await rig.type('Current password', 'Sterne-und-Meer-2026')
    confirm()
    await settle()
    expect(main.inputsOf('account:erase').at(-1)).toEqual({ password: 'Sterne-und-Meer-2026' })
    expect([rig.router.currentRoute.value.name, useToldStore(rig.pinia).told]).toEqual(['home', { kind: 'erased' }])
  })
})
