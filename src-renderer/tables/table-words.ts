import { IDENTIFIER_TYPES } from '@shared/identifiers/identifier-type'
import type { TableWords } from '@shared/ipc/tables'
import type { RowState } from '@shared/registration/registration-list'
import { ROW_ACTORS } from '@shared/registration/row-actor'
import { ROW_FILTERS } from '@shared/registration/row-filters'
import { TABLE_COLUMNS } from '@shared/registration/table-columns'
import type { Words } from '../locales/use-words'

const STATES: readonly RowState[] = Object.values(ROW_FILTERS).flat()

/** The words of a table of registrations, as the main process takes them: those that the list itself has, where it has them. */
export function tableWords(t: Words['t']): TableWords {
  return {
    sheet: t('tables.sheet'),
    columns: byName(TABLE_COLUMNS, (column) => t(`tables.columns.${column}`)),
    states: byName(STATES, (state) => t(`home.states.${state}`)),
    actors: byName(ROW_ACTORS, (actor) => t(`tables.actors.${actor}`)),
    identifierTypes: byName(IDENTIFIER_TYPES, (type) => t(`structure.types.${type}`)),
  }
}

function byName<N extends string>(names: readonly N[], wordOf: (name: N) => string): Record<N, string> {
  return Object.fromEntries(names.map((name) => [name, wordOf(name)])) as Record<N, string>
}
