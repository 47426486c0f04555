// @vitest-environment happy-dom
import AccountLink from '@renderer/account/AccountLink.vue'
import AccountPage from '@renderer/account/AccountPage.vue'
import { useSessionNews } from '@renderer/account/use-session-news'
import { useSessionStore } from '@renderer/account/use-session-store'
import { whereAfterSignIn } from '@renderer/account/where-after-sign-in'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { installFakeMain, openInWindow, type FakeMain } from '../../../support/window-rig'
import { AGENT, BUSY, SIGNED_IN } from './sample-account'

const Header = defineComponent({
  setup() {
    useSessionNews()
    return () => h(AccountLink)
  },
})

let main: FakeMain
beforeEach(() => {
  main = installFakeMain()
  main.answer('session:describe', { is: 'signed-out' })
})

const link = (): HTMLAnchorElement | null => document.querySelector('a')

describe('the link in the header', () => {
  it('leads to the sign-in while nobody is signed in', async () => {
    await openInWindow(Header)
    expect([link()?.textContent, link()?.getAttribute('href')]).toEqual(['Log in', '/signIn'])
    expect(main.inputsOf('account:read')).toEqual([])
  })

  it('knows after a reload who is signed in, and how many wait for them', async () => {
    main.answer('session:describe', SIGNED_IN)
    main.answer('account:read', BUSY)
    await openInWindow(Header)
    expect(link()?.getAttribute('href')).toBe('/account')
    expect(link()?.textContent).toMatch(/^My account3\s*requests to decide$/)
  })

  it('hears of the end of a session, and does not believe an older answer', async () => {
    let answer: (() => void) | undefined
    main.answer('session:describe', () => new Promise((resolve) => { answer = () => { resolve(SIGNED_IN) } }))
    await openInWindow(Header)
    main.tell('session:changed', AGENT)
    await flushPromises()
    expect(link()?.textContent).toBe('My account')
    main.tell('session:changed', { is: 'signed-out' })
    answer?.()
    await flushPromises()
    expect(link()?.textContent).toBe('Log in')
  })
})

describe('an agent', () => {
  it('has no account to read, and sees who they are', async () => {
    main.answer('account:read', BUSY)
    const rig = await openInWindow(AccountPage)
    useSessionStore(rig.pinia).adopt(AGENT)
    await flushPromises()
    expect(rig.text()).toContain('agent@practice.example')
    expect(rig.hasButton('Log out')).toBe(true)
    expect(rig.hasButton('Erase my account')).toBe(false)
  })
})

describe('where one goes after signing in', () => {
  const [own, desk] = [{ name: 'account' }, { name: 'helpdesk', params: { part: 'structures' } }]

  it.each([
    ['account', undefined, own],
    ['account', '/account/structure', { path: '/account/structure' }],
    ['account', '/helpdesk/tickets', own],
    ['agent', undefined, desk],
    ['agent', '/helpdesk/tickets', { path: '/helpdesk/tickets' }],
    ['agent', '/account', desk],
  ] as const)('%s who wanted %s', (role, returnTo, place) => {
    expect(whereAfterSignIn(role, returnTo)).toEqual(place)
  })
})
