import type { RegistrationList, SearchedRow } from '@shared/ipc/answers'
import type { ListQuery, RowSort } from '@shared/registration/registration-list'
import { createRowFinder } from '@shared/registration/row-finder'
import { ask } from '../bridge/bridge'

/** All that the list is searched in, in one order, as the main process had it a moment ago. */
export interface ListCopy {
  readonly sort: RowSort
  readonly size: number
  /** The first rows of what the main process would find, and how many that are. */
  readonly find: (query: ListQuery, count: number) => Pick<RegistrationList, 'rows' | 'found'>
}

/** What one question brings: little enough for neither process to be busy for longer than a key can wait. */
const PART = 500

/** Throws what the main process throws. `undefined` where it is not wanted any longer, or something changed while it was read. */
export async function readListCopy(sort: RowSort, isWanted: () => boolean): Promise<ListCopy | undefined> {
  const copied: SearchedRow[] = []
  for (let all = 1; copied.length < all;) {
    const part = await ask('registration:read-searched', { sort, from: copied.length, count: PART })
    const read = JSON.parse(part.entries) as readonly SearchedRow[]
    if (!isWanted() || (read.length === 0 && copied.length < part.all)) return undefined
    rehearse(sort, read)
    copied.push(...read)
    all = part.all
  }
  // A row that moved between two parts is here twice, in the place of another.
  return new Set(copied.map(({ row }) => row.draftId)).size === copied.length ? createListCopy(sort, copied) : undefined
}

/** Code that has run before is several times as fast: the first key of a search is not to be the first to run it. */
function rehearse(sort: RowSort, part: readonly SearchedRow[]): void {
  createListCopy(sort, part).find({ search: 'à é', filter: 'all', sort }, 1)
}

/** `copied`: in the order of `sort`. */
export function createListCopy(sort: RowSort, copied: readonly SearchedRow[]): ListCopy {
  const finder = createRowFinder<SearchedRow>()

  return {
    sort,
    size: copied.length,
    find(query, count) {
      const kinds = finder.find(copied, query)
      const found = query.filter === 'ageing' ? kinds.filter(({ row }) => row.erasedOn !== undefined) : kinds
      return { rows: found.slice(0, count).map(({ row }) => row), found: found.length }
    },
  }
}
