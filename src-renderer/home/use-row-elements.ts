import type { RegistrationRow } from '@shared/ipc/answers'
import type { ListQuery } from '@shared/registration/registration-list'
import { computed, type ComputedRef, type Ref } from 'vue'
import { slotsFor } from './row-slots'
import type { ShownList } from './shown-list'
import type { PlacedRow } from './use-row-window'

/** A row with its element, and the moment that its age is told from. */
export interface ShownRow extends PlacedRow {
  readonly slot: number
  readonly row: RegistrationRow | undefined
  readonly atMs: number
  /**
   * Waits out of sight, as it was, until the rows beyond come. To take its element out of the page, or only out of the layout,
   * would cost a key as much as another row.
   */
  readonly isResting: boolean
}

interface Placed {
  readonly query: ListQuery
  readonly shown: readonly ShownRow[]
  readonly resting: readonly ShownRow[]
  /** Both, as they stand in the page. */
  readonly elements: readonly ShownRow[]
}

/**
 * Which element shows which row. `isWhole`: nothing rests any longer, and they stand in the page as the rows follow each other.
 * Until then each stays where it stood: to move one costs a key as much as to make it.
 */
export function useRowElements(box: Readonly<Ref<HTMLElement | null>>, shown: () => ShownList, rows: ComputedRef<readonly PlacedRow[]>, isWhole: ComputedRef<boolean>): ComputedRef<readonly ShownRow[]> {
  const placed = computed<Placed>((before = { query: shown().query, shown: [], resting: [], elements: [] }) => {
    const list = shown()
    const mayReuse = before.query !== list.query && !box.value?.contains(document.activeElement)
    const slots = slotsFor(rows.value.map(({ key }) => key), before.shown, before.resting, mayReuse)
    const taken = new Set(slots)
    const left = [...(mayReuse ? before.shown : []), ...before.resting].filter(({ slot }) => !taken.has(slot))
    const now = rows.value.map((place, at) => ({ ...place, slot: slots[at] ?? 0, row: list.rowAt(place.index), atMs: list.atMs, isResting: false }))
    if (isWhole.value) return { query: list.query, shown: now, resting: [], elements: now }
    const resting = left.map((row) => (row.isResting ? row : { ...row, isResting: true }))
    return { query: list.query, shown: now, resting, elements: asTheyStood(before.elements, [...now, ...resting]) }
  })
  return computed(() => placed.value.elements)
}

/** New ones come last. */
function asTheyStood(before: readonly ShownRow[], elements: readonly ShownRow[]): readonly ShownRow[] {
  const places = new Map(before.map(({ slot }, place) => [slot, place]))
  const placeOf = ({ slot }: ShownRow): number => places.get(slot) ?? before.length
  return elements.toSorted((one, other) => placeOf(one) - placeOf(other))
}
