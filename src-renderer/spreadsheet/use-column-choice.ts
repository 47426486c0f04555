import type { FoundColumns, Mapping } from '@shared/ipc/spreadsheet'
import { IMPORT_FIELDS, type ImportField } from '@shared/spreadsheet/import-fields'
import { computed, shallowRef, watch, type ComputedRef } from 'vue'

/** A field, or that the column is left out. */
export type ColumnUse = ImportField | 'nothing'

export interface ColumnChoice {
  readonly uses: ComputedRef<readonly ColumnUse[]>
  /** A field that another column held moves here. */
  readonly choose: (column: number, use: ColumnUse) => void
  readonly mapping: ComputedRef<Mapping>
  readonly isEmpty: ComputedRef<boolean>
}

/** What each column of a table holds: first as it was recognised, then as the person says. */
export function useColumnChoice(found: () => FoundColumns): ColumnChoice {
  const uses = shallowRef<readonly ColumnUse[]>([])

  watch(found, ({ columns }) => { uses.value = columns.map(({ field }) => field ?? 'nothing') }, { immediate: true })

  return {
    uses: computed(() => uses.value),
    choose(column, use) {
      uses.value = uses.value.map((other, at) => (at === column ? use : other === use ? 'nothing' : other))
    },
    mapping: computed(() => uses.value.map((use) => (use === 'nothing' ? null : use))),
    isEmpty: computed(() => uses.value.every((use) => use === 'nothing')),
  }
}

/** In the order of the forms, leaving out first. */
export const COLUMN_USES: readonly ColumnUse[] = ['nothing', ...IMPORT_FIELDS]
