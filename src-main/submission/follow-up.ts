import type { RegistrationRow } from '@shared/ipc/answers'
import type { FollowUpFilter, FollowUpList, FollowUpQuestion } from '@shared/ipc/follow-up'
import { NEXT_ACTORS, nextActorOf, RegistrationState, type NextActor } from '@shared/registration/progress'

interface Followed {
  readonly row: RegistrationRow
  readonly actor: NextActor
}

/** Longer than any link is good: its minutes are not known, but it is good. */
const UNKNOWN_MINUTES = 60

/**
 * What was sent from this machine, most urgent first: links that end soon, then those that have ended, then what waits for a
 * manager, then for support, the longest waiting first; what waits for nobody last, the newest first.
 */
export function followUp(rows: readonly RegistrationRow[], { filter, count }: FollowUpQuestion): FollowUpList {
  const followed = rows.flatMap((row): Followed[] => {
    const state = RegistrationState.safeParse(row.state)
    return state.success ? [{ row, actor: nextActorOf(state.data) }] : []
  })
  const found = followed.filter(({ actor }) => isIn(filter, actor)).toSorted(byUrgency)
  const counts = Object.fromEntries((['waiting', ...NEXT_ACTORS] as const).map((name) => [name, followed.filter(({ actor }) => isIn(name, actor)).length])) as Record<FollowUpFilter, number>
  return { rows: found.slice(0, count).map(({ row }) => row), found: found.length, counts }
}

function isIn(filter: FollowUpFilter, actor: NextActor): boolean {
  return filter === 'waiting' ? actor !== 'nobody' : filter === actor
}

function byUrgency(a: Followed, b: Followed): number {
  const [first, second] = [rankOf(a), rankOf(b)]
  if (first !== second) return first - second
  const isOlder = a.row.updatedAt < b.row.updatedAt ? -1 : a.row.updatedAt > b.row.updatedAt ? 1 : 0
  return a.actor === 'nobody' ? -isOlder : isOlder
}

function rankOf({ row, actor }: Followed): number {
  if (row.state === 'activation-sent') return row.minutesLeft ?? UNKNOWN_MINUTES
  return 100 + NEXT_ACTORS.indexOf(actor)
}
