import { isFinal, isLegalMove, LEGAL_MOVES, nextActorOf, REGISTRATION_STATES } from '@shared/registration/progress'
import { describe, expect, it } from 'vitest'

describe('legal moves', () => {
  it('lead from the request to an active account on each of the three branches', () => {
    expect(isLegalMove('requested', 'activation-sent')).toBe(true)
    expect(isLegalMove('requested', 'awaiting-manager')).toBe(true)
    expect(isLegalMove('requested', 'awaiting-support')).toBe(true)
    expect(isLegalMove('awaiting-manager', 'activation-sent')).toBe(true)
    expect(isLegalMove('awaiting-support', 'activation-sent')).toBe(true)
    expect(isLegalMove('activation-sent', 'active')).toBe(true)
  })

  it('never lead to an active account without a link that was sent', () => {
    const before = REGISTRATION_STATES.filter((state) => isLegalMove(state, 'active'))
    expect(before).toEqual(['activation-sent'])
  })

  it('let the applicant withdraw from every state before active, and from no final one', () => {
    const withdrawable = REGISTRATION_STATES.filter((state) => isLegalMove(state, 'withdrawn'))
    expect(withdrawable).toEqual(['requested', 'awaiting-manager', 'awaiting-support', 'activation-sent', 'activation-expired'])
  })

  it('reach every state from the request', () => {
    const reached = new Set(['requested'])
    for (const state of reached) for (const next of LEGAL_MOVES[state as 'requested']) reached.add(next)
    expect([...reached].sort()).toEqual([...REGISTRATION_STATES].sort())
  })
})

it('says who acts next, and nobody once all is over', () => {
  expect(nextActorOf('awaiting-manager')).toBe('manager')
  expect(nextActorOf('awaiting-support')).toBe('support')
  expect(nextActorOf('activation-expired')).toBe('applicant')
  for (const state of REGISTRATION_STATES.filter(isFinal)) expect(nextActorOf(state)).toBe('nobody')
})
