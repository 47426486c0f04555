// @vitest-environment happy-dom
import QueuePanel from '@renderer/queue/QueuePanel.vue'
import { useQueueStore } from '@renderer/queue/use-queue-store'
import type { QueueDescription } from '@shared/ipc/queue'
import type { Locale } from '@shared/registration/locale'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { installFakeMain, openInWindow, spaced, type FakeMain } from '../../../support/window-rig'
import { ANN, BOB, NOTHING, queueOf, turnOf } from './sample-queue'

let main: FakeMain
beforeEach(() => { main = installFakeMain() })

async function openPanel(queue: QueueDescription, language: Locale = 'en') {
  const rig = await openInWindow(QueuePanel, { language })
  const store = useQueueStore(rig.pinia)
  store.adopt(queue)
  await flushPromises()
  return { ...rig, store, said: () => spaced(document.querySelector('[role=status]')?.textContent ?? '') }
}

describe('the queue on the home page', () => {
  it('takes no room while nothing waits, and its live region is there already', async () => {
    const { text } = await openPanel(NOTHING)
    expect(text()).toBe('')
    expect(document.querySelectorAll('[role=status]')).toHaveLength(1)
  })

  it.each([
    [{}, 'A captcha is wanted'],
    [{ current: turnOf(ANN, 'sending') }, 'Being sent…'],
    [{ current: turnOf(ANN, 'resting') }, 'The service needs a moment'],
    [{ network: 'unreachable' }, 'No connection to the service'],
    [{ network: 'intercepted' }, 'Sign in to the network first'],
    [{ isPaused: true }, 'Paused'],
  ] as const)('says what is awaited: %o', async (change, heading) => {
    const { text } = await openPanel(queueOf(change))
    expect(text()).toContain('2 registrations to be sent')
    expect(text()).toContain(heading)
  })

  it('shows how far it has come and what has waited for long', async () => {
    const { text } = await openPanel(queueOf({ sent: 3, waitingLong: 2 }), 'fr')
    expect(text()).toContain('3 sur 5 envoyées')
    expect(text()).toContain('2 attendent depuis plus d’un jour.')
  })

  it('says that the service stopped it', async () => {
    const { text } = await openPanel(queueOf({ isPaused: true, pausedFor: { code: 'access-denied' } }))
    expect(text()).toContain('The service accepts nothing from this computer just now. Everything is kept.')
  })

  it('leads to what needs attention in the list', async () => {
    const { button } = await openPanel(queueOf({ waiting: 0, needsAttention: 2, current: undefined }))
    expect(button('Show them').getAttribute('href')).toBe('/home?filter=attention')
  })

  it('pauses, and goes on by the same button', async () => {
    const { press, button } = await openPanel(queueOf())
    main.answer('queue:pause', ({ isPaused }) => queueOf({ isPaused }))
    await press('Pause')
    expect(document.activeElement).toBe(button('Go on'))
    await press('Go on')
    expect(main.inputsOf('queue:pause')).toEqual([{ isPaused: true }, { isPaused: false }])
  })

  it('tells the ear what was sent and what is wanted, and not that time goes by', async () => {
    const { store, said } = await openPanel(queueOf({ current: turnOf(ANN, 'resting') }))
    store.adopt(queueOf({ current: { ...turnOf(ANN, 'resting'), retryInMs: 4000 } }))
    await flushPromises()
    expect(said()).toBe('')
    store.adopt(queueOf())
    await flushPromises()
    expect(said()).toBe('A captcha is wanted for the registration of Ann Lee.')
    store.adopt(queueOf({ waiting: 1, sent: 1, current: turnOf(BOB) }))
    await flushPromises()
    expect(said()).toBe('The registration of Ann Lee was sent. One is left. A captcha is wanted for the registration of Bob Roy.')
    store.adopt({ ...NOTHING, sent: 1, needsAttention: 1 })
    await flushPromises()
    expect(said()).toBe('One registration needs attention.')
  })
})
