import { describe, expect, it } from 'vitest'
import { createServiceClock } from '@main/submission/service-clock'
import { createMovableTimers } from '../../../support/main/movable-timers'

const NOON = Date.parse('2026-01-05T12:00:00.000Z')

describe('the clock of the service', () => {
  it('is not known before the service has been heard, nor after sleep', () => {
    const clock = createServiceClock({ now: () => new Date(NOON), timers: createMovableTimers() })
    expect(clock.clockSkew()).toBe('unconfirmed')
    clock.hear(null)
    clock.hear('yesterday, I think')
    expect(clock.clockSkew()).toBe('unconfirmed')
    clock.hear('Mon, 05 Jan 2026 12:00:00 GMT')
    expect(clock.clockSkew()).toBe(0)
    clock.forget()
    expect(clock.clockSkew()).toBe('unconfirmed')
  })

  it('tells a machine that is wrong, and one that is set wrong meanwhile', async () => {
    let now = NOON + 60_000
    const timers = createMovableTimers()
    const clock = createServiceClock({ now: () => new Date(now), timers })
    clock.hear('Mon, 05 Jan 2026 12:00:00 GMT')
    expect(clock.clockSkew()).toBe(60_000)
    await timers.pass(30_000)
    now += 30_000
    expect(clock.clockSkew()).toBe(60_000)
    now = Date.parse('2036-01-05T12:00:30.000Z')
    expect(clock.clockSkew()).toBe(now - NOON - 30_000)
  })
})
