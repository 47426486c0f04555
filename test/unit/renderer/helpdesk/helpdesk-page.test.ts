// @vitest-environment happy-dom
import { useSessionStore } from '@renderer/account/use-session-store'
import HelpdeskPage from '@renderer/helpdesk/HelpdeskPage.vue'
import { HELPDESK_CONTRACT } from '@shared/ipc/helpdesk-contract'
import type { SessionDescription } from '@shared/ipc/session'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ANSWERED_TICKET, attachmentRequest, figuresOf, storyOf, structureRequest, ticketOf } from '../../../e2e/helpdesk-samples'
import { installFakeMain, openInWindow, type FakeMain, type WindowRig } from '../../../support/window-rig'

const AGENT: SessionDescription = { is: 'signed-in', role: 'agent', connectionEmail: 'agent@practice.example' }
const [FIRST, SECOND] = [structureRequest(1), structureRequest(2, { structure: { identifierType: 'SIRET', identifier: '21350238800019', name: 'Mairie de Rennes' } })]

let main: FakeMain
beforeEach(() => {
  main = installFakeMain()
  main.answer('support:structure-requests', [FIRST, SECOND])
  main.answer('support:attachment-requests', [attachmentRequest()])
  main.answer('support:decide-structure', {})
  main.answer('support:decide-attachment', {})
  main.answer('support:tickets', [ticketOf()])
  main.answer('support:answer-ticket', ANSWERED_TICKET)
  main.answer('support:find', [storyOf()])
  main.answer('support:send-link', {})
  main.answer('support:figures', figuresOf())
})
afterEach(() => vi.useRealTimers())

async function open(part: 'structures' | 'tickets' | 'find' | 'figures', session: SessionDescription = AGENT): Promise<WindowRig> {
  const rig = await openInWindow(HelpdeskPage, { props: { part } })
  useSessionStore(rig.pinia).adopt(session)
  await flushPromises()
  return rig
}

const current = (): string => document.querySelector('[aria-current=true]')?.textContent ?? ''
const focusedText = (): string => document.activeElement?.textContent?.trim() ?? ''

async function pressKey(key: string): Promise<void> {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await flushPromises()
}

describe('the door', () => {
  it('is shut for whoever is no agent, and nothing is asked', async () => {
    const rig = await open('structures', { is: 'signed-in', role: 'account', connectionEmail: 'ann@example.org' })
    expect(rig.text()).toContain('an account that is not an agent’s')
    expect(main.inputsOf('support:structure-requests')).toEqual([])
  })

  it('shuts when the service has ended the session, and keeps what was being written for the same agent only', async () => {
    const rig = await open('tickets')
    await rig.type('Your answer', 'Here is how.')
    main.fail('support:answer-ticket', { code: 'session-ended' })
    await rig.press('Send the answer')
    expect(rig.text()).toContain('You were logged out')
    expect(rig.text()).toContain('What you were writing is kept')
    useSessionStore(rig.pinia).adopt({ is: 'signed-out' })
    useSessionStore(rig.pinia).adopt({ ...AGENT })
    await flushPromises()
    expect(rig.control('Your answer').value).toBe('Here is how.')

    useSessionStore(rig.pinia).adopt({ ...AGENT, connectionEmail: 'other@practice.example' })
    await flushPromises()
    expect(rig.control('Your answer').value).toBe('')
  })
})

describe('structures to approve', () => {
  it('are approved after one more question, and the next one has the focus', async () => {
    const rig = await open('structures')
    expect(current()).toContain('Mairie de Nantes')
    await rig.press('Approve')
    expect(main.inputsOf('support:decide-structure')).toEqual([])
    await rig.press('Approve and tell')
    const [input] = main.inputsOf('support:decide-structure')
    expect(input).toEqual({ requestId: FIRST.id, answer: { decision: 'approve' } })
    expect(HELPDESK_CONTRACT['support:decide-structure'].input.safeParse(input).success).toBe(true)
    expect([current(), focusedText()]).toEqual([expect.stringContaining('Mairie de Rennes'), 'Mairie de Rennes'])
    expect(rig.text()).toContain('Mairie de Nantes is approved.')
  })

  it('are refused with a reason only, ready-made or one’s own', async () => {
    const rig = await open('structures')
    await rig.press('Refuse')
    expect(rig.text()).toContain('Say why: the applicant reads it.')
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    await rig.type('Reason', 'x'.repeat(501))
    await rig.press('Refuse')
    expect(rig.text()).toContain('One character too many.')
    await rig.type('Reason', ' Give your own company. ')
    await rig.press('Refuse')
    await rig.press('Refuse and tell')
    expect(main.inputsOf('support:decide-structure')).toEqual([{ requestId: FIRST.id, answer: { decision: 'refuse', reason: 'Give your own company.' } }])
  })

  it('keep what is being written while another one is looked at', async () => {
    const rig = await open('structures')
    await rig.type('Reason', 'Half a thought')
    document.querySelector<HTMLElement>('[aria-current=true]')?.focus()
    await pressKey('ArrowDown')
    expect([current(), rig.control('Reason').value]).toEqual([expect.stringContaining('Rennes'), ''])
    await pressKey('Home')
    expect(rig.control('Reason').value).toBe('Half a thought')
  })

  it('that a colleague has decided are said, and go', async () => {
    const rig = await open('structures')
    main.fail('support:decide-structure', { code: 'decision-made' })
    await rig.press('Approve')
    await rig.press('Approve and tell')
    expect(rig.text()).toContain('This request has been answered already.')
    expect(current()).toContain('Mairie de Rennes')
  })

  it('stay where the answer did not get through, with a way to try again', async () => {
    const rig = await open('structures')
    main.fail('support:decide-structure', { code: 'service-unreachable' })
    await rig.press('Approve')
    await rig.press('Approve and tell')
    main.answer('support:decide-structure', {})
    await rig.press('Try again')
    expect(rig.text()).toContain('Mairie de Nantes is approved.')
  })

  it('are followed by attachments, decided in the place of a manager', async () => {
    const rig = await open('structures')
    rig.wrapper.findAll('[role=group] button').at(1)?.element.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await flushPromises()
    await rig.press('Accept')
    await rig.press('Accept and tell')
    expect(main.inputsOf('support:decide-attachment')).toEqual([{ requestId: attachmentRequest().id, answer: { decision: 'accept' } }])
    expect(rig.text()).toContain('No attachment request waits for you')
    expect(document.activeElement?.tagName).toBe('H1')
  })

  it('are read anew while the agent works here, and no longer once they have left', async () => {
    vi.useFakeTimers()
    const rig = await open('structures')
    main.answer('support:structure-requests', [SECOND])
    await vi.advanceTimersByTimeAsync(121_000)
    expect(rig.text()).toContain('Somebody else has answered Mairie de Nantes')
    await vi.advanceTimersByTimeAsync(3_600_000)
    const asked = main.inputsOf('support:structure-requests').length
    expect(asked).toBeLessThanOrEqual(3)
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))
    await vi.advanceTimersByTimeAsync(121_000)
    expect(main.inputsOf('support:structure-requests').length).toBe(asked + 1)
  })
})

describe('tickets', () => {
  it('are answered in words, and leave the open ones', async () => {
    const rig = await open('tickets')
    await rig.press('Send the answer')
    expect(rig.text()).toContain('Write an answer, or close the ticket without one.')
    await rig.type('Your answer', 'Here is how.')
    await rig.press('Send the answer')
    const [input] = main.inputsOf('support:answer-ticket')
    expect(input).toEqual({ ticketId: ticketOf().id, change: { answer: 'Here is how.' } })
    expect(rig.text()).toContain('is on its way to zoe.beranger@example.org.')
    expect(rig.text()).toContain('No ticket is open')
  })

  it('that are gone keep what was written until the list is looked at again', async () => {
    const rig = await open('tickets')
    await rig.type('Your answer', 'Here is how.')
    main.fail('support:answer-ticket', { code: 'ticket-unknown' })
    await rig.press('Close without an answer')
    expect(rig.text()).toContain('There is no such ticket any more.')
    expect(rig.control('Your answer').value).toBe('Here is how.')
    main.answer('support:tickets', [])
    await rig.press('Look again')
    expect(rig.text()).toContain('Somebody else has settled')
  })
})

describe('a search', () => {
  it('shows the story, sends a link, and shows the story anew', async () => {
    const rig = await open('find')
    await rig.type('Reference, connection email or SIRET', 'PV')
    await rig.press('Search')
    expect([rig.text().includes('Type at least three characters.'), main.inputsOf('support:find')]).toEqual([true, []])
    await rig.type('Reference, connection email or SIRET', ' ann.lee@example.org ')
    await rig.press('Search')
    for (const words of ['Came back', '550 5.1.1 no such user', 'The last try failed: 451', 'Expired on', 'Valid until']) expect(rig.text()).toContain(words)
    await rig.press('Send a new link')
    expect(main.inputsOf('support:send-link')).toEqual([{ registrationId: storyOf().id }])
    expect(main.inputsOf('support:find')).toEqual([{ query: 'ann.lee@example.org' }, { query: 'ann.lee@example.org' }])
    expect(rig.router.currentRoute.value.fullPath).not.toContain('ann')
  })
})

describe('figures', () => {
  it('say in a sentence and in a table what the drawing shows', async () => {
    const rig = await open('figures')
    for (const words of ['The service holds 1,794 registrations.', 'within 38 minutes', 'up to one hour', 'up to 7 days']) expect(rig.text()).toContain(words)
    expect(document.querySelectorAll('figure [aria-hidden=true]')).toHaveLength(4)
    const tables = [...document.querySelectorAll('details table')]
    expect(tables.map((table) => table.querySelectorAll('tbody tr').length)).toEqual([10, 6, 30, 30])
  })

  it('draw nothing where there is nothing', async () => {
    main.answer('support:figures', figuresOf(false))
    const rig = await open('figures')
    expect(rig.text()).toContain('No account became active in these 30 days.')
    expect(document.querySelectorAll('figure li svg')).toHaveLength(0)
  })
})
