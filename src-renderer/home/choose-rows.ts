import type { RegistrationRow } from '@shared/ipc/answers'
import type { Locale } from '@shared/registration/locale'
import { ROW_FILTERS as STATE_FILTERS, type RowFilter as StateFilter, type RowState } from '@shared/registration/registration-list'

export const SORTS = ['newest', 'oldest', 'byName', 'byStructure'] as const
export type RowSort = (typeof SORTS)[number]

export interface RowChoice {
  readonly search: string
  readonly filter: StateFilter | 'all'
  readonly sort: RowSort
}

/** The rows that match every word of the search (accents, case and spaces in numbers do not matter), in the wanted order. */
export function chooseRows(rows: readonly RegistrationRow[], { search, filter, sort }: RowChoice, language: Locale): RegistrationRow[] {
  const words = plain(search).split(/\s+/).filter((word) => word !== '')
  const number = search.replace(/\s/g, '')
  const states: readonly RowState[] | undefined = filter === 'all' ? undefined : STATE_FILTERS[filter]
  const found = rows.filter((row) => {
    if (states && !states.includes(row.state)) return false
    const text = plain([row.personName, row.connectionEmail, row.structureName, row.identifier, row.reference ?? ''].join(' '))
    return words.every((word) => text.includes(word)) || (/^\d+$/.test(number) && row.identifier.replace(/\s/g, '').includes(number))
  })
  return found.sort(order(sort, language))
}

function order(sort: RowSort, language: Locale): (a: RegistrationRow, b: RegistrationRow) => number {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true })
  switch (sort) {
    case 'newest': return (a, b) => b.updatedAt.localeCompare(a.updatedAt)
    case 'oldest': return (a, b) => a.updatedAt.localeCompare(b.updatedAt)
    case 'byName': return (a, b) => compare(a.personName, b.personName)
    case 'byStructure': return (a, b) => compare(a.structureName, b.structureName)
  }
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
