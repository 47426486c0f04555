// @vitest-environment happy-dom
import { useFollowedRegistration, type FollowedFromHere } from '@renderer/progress/use-followed-registration'
import type { FollowedRegistration } from '@shared/http/registrations'
import { DraftId } from '@shared/registration/draft'
import type { RegistrationState } from '@shared/registration/progress'
import { nextActorOf } from '@shared/registration/progress'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { installFakeMain, type FakeMain } from '../../../support/window-rig'

const draftId = DraftId.parse('11111111-1111-4111-8111-111111111111')
let main: FakeMain
let scope: EffectScope

beforeEach(() => {
  vi.useFakeTimers()
  main = installFakeMain()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  hide(false)
  vi.useRealTimers()
})

function registration(state: RegistrationState): FollowedRegistration {
  return { reference: 'PV-7K2M-9XQD', state, nextActor: nextActorOf(state), timeline: [], mail: { state: 'sent' } }
}

function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

async function start(): Promise<FollowedFromHere> {
  const followed = scope.run(() => useFollowedRegistration(draftId))!
  await followed.follow()
  return followed
}

const asked = (): number => main.inputsOf('registration:follow').length

describe('useFollowedRegistration', () => {
  it('asks again by itself, and hears what changed', async () => {
    main.answer('registration:follow', registration('requested'))
    const { heard } = await start()
    expect(heard.value?.registration.state).toBe('requested')
    main.answer('registration:follow', registration('activation-sent'))
    await vi.advanceTimersByTimeAsync(5000)
    expect(heard.value?.registration.state).toBe('activation-sent')
  })

  it.each(['active', 'withdrawn', 'attachment-refused', 'structure-refused'] as const)('stops asking at %s', async (state) => {
    main.answer('registration:follow', registration(state))
    await start()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(asked()).toBe(1)
  })

  it('keeps what was known when the service does not answer, and asks ever more seldom', async () => {
    main.answer('registration:follow', registration('activation-sent'))
    const { heard, failure } = await start()
    main.fail('registration:follow', { code: 'service-unreachable' })
    await vi.advanceTimersByTimeAsync(4000)
    expect(failure.value?.code).toBe('service-unreachable')
    expect(heard.value?.registration.state).toBe('activation-sent')
    const before = asked()
    await vi.advanceTimersByTimeAsync(600_000)
    const inTenMinutes = asked() - before
    expect(inTenMinutes).toBeGreaterThanOrEqual(9)
    expect(inTenMinutes).toBeLessThanOrEqual(15)
    main.answer('registration:follow', registration('active'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(failure.value).toBeUndefined()
    expect(heard.value?.registration.state).toBe('active')
  })

  it('waits as long as the service asks', async () => {
    main.fail('registration:follow', { code: 'rate-limited', retryAfterSeconds: 50 })
    await start()
    await vi.advanceTimersByTimeAsync(49_000)
    expect(asked()).toBe(1)
    await vi.advanceTimersByTimeAsync(2000)
    expect(asked()).toBe(2)
  })

  it.each(['access-denied', 'registration-unknown'] as const)('does not insist after %s', async (code) => {
    main.fail('registration:follow', { code })
    const { failure } = await start()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(asked()).toBe(1)
    expect(failure.value?.code).toBe(code)
  })

  it('rests while nobody can see it, and asks at once when somebody can', async () => {
    main.answer('registration:follow', registration('activation-sent'))
    await start()
    hide(true)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(asked()).toBe(1)
    hide(false)
    await flushPromises()
    expect(asked()).toBe(2)
  })

  it('asks at once when the window gets the focus, and when the service is back', async () => {
    main.answer('registration:follow', registration('activation-sent'))
    await start()
    window.dispatchEvent(new Event('focus'))
    await flushPromises()
    expect(asked()).toBe(2)
    main.fail('registration:follow', { code: 'service-unreachable' })
    await vi.advanceTimersByTimeAsync(4000)
    const before = asked()
    main.tell('service:changed', { state: 'ready', environment: 'practice', version: '1', phoneRequired: false })
    await flushPromises()
    expect(asked()).toBe(before + 1)
  })

  it('does not let an older question undo what was just done', async () => {
    let answerLate: (value: FollowedRegistration) => void = () => undefined
    main.answer('registration:follow', () => new Promise((resolve) => { answerLate = resolve }))
    const followed = scope.run(() => useFollowedRegistration(draftId))!
    const question = followed.follow()
    followed.adopt(registration('withdrawn'))
    answerLate(registration('activation-sent'))
    await question
    expect(followed.heard.value?.registration.state).toBe('withdrawn')
  })

  it('falls silent with its screen', async () => {
    main.answer('registration:follow', registration('activation-sent'))
    await start()
    scope.stop()
    window.dispatchEvent(new Event('focus'))
    await vi.advanceTimersByTimeAsync(600_000)
    expect(asked()).toBe(1)
  })
})
