import type { ImportRow, RowKind } from '@shared/ipc/spreadsheet'
import { MOST_ROWS_AT_ONCE } from '@shared/ipc/spreadsheet'
import { computed, readonly, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { ask } from '../../bridge/bridge'
import { isOfKind } from './is-of-kind'

/** Rows that are kept in the window; those farthest from what is seen are forgotten first. */
export const MOST_KEPT = 10 * MOST_ROWS_AT_ONCE
const MOST_AT_ONCE = MOST_ROWS_AT_ONCE

export interface GridRows {
  /** Which rows are listed. */
  readonly kind: Readonly<ShallowRef<RowKind>>
  /** How many of them there were when they were last listed. */
  readonly total: Readonly<ShallowRef<number>>
  readonly rowAt: ComputedRef<(index: number) => ImportRow | undefined>
  /** Has the rows from one to another fetched, if they are not there. */
  readonly look: (first: number, last: number) => Promise<void>
  /** Lists anew what is of this kind now. */
  readonly list: (kind: RowKind) => Promise<void>
  /** Reads again what is there, in its place: a row that was put right does not jump away under the hands. */
  readonly reread: () => Promise<void>
}

/** A window on the rows of an import. What failed to come is asked for again when it is next looked at. */
export function useGridRows(importId: () => string, failed: (thrown: unknown) => void): GridRows {
  const kind = shallowRef<RowKind>('all')
  const total = shallowRef<number>(0)
  const rows = shallowRef<ReadonlyMap<number, ImportRow>>(new Map())
  const asked = new Set<number>()
  let listing = 0

  async function fetchPage(from: number): Promise<void> {
    if (asked.has(from)) return
    asked.add(from)
    const mine = listing
    try {
      // Rows before it that were put right meanwhile are listed here, and no longer there.
      const gone = [...rows.value].filter(([index, row]) => index < from && !isOfKind(row, kind.value)).length
      const found = await ask('spreadsheet:rows', { importId: importId(), wanted: { only: kind.value, from: from - gone, count: MOST_AT_ONCE } })
      if (mine !== listing) return
      const next = new Map(rows.value)
      found.rows.forEach((row, offset) => { if (from + offset < total.value) next.set(from + offset, row) })
      rows.value = within(next, from)
    } catch (thrown) {
      if (mine === listing) failed(thrown)
    } finally {
      asked.delete(from)
    }
  }

  function within(all: Map<number, ImportRow>, around: number): Map<number, ImportRow> {
    if (all.size <= MOST_KEPT) return all
    return new Map([...all].toSorted(([one], [other]) => Math.abs(one - around) - Math.abs(other - around)).slice(0, MOST_KEPT))
  }

  async function look(first: number, last: number): Promise<void> {
    const pages = new Set<number>()
    for (let index = Math.max(0, first); index <= Math.min(last, total.value - 1); index += 1) if (!rows.value.has(index)) pages.add(index - (index % MOST_AT_ONCE))
    await Promise.all([...pages].map(fetchPage))
  }

  async function list(wanted: RowKind): Promise<void> {
    listing += 1
    const mine = listing
    asked.clear()
    try {
      const found = await ask('spreadsheet:rows', { importId: importId(), wanted: { only: wanted, from: 0, count: MOST_AT_ONCE } })
      if (mine !== listing) return
      kind.value = wanted
      total.value = found.total
      rows.value = new Map(found.rows.map((row, index) => [index, row]))
    } catch (thrown) {
      if (mine === listing) failed(thrown)
    }
  }

  async function reread(): Promise<void> {
    const places = [...rows.value]
    const mine = listing
    try {
      for (let from = 0; from < places.length; from += MOST_AT_ONCE) {
        const part = places.slice(from, from + MOST_AT_ONCE)
        const found = await ask('spreadsheet:rows', { importId: importId(), wanted: { rows: part.map(([, { row }]) => row) } })
        if (mine !== listing) return
        const byRow = new Map(found.rows.map((row) => [row.row, row]))
        const next = new Map(rows.value)
        for (const [index, { row }] of part) {
          const now = byRow.get(row)
          if (now) next.set(index, now)
        }
        rows.value = next
      }
    } catch (thrown) {
      if (mine === listing) failed(thrown)
    }
  }

  return {
    kind: readonly(kind), total: readonly(total), look, list, reread,
    rowAt: computed(() => {
      const known = rows.value
      return (index) => known.get(index)
    }),
  }
}
