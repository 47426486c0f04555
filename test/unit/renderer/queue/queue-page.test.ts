// @vitest-environment happy-dom
import QueuePage from '@renderer/queue/QueuePage.vue'
import { useQueueStore } from '@renderer/queue/use-queue-store'
import type { QueueDescription } from '@shared/ipc/queue'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { installFakeMain, openInWindow, type FakeMain } from '../../../support/window-rig'
import { ANN, BOB, draftOf, entryOf, NOTHING, queueOf, sentDraft, turnOf } from './sample-queue'

let main: FakeMain
let queue: QueueDescription

beforeEach(() => {
  main = installFakeMain()
  queue = queueOf()
  const soon = new Date(Date.now() + 300_000).toISOString()
  main.answer('queue:describe', () => queue)
  main.answer('captcha:request', { captchaId: 'c', image: { mediaType: 'image/png', base64: btoa('picture') }, expiresAt: soon })
  main.answer('captcha:validate', { captchaToken: 'the-token', expiresAt: soon })
  main.answer('draft:open', ({ draftId }) => sentDraft(draftId, draftId === ANN ? 'PV-AAAA-2222' : 'PV-BBBB-3333'))
})

async function openPage() {
  const rig = await openInWindow(QueuePage)
  useQueueStore(rig.pinia).adopt(queue)
  await flushPromises()
  const copyCaptcha = async (): Promise<void> => {
    await rig.type('Characters of the captcha', 'AAAA')
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await flushPromises()
    await flushPromises()
  }
  return { ...rig, copyCaptcha, field: () => rig.control('Characters of the captcha') }
}

describe('sending one after the other', () => {
  it('spends a captcha at once, and has the next one’s field under the cursor', async () => {
    const { copyCaptcha, field, text } = await openPage()
    main.answer('queue:send', () => {
      queue = queueOf({ waiting: 1, sent: 1, current: turnOf(BOB) })
      return { outcome: 'sent' }
    })
    await copyCaptcha()
    expect(main.inputsOf('queue:send')).toEqual([{ draftId: ANN, captchaToken: 'the-token' }])
    expect(text()).toContain('Bob Roy')
    expect(text()).toContain('PV-AAAA-2222')
    expect(field().value).toBe('')
    expect(document.activeElement).toBe(field())
  })

  it('keeps the captcha where nobody has judged it, and spends it when it is tried again', async () => {
    const { copyCaptcha, press, text } = await openPage()
    main.fail('queue:send', { code: 'disk-full' })
    await copyCaptcha()
    expect(text()).toContain('The disk of this computer is full')
    main.answer('queue:send', () => {
      queue = queueOf({ waiting: 1, sent: 1, sentLately: [ANN], current: turnOf(BOB) })
      return { outcome: 'sent' }
    })
    await press('Try again')
    expect(main.inputsOf('queue:send').map(({ captchaToken }) => captchaToken)).toEqual(['the-token', 'the-token'])
    expect(main.inputsOf('captcha:validate')).toHaveLength(1)
    expect(text()).toContain('PV-AAAA-2222')
  })

  it('wants another captcha where this one is over', async () => {
    const { copyCaptcha, field, hasButton } = await openPage()
    main.fail('queue:send', { code: 'captcha-token-invalid' })
    await copyCaptcha()
    expect(hasButton('Try again')).toBe(false)
    expect(field().value).toBe('')
    expect(main.inputsOf('captcha:request')).toHaveLength(2)
  })

  it('ends with as many receipts as were sent, and the focus on them', async () => {
    queue = queueOf({ waiting: 1 })
    const { copyCaptcha } = await openPage()
    main.answer('queue:send', () => {
      queue = { ...NOTHING, sent: 1 }
      return { outcome: 'sent' }
    })
    await copyCaptcha()
    expect(document.activeElement?.textContent).toContain('One registration sent. One receipt.')
  })

  it('asks for another captcha where this one was no longer valid, and sends nothing meanwhile', async () => {
    const { copyCaptcha, field, text } = await openPage()
    main.fail('queue:send', { code: 'captcha-token-invalid' })
    await copyCaptcha()
    expect(text()).toContain('Its captcha was no longer valid. Nothing was sent; here is another one.')
    expect(main.inputsOf('captcha:request')).toHaveLength(2)
    expect(document.activeElement).toBe(field())
  })

  it('says of what was not accepted why, and leads to it', async () => {
    main.answer('draft:open', draftOf(ANN, { queue: entryOf({ state: 'needs-attention', failure: { code: 'structure-closed' } }) }))
    main.answer('registration:list', {
      rows: [{ draftId: ANN, state: 'needs-attention', personName: 'Ann Lee', connectionEmail: 'ann@example.org', structureName: 'DANONE', identifier: '55203253400646', createdAt: '2026-11-23T10:00:00.000Z', updatedAt: '2026-11-23T10:00:00.000Z' }],
      found: 1, counts: { open: 0, queued: 0, attention: 1, moving: 0, mail: 0, done: 0, stopped: 0 }, all: 1, ready: 0, unreadable: [], recovered: [],
    })
    const { copyCaptcha, text, wrapper } = await openPage()
    main.answer('queue:send', () => {
      queue = queueOf({ waiting: 1, needsAttention: 1, current: turnOf(BOB) })
      return { outcome: 'needs-attention' }
    })
    await copyCaptcha()
    expect(text()).toContain('The registration of Ann Lee was not accepted as it is.')
    expect(text()).toContain('According to Sirene, this establishment is closed.')
    expect(wrapper.get(`a[href="/wizard/${ANN}/person?resume=1"]`).text()).toContain('Open the registration of Ann Lee')
  })

  it('says that it is being sent while it is', async () => {
    const { copyCaptcha, text } = await openPage()
    main.answer('queue:send', () => new Promise(() => undefined))
    await copyCaptcha()
    expect(text()).toContain('Being sent… The registration of Ann Lee is on its way.'.replace('… ', '…'))
    expect(text()).not.toContain('Characters of the captcha')
  })

  it('calls nobody away who reads elsewhere on the page', async () => {
    const { pinia } = await openPage()
    document.querySelector<HTMLElement>('h1')?.focus()
    useQueueStore(pinia).adopt(queueOf({ waiting: 1, sent: 1, current: turnOf(BOB) }))
    await flushPromises()
    expect(document.activeElement?.tagName).toBe('H1')
  })

  it('stops, and goes on', async () => {
    const { press, text } = await openPage()
    main.answer('queue:pause', ({ isPaused }) => queueOf({ isPaused }))
    await press('Stop for now')
    expect(text()).toContain('Paused')
    await press('Go on')
    expect(text()).toContain('Characters of the captcha')
  })

  it('has nothing to do when nothing waits', async () => {
    queue = NOTHING
    const { text } = await openPage()
    expect(text()).toContain('Nothing waits to be sent')
  })
})
