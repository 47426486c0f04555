// @vitest-environment happy-dom
import FailureNotice from '@renderer/failures/FailureNotice.vue'
import { useFailure } from '@renderer/failures/use-failure'
import { BridgeError } from '@renderer/bridge/bridge'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installFakeMain, openInWindow } from '../../../support/window-rig'

beforeEach(() => {
  installFakeMain()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('FailureNotice', () => {
  it('offers to try again where that can help, and only there', async () => {
    const passing = await openInWindow(FailureNotice, { props: { failure: { code: 'service-unreachable' }, retry: true } })
    await passing.press('Try again')
    expect(passing.wrapper.emitted('retry')).toHaveLength(1)

    const lasting = await openInWindow(FailureNotice, { props: { failure: { code: 'structure-closed' }, retry: true } })
    expect(lasting.hasButton('Try again')).toBe(false)
  })

  it('waits for the seconds that the service asked for, and says how many', async () => {
    const { text, button } = await openInWindow(FailureNotice, { props: { failure: { code: 'rate-limited', retryAfterSeconds: 37 }, retry: true } })
    expect(text()).toContain('You can try again in 37 seconds.')
    expect(button('Try again').disabled).toBe(true)
    await vi.advanceTimersByTimeAsync(36_000)
    expect(button('Try again').disabled).toBe(true)
    await vi.advanceTimersByTimeAsync(1500)
    expect(button('Try again').disabled).toBe(false)
  })

  it('is announced at once, and again after a retry that failed alike', async () => {
    const { wrapper, text } = await openInWindow(FailureNotice, { props: { failure: { code: 'service-busy' }, retry: true } })
    expect(wrapper.attributes('role')).toBe('alert')
    const before = text()
    await wrapper.setProps({ busy: true })
    expect(text()).not.toBe(before)
    await wrapper.setProps({ busy: false })
    expect(text()).toBe(before)
  })
})

describe('useFailure', () => {
  it('keeps what went wrong until an attempt succeeds', async () => {
    const { failure, attempt } = useFailure()
    await attempt(() => Promise.reject(new BridgeError({ code: 'disk-full' })))
    expect(failure.value?.code).toBe('disk-full')
    const pending = attempt(() => Promise.resolve('done'))
    expect(failure.value?.code).toBe('disk-full')
    expect(await pending).toBe('done')
    expect(failure.value).toBeUndefined()
  })

  it('does one thing at a time', async () => {
    const { attempt, busy } = useFailure()
    let finish: (value: string) => void = () => undefined
    const first = attempt(() => new Promise<string>((resolve) => { finish = resolve }))
    const second = vi.fn(() => Promise.resolve('second'))
    expect(await attempt(second)).toBeUndefined()
    expect(second).not.toHaveBeenCalled()
    finish('first')
    expect(await first).toBe('first')
    await flushPromises()
    expect(busy.value).toBe(false)
  })

  it('names what nobody named', async () => {
    const { failure, attempt } = useFailure()
    await attempt(() => Promise.reject(new TypeError('undefined is not a function')))
    expect(failure.value).toEqual({ code: 'unexpected' })
  })
})
