// @vitest-environment happy-dom
import RequestsPage from '@renderer/approval/RequestsPage.vue'
import type { AttachmentRequest } from '@shared/http/attachment-requests'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain } from '../../../support/window-rig'

const request = (id: number, firstName: string): AttachmentRequest => ({
  id: `0b7f6a4e-58f5-4f0e-9a7a-3c1d2e4f5a6${id}`, reference: `PV-7K2M-9QD${id}`, firstName, lastName: 'Lee', connectionEmail: `${firstName.toLowerCase()}@example.org`,
  structure: { identifierType: 'SIRET', identifier: '54205118000066', name: 'TOTALENERGIES SE' }, askedAt: '2026-03-12T10:12:00.000Z',
})
const ANN = request(1, 'Ann')
const BOB = request(2, 'Bob')

let main: FakeMain

beforeEach(() => {
  main = installFakeMain()
  main.answer('request:list', [ANN, BOB])
})
afterEach(() => { vi.useRealTimers() })

describe('requests to decide', () => {
  it('says who asks, for which structure, and under which reference', async () => {
    const { text } = await openInWindow(RequestsPage)
    expect(text()).toContain('2 requests wait for your answer.')
    expect(text()).toContain('Ann Lee')
    expect(text()).toContain('542 051 180 00066')
    expect(text()).toContain('PV-7K2M-9QD1')
  })

  it('accepts once it was confirmed, shows what still waits, and puts the focus on what came of it', async () => {
    const { press, text } = await openInWindow(RequestsPage)
    main.answer('request:decide', [BOB])
    await press('Accept the request of Ann Lee')
    expect(main.inputsOf('request:decide')).toEqual([])
    await press('Accept the request')
    expect(main.inputsOf('request:decide')).toEqual([{ requestId: ANN.id, answer: { decision: 'accept' } }])
    expect(text()).toContain('One request waits for your answer.')
    expect(document.activeElement?.textContent).toContain('Ann Lee was accepted')
  })

  it('sends no refusal without a reason, nor with one that is too long, and keeps what was typed', async () => {
    const { press, type, text, control } = await openInWindow(RequestsPage)
    main.answer('request:decide', [BOB])
    await press('Refuse the request of Ann Lee')
    await press('Refuse the request')
    expect(text()).toContain('Say why')
    await type('Reason', 'x'.repeat(501))
    await press('Refuse the request')
    expect(text()).toContain('Shorten the reason to 500 characters')
    expect(control('Reason').value).toHaveLength(501)
    expect(main.inputsOf('request:decide')).toEqual([])
    await type('Reason', ' Nobody of this name works here. ')
    await press('Refuse the request')
    expect(main.inputsOf('request:decide')).toEqual([{ requestId: ANN.id, answer: { decision: 'refuse', reason: 'Nobody of this name works here.' } }])
    expect(text()).toContain('Ann Lee was refused')
  })

  it('says that somebody was quicker, offers nothing more to send, and shows what still waits', async () => {
    const { press, text, hasButton } = await openInWindow(RequestsPage)
    main.fail('request:decide', { code: 'decision-made' })
    await press('Accept the request of Ann Lee')
    main.answer('request:list', [BOB])
    await press('Accept the request')
    expect(text()).toContain('This request has been answered already.')
    expect(hasButton('Accept the request')).toBe(false)
    expect(hasButton('Accept the request of Ann Lee')).toBe(false)
    expect(hasButton('Accept the request of Bob Lee')).toBe(true)
  })

  it('shows a request that came in while the page was open', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    main.answer('request:list', [])
    const { text } = await openInWindow(RequestsPage)
    expect(text()).toContain('No request waits for you')
    main.answer('request:list', [ANN])
    vi.advanceTimersByTime(30_000)
    await flushPromises()
    expect(text()).toContain('One request waits for your answer.')
  })
})
