import { NEXT_ACTORS, nextActorOf, type NextActor } from './progress'
import type { RowState } from './registration-list'

/** Whoever has to act, seen from an office that registers others: itself, as long as the registration is not with the service. */
export const ROW_ACTORS = ['office', ...NEXT_ACTORS] as const
export type RowActor = 'office' | NextActor

/** Who has to act before a registration of the list goes on. */
export function actorOfRow(state: RowState): RowActor {
  switch (state) {
    case 'draft':
    case 'ready':
    case 'queued':
    case 'sending':
    case 'needs-attention':
      return 'office'
    default:
      return nextActorOf(state)
  }
}
