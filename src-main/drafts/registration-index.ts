import type { RegistrationList, RegistrationRow } from '@shared/ipc/answers'
import type { DraftId } from '@shared/registration/draft'
import type { Locale } from '@shared/registration/locale'
import type { ListQuery, RowFilter, RowState } from '@shared/registration/registration-list'
import { ROW_FILTERS } from '@shared/registration/row-filters'
import { createRowFinder } from '@shared/registration/row-finder'
import type { IndexEntry } from './index-entry'
import { createRowOrders } from './row-orders'

export type Counts = Pick<RegistrationList, 'counts' | 'all' | 'ready'>

/** The registrations as rows, in memory. Nothing of it is only here: it can be made from the files at any time. */
export interface RegistrationIndex {
  readonly get: (id: DraftId) => IndexEntry | undefined
  readonly put: (entry: IndexEntry) => void
  readonly remove: (id: DraftId) => void
  readonly all: () => readonly IndexEntry[]
  /** The same, with their texts. */
  readonly allWithTexts: () => readonly IndexEntry[]
  readonly find: (query: ListQuery, language: Locale) => readonly IndexEntry[]
  readonly counts: () => Counts
}

interface RegistrationIndexOptions {
  readonly entries: readonly IndexEntry[]
  /** Texts of entries that came without; asked for at the first search. */
  readonly loadTexts: () => ReadonlyMap<DraftId, string>
}

const FILTER_OF_STATE = new Map<RowState, RowFilter>(
  Object.entries(ROW_FILTERS).flatMap(([filter, states]) => states.map((state) => [state, filter as RowFilter] as const)),
)

export function createRegistrationIndex({ entries, loadTexts }: RegistrationIndexOptions): RegistrationIndex {
  const byId = new Map(entries.map((entry) => [entry.row.draftId, entry]))
  const orders = createRowOrders(() => byId.values())
  const finder = createRowFinder<IndexEntry>()
  let counted: Counts | undefined
  let hasAllTexts = false

  function changed(old: IndexEntry | undefined, entry: IndexEntry | undefined): void {
    orders.replaced(old, entry)
    counted = undefined
    finder.forget()
  }

  function needTexts(): void {
    if (hasAllTexts) return
    const texts = loadTexts()
    for (const [id, entry] of byId) entry.text ??= texts.get(id) ?? ''
    hasAllTexts = true
  }

  return {
    get: (id) => byId.get(id),
    put(entry) {
      const old = byId.get(entry.row.draftId)
      byId.set(entry.row.draftId, entry)
      changed(old, entry)
    },
    remove(id) {
      const old = byId.get(id)
      if (!old) return
      byId.delete(id)
      changed(old, undefined)
    },
    all: () => [...byId.values()],
    allWithTexts() {
      needTexts()
      return orders.sorted('newest', 'en')
    },
    find(query, language) {
      if (query.search.trim() !== '') needTexts()
      return finder.find(orders.sorted(query.sort, language), query)
    },
    counts() {
      counted ??= countRows([...byId.values()].map(({ row }) => row))
      return counted
    },
  }
}

export function countRows(rows: readonly RegistrationRow[]): Counts {
  const counts = Object.fromEntries(Object.keys(ROW_FILTERS).map((filter) => [filter, 0])) as Record<RowFilter, number>
  let ready = 0
  for (const { state } of rows) {
    const filter = FILTER_OF_STATE.get(state)
    if (filter) counts[filter] += 1
    if (state === 'ready') ready += 1
  }
  return { counts, all: rows.length, ready }
}
