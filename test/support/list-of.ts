import type { RegistrationList, RegistrationRow } from '@shared/ipc/answers'
import { DraftId } from '@shared/registration/draft'
import type { RowFilter, RowState } from '@shared/registration/registration-list'
import { ROW_FILTERS } from '@shared/registration/row-filters'

/** What the main process answers to `registration:list` when these are all the rows that there are; `more` says what differs. */
export function listOf(rows: readonly RegistrationRow[], more: Partial<RegistrationList> = {}): RegistrationList {
  return {
    rows: [...rows], found: rows.length, all: rows.length, counts: countsOf(rows), ready: rows.filter(({ state }) => state === 'ready').length,
    unreadable: [], recovered: [], ...more,
  }
}

export function countsOf(rows: readonly RegistrationRow[]): RegistrationList['counts'] {
  const count = (states: readonly RowState[]): number => rows.filter(({ state }) => states.includes(state)).length
  return Object.fromEntries(Object.entries(ROW_FILTERS).map(([name, states]) => [name, count(states)])) as Record<RowFilter, number>
}

/** The id of the n-th row of a scripted list. */
export function rowId(index: number): DraftId {
  return DraftId.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`)
}
