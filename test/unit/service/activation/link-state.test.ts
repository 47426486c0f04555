import { describe, expect, it } from 'vitest'
import { linkStateOf } from '@service/activation/link-state'
import type { HeldLink } from '@service/activation/link-repository'
import { maskEmail } from '@service/mail/mask-email'

const NOW = new Date('2026-11-23T12:00:00Z')
const HOUR = 3_600_000

function held(state: string, link: object): HeldLink {
  const at = (ms: number): Date => new Date(NOW.getTime() + ms)
  return { link: { createdAt: at(-60_000), expiresAt: at(1_500), usedAt: null, endedAt: null, ...link }, registration: { state }, account: undefined } as HeldLink
}

describe('what a link is good for', () => {
  it.each([
    ['live to its last part of a second', held('activation-sent', {}), { state: 'live', secondsLeft: 2 }],
    ['expired at its very end', held('activation-sent', { expiresAt: NOW }), { state: 'expired', secondsLeft: 0 }],
    ['live before its mail was noted as accepted', held('requested', { expiresAt: null }), { state: 'live', secondsLeft: 3600 }],
    ['not for ever, though', held('requested', { expiresAt: null, createdAt: new Date(NOW.getTime() - 24 * HOUR) }), { state: 'expired' }],
    ['used once the account is active, whichever link it was', held('active', { endedAt: NOW }), { state: 'used' }],
    ['blocked before anything else is said', held('awaiting-manager', { expiresAt: NOW }), { state: 'blocked' }],
    ['blocked after a no', held('structure-refused', {}), { state: 'blocked' }],
    ['unknown when it was ended', held('activation-sent', { endedAt: NOW }), undefined],
    ['unknown when the registration was withdrawn', held('withdrawn', {}), undefined],
  ])('%s', (_case, link, expected) => {
    const state = linkStateOf(link, NOW, HOUR)
    if (expected === undefined) expect(state).toBeUndefined()
    else expect(state).toMatchObject(expected)
  })
})

it.each([
  ['ann@example.org', 'a•••@example.org'],
  ['a@b@c.fr', 'a•••@c.fr'],
])('%s is shown as %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked)
})
