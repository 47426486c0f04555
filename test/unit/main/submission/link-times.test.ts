import { describe, expect, it } from 'vitest'
import { createLinkTimes, type LinkWarning } from '@main/submission/link-times'
import type { FollowedRegistration } from '@shared/http/registrations'
import type { DraftId } from '@shared/registration/draft'
import { createMovableTimers } from '../../../support/main/movable-timers'

const [A, B] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as DraftId[] as [DraftId, DraftId]
const MINUTE = 60_000
const link = (minutes: number, expiresAt = '2026-01-05T13:00:00.000Z'): FollowedRegistration => ({
  reference: 'PV-7K3M-92QD', state: 'activation-sent', nextActor: 'applicant', timeline: [], mail: { state: 'sent' },
  activation: { expiresAt, secondsLeft: minutes * 60 },
})
const over: FollowedRegistration = { reference: 'PV-7K3M-92QD', state: 'active', nextActor: 'nobody', timeline: [], mail: { state: 'sent' } }

function rig() {
  const timers = createMovableTimers()
  const warnings: (readonly LinkWarning[])[] = []
  return { timers, warnings, times: createLinkTimes({ timers, warn: (told) => warnings.push(told) }) }
}

describe('the time of a link', () => {
  it('runs down by itself', async () => {
    const { timers, times } = rig()
    expect(times.minutesLeft(A)).toBeUndefined()
    times.note(A, link(42))
    expect(times.minutesLeft(A)).toBe(42)
    await timers.pass(2 * MINUTE)
    expect(times.minutesLeft(A)).toBe(40)
    await timers.pass(60 * MINUTE)
    expect(times.minutesLeft(A)).toBe(0)
    times.note(A, over)
    expect(times.minutesLeft(A)).toBeUndefined()
  })

  it('is warned of at 15 and at 5 minutes, once each, however often it is heard of', async () => {
    const { timers, warnings, times } = rig()
    for (let left = 20; left > 0; left -= 1) {
      // The service's count and ours differ by a second now and then.
      times.note(A, { ...link(left), activation: { expiresAt: '2026-01-05T13:00:00.000Z', secondsLeft: left * 60 + (left % 2) } })
      await timers.pass(MINUTE)
    }
    expect(warnings).toEqual([[{ draftId: A, minutes: 15 }], [{ draftId: A, minutes: 5 }]])
  })

  it('is warned of together with what ends at about the same time', async () => {
    const { timers, warnings, times } = rig()
    times.note(A, link(16))
    await timers.pass(5000)
    times.note(B, link(16))
    await timers.pass(2 * MINUTE)
    expect(warnings).toEqual([[{ draftId: A, minutes: 15 }, { draftId: B, minutes: 15 }]])
  })

  it('is not warned of where nobody saw the mark passing: another run may have said it', async () => {
    const { timers, warnings, times } = rig()
    times.note(A, link(12))
    await timers.pass(6 * MINUTE)
    expect(warnings).toEqual([])
    await timers.pass(2 * MINUTE)
    expect(warnings).toEqual([[{ draftId: A, minutes: 5 }]])
  })

  it('is not believed after sleep, until the service has said it again', async () => {
    const { timers, warnings, times } = rig()
    times.note(A, link(20))
    times.forget()
    expect(times.minutesLeft(A)).toBeUndefined()
    await timers.pass(60 * MINUTE)
    expect(warnings).toEqual([])
    expect(timers.waiting()).toBe(0)
  })

  it('begins anew with a new link', async () => {
    const { timers, warnings, times } = rig()
    times.note(A, link(16))
    await timers.pass(2 * MINUTE)
    times.note(A, link(16, '2026-01-05T14:00:00.000Z'))
    await timers.pass(2 * MINUTE)
    expect(warnings).toHaveLength(2)
  })

  it('is not warned of once the account is active', async () => {
    const { timers, warnings, times } = rig()
    times.note(A, link(16))
    times.note(A, over)
    await timers.pass(20 * MINUTE)
    expect(warnings).toEqual([])
  })
})
