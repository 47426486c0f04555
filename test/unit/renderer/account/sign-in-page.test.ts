// @vitest-environment happy-dom
import SignInPage from '@renderer/account/SignInPage.vue'
import { useSessionStore } from '@renderer/account/use-session-store'
import { useSignInStore } from '@renderer/account/use-sign-in-store'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig, type WindowRigOptions } from '../../../support/window-rig'
import { AGENT, SIGNED_IN } from './sample-account'

let main: FakeMain
beforeEach(() => {
  main = installFakeMain()
  main.answer('session:sign-in', SIGNED_IN)
})

async function openAndType(options?: WindowRigOptions): Promise<WindowRig> {
  const rig = await openInWindow(SignInPage, options)
  await rig.type('Connection email', ' zoe@example.org ')
  await rig.type('Password', 'Sterne-und-Meer-2026')
  return rig
}

describe('signing in', () => {
  it('asks the service once both fields hold something, and leads to the account', async () => {
    const rig = await openInWindow(SignInPage)
    await rig.press('Log in')
    expect(main.inputsOf('session:sign-in')).toEqual([])
    expect(rig.text()).toContain('Fill in this field.')
    expect(document.activeElement).toBe(rig.control('Connection email'))
    await rig.type('Connection email', 'zoe@example.org')
    await rig.press('Log in')
    expect(document.activeElement).toBe(rig.control('Password'))
    await rig.type('Password', 'Sterne-und-Meer-2026')
    await rig.press('Log in')
    expect(main.inputsOf('session:sign-in')).toEqual([{ connectionEmail: 'zoe@example.org', password: 'Sterne-und-Meer-2026' }])
    expect([rig.router.currentRoute.value.path, useSessionStore(rig.pinia).isPerson]).toEqual(['/account', true])
  })

  it('leads back to where one wanted to be, and says why one is here', async () => {
    const rig = await openInWindow(SignInPage)
    useSignInStore(rig.pinia).want({ returnTo: '/data', because: 'needed' })
    await flushPromises()
    expect(rig.text()).toContain('Log in first')
    useSignInStore(rig.pinia).want({ returnTo: '/data', because: 'ended' })
    await flushPromises()
    expect(rig.text()).toContain('You were logged out')
    await rig.type('Connection email', 'zoe@example.org')
    await rig.type('Password', 'Sterne-und-Meer-2026')
    await rig.press('Log in')
    expect(rig.router.currentRoute.value.path).toBe('/data')
  })

  it('says of a refusal only that, until something is typed, and keeps what was typed', async () => {
    main.fail('session:sign-in', { code: 'sign-in-refused' })
    const rig = await openAndType()
    await rig.press('Log in')
    expect(rig.text()).toContain('The address or the password is not right.')
    expect(document.activeElement).toBe(rig.control('Password'))
    expect(rig.control('Password').value).toBe('Sterne-und-Meer-2026')
    await rig.type('Password', 'Sterne-und-Meer-2027')
    expect(rig.text()).not.toContain('The address or the password is not right.')
  })

  it('waits as long as the service asks it to', async () => {
    main.fail('session:sign-in', { code: 'rate-limited', retryAfterSeconds: 8 })
    const rig = await openAndType()
    await rig.press('Log in')
    expect(rig.text()).toContain('You can try again in 8 seconds.')
    expect(rig.button('Try again').disabled).toBe(true)
  })

  it('shows the password when asked to', async () => {
    const rig = await openAndType()
    expect(rig.control('Password').type).toBe('password')
    await rig.press('Show the password')
    expect(rig.control('Password').type).toBe('text')
  })

  it('has nothing to ask of somebody who is signed in', async () => {
    const rig = await openInWindow(SignInPage)
    useSessionStore(rig.pinia).adopt(SIGNED_IN)
    await flushPromises()
    expect(rig.text()).toContain('You are logged in')
    expect(rig.hasButton('My account')).toBe(true)
    main.answer('session:sign-out', { is: 'signed-out' })
    await rig.press('Log out')
    expect(rig.router.currentRoute.value.name).toBe('home')
  })
})

describe('the accounts of a practice service', () => {
  it('are filled in by a press, and read', async () => {
    main.answer('session:sign-in', AGENT)
    const rig = await openInWindow(SignInPage)
    expect(rig.text()).toContain('Practice-agent-2026')
    await rig.press('Fill in as the agent')
    await rig.press('Log in')
    expect(main.inputsOf('session:sign-in')).toEqual([{ connectionEmail: 'agent@practice.example', password: 'Practice-agent-2026' }])
  })

  it.each([
    ['of somebody else', { app: { ownPracticeService: false } }],
    ['of production', { service: { state: 'ready', environment: 'production', version: '1', phoneRequired: false } }],
    ['that starts', { service: { state: 'starting' } }],
  ] as const satisfies readonly (readonly [string, WindowRigOptions])[])('are not offered before a service %s', async (_, options) => {
    const rig = await openInWindow(SignInPage, options)
    expect(rig.text()).not.toContain('practice.example')
  })
})
