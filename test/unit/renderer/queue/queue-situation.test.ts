import { situationOf } from '@renderer/queue/queue-situation'
import { describe, expect, it } from 'vitest'
import { ANN, NOTHING, queueOf, turnOf } from './sample-queue'

describe('what the queue waits for', () => {
  it.each([
    ['nothing', NOTHING],
    ['captcha', queueOf()],
    ['next', queueOf({ current: undefined })],
    ['resting', queueOf({ current: turnOf(ANN, 'resting') })],
    ['starting', queueOf({ network: 'starting' })],
    ['offline', queueOf({ network: 'unreachable', current: turnOf(ANN, 'resting') })],
    ['intercepted', queueOf({ network: 'intercepted' })],
    ['paused', queueOf({ isPaused: true, network: 'unreachable' })],
    ['stopped', queueOf({ isPaused: true, pausedFor: { code: 'access-denied' } })],
  ] as const)('is %s', (situation, queue) => {
    expect(situationOf(queue)).toBe(situation)
  })

  it('says of a request that is under way that it is, whatever was asked for meanwhile', () => {
    expect(situationOf(queueOf({ isPaused: true, network: 'unreachable', current: turnOf(ANN, 'sending') }))).toBe('sending')
  })
})
