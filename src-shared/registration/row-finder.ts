import type { ListQuery, RowState } from './registration-list'
import { ROW_FILTERS } from './row-filters'
import { toSearch } from './search-words'

/** A row as far as it is searched. */
export interface Searchable {
  readonly row: { readonly state: RowState }
  /** Folded, as it was written by `searchTextOf`. */
  readonly text: string | undefined
}

export interface RowFinder<E extends Searchable> {
  /** What a query finds among these, in their order; `ageing` narrows nothing here. They have to be the same array until `forget`. */
  readonly find: (sorted: readonly E[], query: ListQuery) => readonly E[]
  /** Something has changed in what is searched. */
  readonly forget: () => void
}

/** Looks for one query after another, as somebody types it. The texts have to be there for a query that searches. */
export function createRowFinder<E extends Searchable>(): RowFinder<E> {
  let last: { readonly sorted: readonly E[]; readonly query: ListQuery; readonly found: readonly E[] } | undefined

  /** What a longer search can find is among what the shorter one found. */
  function candidates(sorted: readonly E[], { search, filter }: ListQuery): readonly E[] {
    const isNarrower = last?.sorted === sorted && last.query.filter === filter && last.query.search !== '' && search.startsWith(last.query.search) && !/\d/.test(search)
    return isNarrower && last ? last.found : sorted
  }

  return {
    find(sorted, query) {
      const matches = toSearch(query.search)
      const states = statesOf(query.filter)
      if (!matches && !states) return sorted
      const found = candidates(sorted, query).filter(({ row, text }) => (!states || states.includes(row.state)) && (!matches || matches(text ?? '')))
      last = { sorted, query, found }
      return found
    },
    forget() {
      last = undefined
    },
  }
}

/** `ageing` is no kind of state. */
function statesOf(filter: ListQuery['filter']): readonly RowState[] | undefined {
  if (filter === 'ready') return ['ready']
  return filter === 'all' || filter === 'ageing' ? undefined : ROW_FILTERS[filter]
}
