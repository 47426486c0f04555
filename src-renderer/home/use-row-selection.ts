import type { DraftId } from '@shared/registration/draft'
import type { ListQuery, Selection } from '@shared/registration/registration-list'
import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { ShownList } from './shown-list'

/** How many can be chosen by name; all that a query finds has no such limit. */
export const MOST_BY_NAME = 2000

type Chosen = { readonly ids: ReadonlySet<DraftId> } | { readonly query: ListQuery; readonly except: ReadonlySet<DraftId> }

export interface RowSelection {
  readonly count: ComputedRef<number>
  readonly isAll: ComputedRef<boolean>
  /** As the main process takes it; nothing when nothing is chosen. */
  readonly selection: ComputedRef<Selection | undefined>
  /** The one that is chosen, when it is one that was chosen by name. */
  readonly only: ComputedRef<DraftId | undefined>
  readonly has: (id: DraftId) => boolean
  readonly set: (ids: readonly DraftId[], isChosen: boolean) => void
  readonly chooseAll: () => void
  readonly clear: () => void
}

const NOTHING: Chosen = { ids: new Set() }

/** What is chosen: some rows, or all that the list finds but a few. The second is given up when another list is asked for. */
export function useRowSelection(shown: Readonly<ShallowRef<ShownList | undefined>>): RowSelection {
  const chosen = shallowRef<Chosen>(NOTHING)

  const count = computed<number>(() => ('ids' in chosen.value ? chosen.value.ids.size : Math.max(0, (shown.value?.found ?? 0) - chosen.value.except.size)))
  const selection = computed<Selection | undefined>(() => {
    if (count.value === 0) return undefined
    return 'ids' in chosen.value ? { draftIds: [...chosen.value.ids] } : { query: chosen.value.query, except: [...chosen.value.except] }
  })

  function set(ids: readonly DraftId[], isChosen: boolean): void {
    const isByName = 'ids' in chosen.value
    const next = new Set('ids' in chosen.value ? chosen.value.ids : chosen.value.except)
    for (const id of ids) {
      if (isChosen !== isByName) next.delete(id)
      else if (next.size < MOST_BY_NAME) next.add(id)
    }
    chosen.value = 'ids' in chosen.value ? { ids: next } : { query: chosen.value.query, except: next }
  }

  function chooseAll(): void {
    if (shown.value && shown.value.found > 0) chosen.value = { query: shown.value.query, except: new Set() }
  }

  watch(() => shown.value?.query, (now) => {
    if ('ids' in chosen.value || !now) return
    const { search, filter } = chosen.value.query
    if (now.search !== search || now.filter !== filter) chosen.value = NOTHING
  })

  return {
    count, selection, set, chooseAll,
    isAll: computed(() => count.value > 0 && count.value === shown.value?.found && !('ids' in chosen.value && shown.value.query.filter !== 'all')),
    only: computed(() => ('ids' in chosen.value && chosen.value.ids.size === 1 ? [...chosen.value.ids][0] : undefined)),
    has: (id) => ('ids' in chosen.value ? chosen.value.ids.has(id) : !chosen.value.except.has(id)),
    clear: () => { chosen.value = NOTHING },
  }
}
