// @vitest-environment happy-dom
import MailboxButton from '@renderer/mailbox/MailboxButton.vue'
import { useActivationStore } from '@renderer/activation/use-activation-store'
import type { PracticeMail } from '@shared/ipc/answers'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain } from '../../../support/window-rig'

const LINK = `http://127.0.0.1:45555/activate#t=${'A1b2_'.repeat(8)}xyz`
const EVIL = '<img src=x onerror="window.wasRun = true"> & <b>bold</b>'
let main: FakeMain

function mail(id: string, more: Partial<PracticeMail> = {}): PracticeMail {
  return { id, to: 'amelie@example.fr', subject: `Subject ${id}`, text: `Text of ${id}`, html: '', sentAt: new Date(Date.now() + 1000).toISOString(), ...more }
}

beforeEach(() => {
  vi.useFakeTimers()
  main = installFakeMain()
  main.answer('mailbox:read', [])
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the practice mailbox', () => {
  it('is not there for a service that is not ours, or is no practice', async () => {
    const foreign = await openInWindow(MailboxButton, { app: { ownPracticeService: false } })
    expect(foreign.hasButton('Practice mailbox')).toBe(false)
    const production = await openInWindow(MailboxButton, { service: { state: 'ready', environment: 'production', version: '1', phoneRequired: false } })
    expect(production.hasButton('Practice mailbox')).toBe(false)
    expect(main.inputsOf('mailbox:read')).toEqual([])
  })

  it('does not wake the practice service', async () => {
    await openInWindow(MailboxButton, { service: { state: 'starting' } })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(main.inputsOf('mailbox:read')).toEqual([])
  })

  it.each([['en', 'Practice mailbox', 'No mail yet.', /puts|sends its mails here/], ['fr', 'Boîte d’entraînement', 'Pas encore de courriel.', /dépose ses courriels ici/]] as const)(
    'says in %s that it is empty, and what it is',
    async (language, name, empty, about) => {
      const rig = await openInWindow(MailboxButton, { language })
      await rig.press(name)
      expect(rig.text()).toContain(empty)
      expect(rig.text()).toMatch(about)
    },
  )

  it('marks what is new, newest first, until it is read', async () => {
    main.answer('mailbox:read', [mail('old', { sentAt: '2020-01-01T00:00:00.000Z' }), mail('one'), mail('two')])
    const rig = await openInWindow(MailboxButton)
    expect(rig.text()).toContain('(2 new emails)')
    await rig.press('Practice mailbox')
    const subjects = [...document.querySelectorAll('li button')].map((button) => /Subject (one|two|old)/.exec(button.textContent)?.[1])
    expect(subjects).toEqual(['two', 'one', 'old'])
    document.querySelector<HTMLButtonElement>('li button')?.click()
    await flushPromises()
    expect(rig.text()).toContain('Text of two')
    expect(document.activeElement?.textContent).toBe('Subject two')
    expect(rig.text()).toContain('(one new email)')
    await rig.press('Back to the emails')
    expect(document.activeElement?.textContent).toContain('Subject two')
  })

  it('hears of new mails by itself while it is open', async () => {
    const rig = await openInWindow(MailboxButton)
    await rig.press('Practice mailbox')
    main.answer('mailbox:read', [mail('fresh')])
    await vi.advanceTimersByTimeAsync(3000)
    expect(rig.text()).toContain('Subject fresh')
    expect(rig.text()).toContain('A new email has arrived.')
  })

  it('shows a mail as text, whatever stands in it', async () => {
    main.answer('mailbox:read', [mail('evil', { subject: EVIL, text: EVIL, html: EVIL })])
    const rig = await openInWindow(MailboxButton)
    await rig.press('Practice mailbox')
    document.querySelector<HTMLButtonElement>('li button')?.click()
    await flushPromises()
    expect(rig.text()).toContain(EVIL)
    expect(document.querySelector('img, b')).toBeNull()
  })

  it('opens the link of a mail on the activation screen', async () => {
    main.answer('mailbox:read', [mail('link', { text: `Open this:\n\n${LINK}\n\nor paste PV-7K2M-9XQD 4F7H-2MWT` })])
    const rig = await openInWindow(MailboxButton)
    await rig.press('Practice mailbox')
    document.querySelector<HTMLButtonElement>('li button')?.click()
    await flushPromises()
    await rig.press('Open the link')
    expect(rig.router.currentRoute.value.name).toBe('activation')
    expect(rig.router.currentRoute.value.fullPath).not.toContain('t=')
    expect(useActivationStore(rig.pinia).take()).toEqual({ kind: 'text', text: LINK })
    expect(rig.hasButton('Back to the emails')).toBe(false)
  })

  it('copies reference and code', async () => {
    main.answer('text:copy', {})
    main.answer('mailbox:read', [mail('code', { text: 'paste PV-7K2M-9XQD 4F7H-2MWT' })])
    const rig = await openInWindow(MailboxButton)
    await rig.press('Practice mailbox')
    document.querySelector<HTMLButtonElement>('li button')?.click()
    await flushPromises()
    await rig.press('Copy')
    expect(main.inputsOf('text:copy')).toEqual([{ text: 'PV-7K2M-9XQD 4F7H-2MWT' }])
  })

  it('says when the mails cannot be read', async () => {
    main.fail('mailbox:read', { code: 'service-unreachable' })
    const rig = await openInWindow(MailboxButton)
    await rig.press('Practice mailbox')
    expect(rig.text()).toContain('The service cannot be reached.')
  })

  it('says whose mail it is, shows one person’s alone, and leads the manager to the log-in', async () => {
    main.answer('mailbox:read', [mail('mine'), mail('theirs', { to: 'manager@practice.example' })])
    const { press, text, router, hasButton } = await openInWindow(MailboxButton)
    await press('Practice mailbox')
    await press('Structure manager 1')
    expect(text()).not.toContain('Subject mine')
    document.querySelector<HTMLButtonElement>('li button')?.click()
    await flushPromises()
    expect(text()).toContain('log in as the manager')
    await press('Back to the emails')
    expect(text()).not.toContain('Subject mine')
    await press('Everybody’s 2')
    expect(text()).toContain('Subject mine')
    await press('Structure manager 1')
    document.querySelector<HTMLButtonElement>('li button')?.click()
    await flushPromises()
    await press('To the log-in')
    expect(router.currentRoute.value.name).toBe('signIn')
    expect(hasButton('Back to the emails')).toBe(false)
  })

  it('asks nobody whose mails to show while there is one owner only', async () => {
    main.answer('mailbox:read', [mail('one'), mail('two')])
    const { press, hasButton } = await openInWindow(MailboxButton)
    await press('Practice mailbox')
    expect(hasButton('Everybody’s 2')).toBe(false)
  })
})
