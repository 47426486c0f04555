import type { RegistrationList, RegistrationRow } from '@shared/ipc/answers'
import type { ListQuery, RowState } from '@shared/registration/registration-list'
import type { IndexedRegistration } from './drafts'
import { countRows, type Counts } from './registration-index'

/** What the window shows of the list when it opens, so that it does not wait until ten thousand rows are read. */
export interface FirstPage extends Counts {
  /** The newest. */
  readonly rows: readonly RegistrationRow[]
  readonly oldest: OldestByState
}

/** Each state that there is, with the moment since which the one in it that was left alone longest has been so. */
export type OldestByState = Readonly<Partial<Record<RowState, string>>>

/** More than a tall window shows with what is asked for beyond it. */
const MOST_ROWS = 64

/** `entries`: newest first. */
export function writeFirstPage(entries: readonly IndexedRegistration[]): FirstPage {
  const rows = entries.map(({ row }) => row)
  return { ...countRows(rows), rows: rows.slice(0, MOST_ROWS), oldest: oldestOf(entries) }
}

export function oldestOf(entries: readonly IndexedRegistration[]): OldestByState {
  const oldest: Partial<Record<RowState, string>> = {}
  for (const { row, keptSince } of entries) {
    const before = oldest[row.state]
    if (before === undefined || keptSince < before) oldest[row.state] = keptSince
  }
  return oldest
}

/** Whether this is what the window opens with. */
export function isOfFirstPage({ search, filter, sort }: ListQuery, from: number): boolean {
  return search.trim() === '' && filter === 'all' && sort === 'newest' && from === 0
}

/** The answer to that question. `undefined` where more rows are wanted than there are on the page. */
export function answerOf({ rows, counts, all, ready }: FirstPage, count: number): Pick<RegistrationList, 'rows' | 'found' | 'counts' | 'all' | 'ready'> | undefined {
  return count > rows.length && rows.length < all ? undefined : { rows: rows.slice(0, count), found: all, counts, all, ready }
}
