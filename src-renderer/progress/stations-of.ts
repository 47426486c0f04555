import type { FollowedRegistration } from '@shared/http/registrations'
import type { TimelineEvent } from '@shared/registration/progress'

export type StationName = 'request' | 'manager' | 'managerSilent' | 'support' | 'link' | 'account' | 'withdrawn'
export type StationState = 'done' | 'current' | 'coming' | 'refused' | 'expired' | 'withdrawn'

export interface Station {
  readonly name: StationName
  readonly state: StationState
  /** When it was reached, ISO 8601. */
  readonly at?: string | undefined
}

type Followed = Pick<FollowedRegistration, 'state' | 'timeline'>

/**
 * The stations that this registration passes, in order: which decisions there are depends on the structure, and is known
 * from what happened so far. What ended the way for good is the last station: nothing is promised after it.
 */
export function stationsOf({ state, timeline }: Followed): readonly Station[] {
  const happenedAt = (event: TimelineEvent): string | undefined => timeline.findLast((entry) => entry.event === event)?.at
  const has = (event: TimelineEvent): boolean => state === event || happenedAt(event) !== undefined
  const askedSupport = has('awaiting-support') || has('structure-refused') || has('approved')
  const askedManager = has('awaiting-manager') || (!askedSupport && (has('accepted') || has('attachment-refused')))
  const decidedAt = happenedAt('approved') ?? happenedAt('accepted')

  const stations: Station[] = [{ name: 'request', state: 'done', at: happenedAt('requested') ?? timeline[0]?.at }]
  if (askedManager) {
    stations.push(
      askedSupport
        ? { name: 'managerSilent', state: 'done', at: happenedAt('awaiting-support') }
        : decision('manager', state === 'awaiting-manager'),
    )
  }
  if (askedSupport) stations.push(decision('support', state === 'awaiting-support'))

  function decision(name: 'manager' | 'support', isOpen: boolean): Station {
    if (state === 'attachment-refused' || state === 'structure-refused') return { name, state: 'refused', at: happenedAt(state) }
    if (isOpen) return { name, state: 'current' }
    return state === 'withdrawn' && decidedAt === undefined ? { name, state: 'coming' } : { name, state: 'done', at: decidedAt }
  }

  if (state === 'attachment-refused' || state === 'structure-refused') return stations
  if (state === 'withdrawn') {
    const reached = stations.filter((station) => station.state === 'done')
    const link: Station[] = has('activation-sent') ? [{ name: 'link', state: 'done', at: happenedAt('activation-sent') }] : []
    return [...reached, ...link, { name: 'withdrawn', state: 'withdrawn', at: happenedAt('withdrawn') }]
  }
  return [...stations, ...finish(state, happenedAt)]
}

function finish(state: Followed['state'], happenedAt: (event: TimelineEvent) => string | undefined): Station[] {
  const sentAt = happenedAt('activation-sent')
  switch (state) {
    case 'active':
      return [
        ...(sentAt === undefined ? [] : [{ name: 'link', state: 'done', at: sentAt } as const]),
        { name: 'account', state: 'done', at: happenedAt('active') },
      ]
    case 'activation-sent':
      return [{ name: 'link', state: 'done', at: sentAt }, { name: 'account', state: 'current' }]
    case 'activation-expired':
      return [{ name: 'link', state: 'expired', at: happenedAt('activation-expired') }, { name: 'account', state: 'coming' }]
    case 'requested':
      return [{ name: 'link', state: 'current' }, { name: 'account', state: 'coming' }]
    default:
      return [{ name: 'link', state: 'coming' }, { name: 'account', state: 'coming' }]
  }
}
