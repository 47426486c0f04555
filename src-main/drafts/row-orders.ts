import type { RegistrationRow } from '@shared/ipc/answers'
import type { Locale } from '@shared/registration/locale'
import type { RowSort } from '@shared/registration/registration-list'
import { fold } from '@shared/registration/search-words'
import type { IndexEntry } from './index-entry'

type Compare = (a: RegistrationRow, b: RegistrationRow) => number

/** The list in each order that was asked for, kept in order through every change. */
export interface RowOrders {
  readonly sorted: (sort: RowSort, language: Locale) => readonly IndexEntry[]
  readonly replaced: (old: IndexEntry | undefined, entry: IndexEntry | undefined) => void
}

export function createRowOrders(entries: () => Iterable<IndexEntry>): RowOrders {
  const orders = new Map<string, { readonly compare: Compare; readonly sorted: IndexEntry[] }>()

  return {
    sorted(sort, language) {
      const name = sort === 'newest' || sort === 'oldest' ? sort : `${sort} ${language}`
      const known = orders.get(name)
      if (known) return known.sorted
      const compare = compareBy(sort, language)
      const sorted = roughly(sort, [...entries()]).sort((a, b) => compare(a.row, b.row))
      orders.set(name, { compare, sorted })
      return sorted
    },
    replaced(old, entry) {
      for (const { compare, sorted } of orders.values()) {
        if (old) sorted.splice(sorted.indexOf(old), 1)
        if (entry) sorted.splice(placeOf(entry, sorted, compare), 0, entry)
      }
    },
  }
}

/** A language's own comparing is slow, and quick for what is nearly in order: folded letters are nearly its order. */
function roughly(sort: RowSort, entries: IndexEntry[]): IndexEntry[] {
  if (sort === 'newest' || sort === 'oldest') return entries
  const keyed = entries.map((entry) => ({ entry, key: fold(sort === 'byName' ? entry.row.personName : entry.row.structureName) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entry }) => entry)
}

/** By halving: a save in ten thousand sorts nothing anew. */
function placeOf(entry: IndexEntry, sorted: readonly IndexEntry[], compare: Compare): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if (compare(sorted[middle]!.row, entry.row) <= 0) from = middle + 1
    else to = middle
  }
  return from
}

function compareBy(sort: RowSort, language: Locale): Compare {
  switch (sort) {
    case 'newest': return newest
    case 'oldest': return (a, b) => newest(b, a)
    case 'byName': return byText((row) => row.personName, language)
    case 'byStructure': return byText((row) => row.structureName, language)
  }
}

function byText(textOf: (row: RegistrationRow) => string, language: Locale): Compare {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true })
  return (a, b) => compare(textOf(a), textOf(b)) || newest(a, b)
}

/** Moments in this one form sort as text. Those of the same moment have an order as well, so that pages do not overlap. */
function newest(a: RegistrationRow, b: RegistrationRow): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt < b.updatedAt ? 1 : -1
  return a.draftId < b.draftId ? -1 : a.draftId > b.draftId ? 1 : 0
}
