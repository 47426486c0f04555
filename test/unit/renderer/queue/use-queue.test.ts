// @vitest-environment happy-dom
import { useQueue, useQueueNews } from '@renderer/queue/use-queue'
import { useQueueStore } from '@renderer/queue/use-queue-store'
import type { QueueDescription } from '@shared/ipc/queue'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { installFakeMain, mountInWindow, type FakeMain } from '../../../support/window-rig'
import { ANN, BOB, draftOf, NOTHING, queueOf, sentDraft, turnOf } from './sample-queue'

describe('the traffic of the queue', () => {
  let main: FakeMain
  let wrapper: VueWrapper
  let queue: ReturnType<typeof useQueue>

  beforeEach(() => {
    main = installFakeMain()
    main.answer('queue:describe', queueOf())
    main.answer('draft:open', ({ draftId }) => sentDraft(draftId, 'PV-7K2M-9QDX'))
  })
  afterEach(() => { wrapper.unmount() })

  async function open(): Promise<ReturnType<typeof useQueueStore>> {
    wrapper = mountInWindow(defineComponent({
      setup() {
        useQueueNews()
        queue = useQueue()
        return () => undefined
      },
    }))
    await flushPromises()
    return useQueueStore()
  }

  it('asks once, then hears', async () => {
    const store = await open()
    expect(store.queue).toEqual(queueOf())
    main.tell('queue:changed', NOTHING)
    expect(store.queue).toEqual(NOTHING)
    expect(main.inputsOf('queue:describe')).toHaveLength(1)
  })

  it('believes news more than the answer to a question that was asked before it', async () => {
    let answer: (queue: QueueDescription) => void = () => undefined
    main.answer('queue:describe', () => new Promise<QueueDescription>((resolve) => { answer = resolve }))
    const store = await open()
    main.tell('queue:changed', NOTHING)
    answer(queueOf())
    await flushPromises()
    expect(store.queue).toEqual(NOTHING)
  })

  it('says what failed, until it hears', async () => {
    main.fail('queue:describe', { code: 'safe-locked' })
    const store = await open()
    expect(store.failure?.code).toBe('safe-locked')
    main.tell('queue:changed', queueOf())
    expect(store.failure).toBeUndefined()
  })

  it('keeps the receipt of what went without anybody asking, once', async () => {
    const store = await open()
    main.tell('queue:changed', queueOf({ waiting: 1, sent: 1, sentLately: [ANN], current: turnOf(BOB) }))
    await flushPromises()
    main.answer('queue:send', { outcome: 'sent' })
    await queue.send(ANN, 'token')
    expect(store.receipts).toEqual([{ draftId: ANN, personName: 'Ann Lee', structureName: 'DANONE', reference: 'PV-7K2M-9QDX' }])
  })

  it('keeps a receipt of each of several that were sent between two descriptions, in the order of sending', async () => {
    main.answer('draft:open', async ({ draftId }) => {
      // The first one takes longer to be read.
      if (draftId === ANN) await new Promise((resolve) => setTimeout(resolve))
      return sentDraft(draftId, draftId === ANN ? 'PV-AAAA-2222' : 'PV-BBBB-3333')
    })
    const store = await open()
    main.tell('queue:changed', { ...NOTHING, sent: 2, sentLately: [ANN, BOB] })
    await vi.waitFor(() => { expect(store.receipts.map(({ reference }) => reference)).toEqual(['PV-AAAA-2222', 'PV-BBBB-3333']) })
  })

  it('has no receipt where the service gave none', async () => {
    main.answer('draft:open', ({ draftId }) => draftOf(draftId))
    const store = await open()
    main.answer('queue:send', { outcome: 'needs-attention' })
    expect(await queue.send(ANN, 'token')).toBe('needs-attention')
    main.tell('queue:changed', queueOf({ waiting: 1, sent: 1, sentLately: [ANN] }))
    await flushPromises()
    expect(store.receipts).toEqual([])
  })

  it('asks how things stand after each sending, also a refused one', async () => {
    const store = await open()
    main.fail('queue:send', { code: 'captcha-token-invalid' })
    main.answer('queue:describe', NOTHING)
    expect(await queue.send(ANN, 'token')).toBeUndefined()
    expect(queue.failure.value?.code).toBe('captcha-token-invalid')
    expect(store.queue).toEqual(NOTHING)
  })

  it('pauses and goes on as the main process says', async () => {
    const store = await open()
    main.answer('queue:pause', ({ isPaused }) => queueOf({ isPaused }))
    expect(await queue.pause(true)).toBe(true)
    expect(store.queue?.isPaused).toBe(true)
    main.fail('queue:pause', { code: 'disk-full' })
    expect(await queue.pause(false)).toBe(false)
    expect(store.queue?.isPaused).toBe(true)
  })
})
