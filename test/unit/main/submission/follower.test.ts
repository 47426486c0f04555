import { describe, expect, it } from 'vitest'
import type { Drafts, IndexedRegistration } from '@main/drafts/drafts'
import { createFollower } from '@main/submission/follower'
import { AppError } from '@shared/errors/app-error'
import type { FollowedRegistration } from '@shared/http/registrations'
import type { QueueDescription } from '@shared/ipc/queue'
import type { DraftId } from '@shared/registration/draft'
import type { RegistrationState } from '@shared/registration/progress'
import type { RowState } from '@shared/registration/registration-list'
import { createMovableTimers, quiet } from '../../../support/main/movable-timers'

const MINUTE = 60_000
const idOf = (number: number): DraftId => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as DraftId

function rig(states: RowState[], answer: (id: DraftId) => Partial<FollowedRegistration> = () => ({})) {
  const timers = createMovableTimers()
  const asked: { id: DraftId; at: number }[] = []
  const changed = new Set<(id: DraftId) => void>()
  const turned = new Set<() => void>()
  let network: QueueDescription['network'] = 'reachable'
  let scans = 0
  const drafts: Pick<Drafts, 'indexed' | 'onChange'> = {
    async indexed() {
      scans += 1
      return states.map((state, i) => ({ row: { draftId: idOf(i), state } }) as IndexedRegistration)
    },
    onChange(listener) {
      changed.add(listener)
      return () => changed.delete(listener)
    },
  }
  const follower = createFollower({
    drafts, timers,
    randomness: { fraction: () => 0.5 },
    network: { state: () => network, look: async () => network, onChange: (listener) => (turned.add(listener), () => turned.delete(listener)) },
    async follow(id) {
      asked.push({ id, at: timers.monotonicMs() })
      const followed = { state: states[Number(id.slice(-12))] as RegistrationState, ...answer(id) } as FollowedRegistration
      follower.heard(id, followed)
      return followed
    },
  })
  return {
    follower, timers, asked,
    scans: () => scans,
    change: (i: number, state: RowState) => {
      states[i] = state
      for (const listener of changed) listener(idOf(i))
    },
    turn: (state: QueueDescription['network']) => {
      network = state
      for (const listener of turned) listener()
    },
  }
}

describe('following', () => {
  it('asks for live links each minute, for decisions every five', async () => {
    const { follower, timers, asked } = rig(['activation-sent', 'awaiting-manager'])
    follower.wake()
    await timers.pass(10 * MINUTE)
    expect(asked.filter(({ id }) => id === idOf(0)).length).toBeGreaterThanOrEqual(9)
    expect(asked.filter(({ id }) => id === idOf(0)).length).toBeLessThanOrEqual(11)
    expect(asked.filter(({ id }) => id === idOf(1)).length).toBeGreaterThanOrEqual(1)
    expect(asked.filter(({ id }) => id === idOf(1)).length).toBeLessThanOrEqual(3)
  })

  it('costs nothing for ten thousand that are over, or not sent', async () => {
    const states: RowState[] = Array.from({ length: 10_000 }, (_none, i) => (['active', 'withdrawn', 'draft', 'queued'] as const)[i % 4]!)
    const { follower, timers, asked, scans } = rig(states)
    follower.wake()
    await timers.pass(24 * 60 * MINUTE)
    expect(asked).toEqual([])
    expect(timers.waiting()).toBe(0)
    expect(scans()).toBe(1)
  })

  it('asks one at a time, at most one a second, however many there are; live links first', async () => {
    const { follower, timers, asked } = rig([...Array.from({ length: 200 }, () => 'awaiting-support' as const), ...Array.from({ length: 20 }, () => 'activation-sent' as const)])
    follower.wake()
    await timers.pass(3 * MINUTE)
    expect(asked.length).toBeGreaterThan(100)
    for (const [i, { at }] of asked.entries()) if (i > 0) expect(at - asked[i - 1]!.at).toBeGreaterThanOrEqual(1000)
    const live = asked.filter(({ id }) => Number(id.slice(-12)) >= 200)
    expect(live.length).toBeGreaterThanOrEqual(40)
  })

  it('is quiet while the service cannot be reached, and while the computer sleeps', async () => {
    const { follower, timers, asked, turn } = rig(['activation-sent'])
    turn('unreachable')
    follower.wake()
    await timers.pass(10 * MINUTE)
    expect(asked).toEqual([])
    turn('reachable')
    await timers.pass(MINUTE)
    expect(asked.length).toBeGreaterThan(0)
    follower.sleep()
    const before = asked.length
    await timers.pass(10 * MINUTE)
    expect(asked).toHaveLength(before)
    follower.wake()
    await timers.pass(0)
    expect(asked).toHaveLength(before + 1)
  })

  it('ends when a registration is over, and begins when one is sent', async () => {
    const { follower, timers, asked, change } = rig(['activation-sent', 'draft'], () => ({ state: 'active' }))
    follower.wake()
    await timers.pass(MINUTE)
    expect(asked.map(({ id }) => id)).toEqual([idOf(0)])
    change(0, 'active')
    change(1, 'requested')
    await timers.pass(MINUTE)
    expect(asked.map(({ id }) => id)).toEqual([idOf(0), idOf(1)])
  })

  it('does not ask for what somebody has just heard', async () => {
    const { follower, timers, asked } = rig(['activation-sent'])
    follower.wake()
    for (let i = 0; i < 20; i += 1) {
      await timers.pass(10_000)
      follower.heard(idOf(0), { state: 'activation-sent' } as FollowedRegistration)
    }
    expect(asked).toEqual([])
  })

  it('waits as long as the service wants', async () => {
    const { follower, timers, asked } = rig(Array.from({ length: 50 }, () => 'activation-sent'), () => {
      throw new AppError('rate-limited', 'too many', { retryAfterSeconds: 45 })
    })
    follower.wake()
    await timers.pass(2 * MINUTE)
    expect(asked.length).toBeLessThanOrEqual(3)
  })

  it('asks nothing once it is stopped', async () => {
    const { follower, timers, asked } = rig(['activation-sent'])
    follower.wake()
    await quiet()
    follower.stop()
    await timers.pass(5 * MINUTE)
    expect(asked).toEqual([])
    expect(timers.waiting()).toBe(0)
  })

  it('asks next for what has just happened, however recently it was asked, and still at most one a second', async () => {
    const { follower, timers, asked } = rig([...Array.from({ length: 50 }, () => 'activation-sent' as const), 'activation-expired'])
    follower.wake()
    await timers.pass(35_000)
    const before = asked.length
    expect(before).toBeGreaterThan(0)
    follower.hurry([idOf(50)])
    await timers.pass(1000)
    expect(asked.slice(before).map(({ id }) => id)).toEqual([idOf(50)])
  })
})
