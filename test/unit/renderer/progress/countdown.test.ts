// @vitest-environment happy-dom
import { clockFace } from '@renderer/progress/clock-face'
import CountdownRing from '@renderer/progress/CountdownRing.vue'
import { useCountdown, type TimeGiven } from '@renderer/progress/use-countdown'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { installFakeMain, openInWindow } from '../../../support/window-rig'

beforeEach(() => {
  installFakeMain()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const given = (secondsLeft: number): TimeGiven => ({ secondsLeft, receivedAtMs: performance.now() })

describe('useCountdown', () => {
  it('counts to zero and says once that it is over', async () => {
    const whenOver = vi.fn()
    const start = given(90)
    const scope = effectScope()
    const counted = scope.run(() => useCountdown(() => start, whenOver))!
    expect(counted.leftMs.value).toBe(90_000)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(counted.leftMs.value).toBe(60_000)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(counted.leftMs.value).toBe(0)
    expect(whenOver).toHaveBeenCalledTimes(1)
    scope.stop()
  })

  it('does not believe the clock of the computer', async () => {
    const scope = effectScope()
    const start = given(600)
    const { leftMs } = scope.run(() => useCountdown(() => start))!
    vi.setSystemTime(new Date('2036-01-01'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(leftMs.value).toBe(540_000)
    vi.setSystemTime(new Date('2016-01-01'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(leftMs.value).toBe(480_000)
    scope.stop()
  })

  it('says 30, 15, 5 and 1 minute, each once, and nothing else', async () => {
    const scope = effectScope()
    const start = given(3600)
    const { minutesReached } = scope.run(() => useCountdown(() => start))!
    const said: (number | undefined)[] = []
    for (let second = 0; second < 3600; second += 1) {
      await vi.advanceTimersByTimeAsync(1000)
      if (said.at(-1) !== minutesReached.value) said.push(minutesReached.value)
    }
    expect(said.filter((minutes) => minutes !== undefined)).toEqual([30, 15, 5, 1])
    scope.stop()
  })

  it('says nothing when the service gives less time than was thought', async () => {
    const scope = effectScope()
    const source = shallowRef<TimeGiven>(given(1900))
    const { leftMs, minutesReached } = scope.run(() => useCountdown(() => source.value))!
    source.value = given(1700)
    await nextTick()
    expect(leftMs.value).toBe(1_700_000)
    expect(minutesReached.value).toBeUndefined()
    scope.stop()
  })

  it('is over at once when nothing is left', async () => {
    const whenOver = vi.fn()
    const scope = effectScope()
    const start = given(0)
    const { leftMs } = scope.run(() => useCountdown(() => start, whenOver))!
    await nextTick()
    expect(leftMs.value).toBe(0)
    expect(whenOver).toHaveBeenCalledTimes(1)
    scope.stop()
  })
})

describe('clockFace', () => {
  it.each([[3_600_000, '60:00'], [61_000, '1:01'], [60_001, '1:01'], [9_000, '0:09'], [1, '0:01'], [0, '0:00']])('writes %i ms as %s', (ms, text) => {
    expect(clockFace(ms).text).toBe(text)
  })
})

describe('CountdownRing', () => {
  it.each([['en', '2 minutes and 5 seconds', 'One minute left before the link expires.'], ['fr', '2 minutes et 5 secondes', 'Il reste une minute avant l’expiration du lien.']] as const)(
    'is a timer in %s that is read as words and says its minutes',
    async (language, words, said) => {
      const { wrapper, text } = await openInWindow(CountdownRing, { language, props: { given: given(125) } })
      const timer = wrapper.find('[role=timer]')
      expect(timer.attributes('aria-label')).toBeTruthy()
      expect(timer.text()).toContain('2:05')
      expect(text()).toContain(words)
      expect(wrapper.find('[role=status]').text()).toBe('')
      await vi.advanceTimersByTimeAsync(66_000)
      expect(wrapper.find('[role=status]').text()).toBe(said)
      await vi.advanceTimersByTimeAsync(60_000)
      expect(wrapper.emitted('over')).toHaveLength(1)
    },
  )
})
