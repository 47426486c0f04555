import type { RegistrationList } from '@shared/ipc/answers'

/** How many registrations there are of each kind, whatever is searched for. */
export type ListFigures = Pick<RegistrationList, 'all' | 'counts' | 'ready' | 'ageing'>

/** The figures of an answer, and the very object from before where nothing has changed, so that nobody draws them again. */
export function figuresOf({ all, counts, ready, ageing }: ListFigures, before: ListFigures | undefined): ListFigures {
  const now = { all, counts, ready, ...(ageing && { ageing }) }
  return JSON.stringify(now) === JSON.stringify(before) && before ? before : now
}
