import { createHash } from 'node:crypto'
import type { FoundColumn, Mapping } from '@shared/ipc/spreadsheet'
import { plainTitle } from '@shared/spreadsheet/column-titles'
import { ImportField } from '@shared/spreadsheet/import-fields'
import type { SettingsStore } from '../settings/settings-store'

/** Kinds of files whose columns a person has mapped; the oldest is forgotten first. */
const MOST_REMEMBERED = 20
/** What is remembered of a column that nothing is taken from. */
const NOTHING = ''

export interface RememberedMappings {
  /** The columns with what a person said of a file with the same titles, in whatever order they stand. */
  readonly recall: (columns: readonly FoundColumn[]) => FoundColumn[]
  readonly remember: (columns: readonly FoundColumn[], mapping: Mapping) => Promise<void>
}

/** Titles are kept as prints only: where somebody takes a row of data for the titles, those are people's names. */
export function createRememberedMappings(settings: Pick<SettingsStore, 'current' | 'change'>): RememberedMappings {
  return {
    recall(columns) {
      const known = settings.current().importMappings?.[printOfAll(columns)]
      if (!known) return [...columns]
      const taken = new Set<ImportField>()
      return columns.map(({ title, samples }) => {
        const field = ImportField.safeParse(known[print(title)]).data
        if (!field || taken.has(field)) return { title, samples }
        taken.add(field)
        return { title, samples, field, knownBy: 'memory' }
      })
    },

    async remember(columns, mapping) {
      // What the titles say by themselves is nothing to remember.
      if (columns.every(({ title, field, knownBy }, at) => title === '' || (knownBy !== 'memory' && (mapping[at] ?? undefined) === field))) return
      const fields = Object.fromEntries(columns.flatMap(({ title }, at) => (title === '' ? [] : [[print(title), mapping[at] ?? NOTHING]])))
      const key = printOfAll(columns)
      const others = Object.entries(settings.current().importMappings ?? {}).filter(([titles]) => titles !== key)
      await settings.change({ importMappings: Object.fromEntries([...others.slice(1 - MOST_REMEMBERED), [key, fields]]) })
    },
  }
}

function printOfAll(columns: readonly FoundColumn[]): string {
  return print(columns.map(({ title }) => plainTitle(title)).filter(Boolean).sort().join('\n'))
}

function print(text: string): string {
  return createHash('sha256').update(plainTitle(text)).digest('base64url').slice(0, 22)
}
