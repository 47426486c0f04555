import { stationsOf } from '@renderer/progress/stations-of'
import { REGISTRATION_STATES, type RegistrationState, type TimelineEvent } from '@shared/registration/progress'
import { describe, expect, it } from 'vitest'

function drawn(state: RegistrationState, ...events: TimelineEvent[]): string {
  const timeline = events.map((event, index) => ({ event, at: new Date(index * 60_000).toISOString() }))
  return stationsOf({ state, timeline }).map((station) => `${station.name}:${station.state}`).join(' ')
}

describe('stationsOf', () => {
  it.each<[string, RegistrationState, TimelineEvent[], string]>([
    ['a new private structure, just sent', 'requested', ['requested'], 'request:done link:current account:coming'],
    ['a link that lives', 'activation-sent', ['requested', 'activation-sent'], 'request:done link:done account:current'],
    ['a link that expired', 'activation-expired', ['requested', 'activation-sent', 'activation-expired'], 'request:done link:expired account:coming'],
    ['a link sent again after that', 'activation-sent', ['requested', 'activation-sent', 'activation-expired', 'activation-sent'], 'request:done link:done account:current'],
    ['an active account', 'active', ['requested', 'activation-sent', 'active'], 'request:done link:done account:done'],
    ['a manager who has to decide', 'awaiting-manager', ['requested', 'awaiting-manager'], 'request:done manager:current link:coming account:coming'],
    ['a manager who accepted', 'activation-sent', ['requested', 'awaiting-manager', 'accepted', 'activation-sent'], 'request:done manager:done link:done account:current'],
    ['a manager who refused', 'attachment-refused', ['requested', 'awaiting-manager', 'attachment-refused'], 'request:done manager:refused'],
    ['a manager who never answered', 'awaiting-support', ['requested', 'awaiting-manager', 'awaiting-support'], 'request:done managerSilent:done support:current link:coming account:coming'],
    ['support that decides in place of a manager', 'attachment-refused', ['requested', 'awaiting-support', 'attachment-refused'], 'request:done support:refused'],
    ['support that accepts in place of a manager', 'activation-sent', ['requested', 'awaiting-support', 'accepted', 'activation-sent'], 'request:done support:done link:done account:current'],
    ['a public structure that waits', 'awaiting-support', ['requested', 'awaiting-support'], 'request:done support:current link:coming account:coming'],
    ['a public structure that is approved', 'active', ['requested', 'awaiting-support', 'approved', 'activation-sent', 'active'], 'request:done support:done link:done account:done'],
    ['a public structure that is refused', 'structure-refused', ['requested', 'awaiting-support', 'structure-refused'], 'request:done support:refused'],
    ['a withdrawal before the decision', 'withdrawn', ['requested', 'awaiting-manager', 'withdrawn'], 'request:done withdrawn:withdrawn'],
    ['a withdrawal after the link', 'withdrawn', ['requested', 'activation-sent', 'withdrawn'], 'request:done link:done withdrawn:withdrawn'],
    ['a corrected address', 'activation-sent', ['requested', 'activation-sent', 'address-corrected', 'activation-sent'], 'request:done link:done account:current'],
  ])('draws %s', (_what, state, events, expected) => {
    expect(drawn(state, ...events)).toBe(expected)
  })

  it.each(REGISTRATION_STATES)('draws %s even when the service tells nothing else', (state) => {
    expect(drawn(state)).toMatch(/^request:done/)
  })

  it('gives each station the time of the newest event that reached it', () => {
    const timeline = [
      { event: 'requested', at: '2026-11-23T09:00:00.000Z' },
      { event: 'activation-sent', at: '2026-11-23T09:01:00.000Z' },
      { event: 'activation-sent', at: '2026-11-23T09:30:00.000Z' },
    ] as const
    expect(stationsOf({ state: 'activation-sent', timeline: [...timeline] }).map(({ at }) => at)).toEqual([
      '2026-11-23T09:00:00.000Z', '2026-11-23T09:30:00.000Z', undefined,
    ])
  })
})
