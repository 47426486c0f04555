import type { Failure } from '@shared/errors/app-error'
import type { CellChange, ImportSummary } from '@shared/ipc/spreadsheet'
import type { ImportField } from '@shared/spreadsheet/import-fields'
import { readonly, shallowRef, type ShallowRef } from 'vue'
import { ask, failureOf } from '../bridge/bridge'
import type { GridRows } from './grid/use-grid-rows'

/** So many cells of the usual length fit into one question. */
const MOST_IN_ONE = 2000
/** A paste or a fill of more is refused: it would be many steps for *Undo*. */
export const MOST_CELLS = 5 * MOST_IN_ONE

export interface ImportChanges {
  readonly failure: Readonly<ShallowRef<Failure | undefined>>
  readonly busy: Readonly<ShallowRef<boolean>>
  readonly forget: () => void
  readonly failed: (thrown: unknown) => void
  readonly change: (changes: readonly CellChange[]) => Promise<void>
  readonly fill: (field: ImportField, text: string, from: number, count: number) => Promise<void>
  readonly acceptMends: (which: { readonly rows?: number[]; readonly field?: ImportField }) => Promise<void>
  readonly leaveOut: (rows: readonly number[], isLeftOut: boolean) => Promise<void>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
}

/** Corrections of the rows of an import, one after the other however quickly they are typed; the rows that are seen are read again after each. */
export function useImportChanges(importId: () => string, rows: () => GridRows, adopt: (summary: ImportSummary) => void): ImportChanges {
  const failure = shallowRef<Failure>()
  const busy = shallowRef<boolean>(false)
  let last: Promise<void> = Promise.resolve()

  function failed(thrown: unknown): void {
    failure.value = failureOf(thrown)
  }

  async function work(steps: readonly (() => Promise<{ readonly summary: ImportSummary }>)[]): Promise<void> {
    busy.value = true
    try {
      for (const step of steps) adopt((await step()).summary)
      failure.value = undefined
    } catch (thrown) {
      failed(thrown)
    }
    await rows().reread()
    busy.value = false
  }

  function next(...steps: (() => Promise<{ readonly summary: ImportSummary }>)[]): Promise<void> {
    last = last.then(() => work(steps))
    return last
  }

  function change(changes: readonly CellChange[]): Promise<void> {
    const parts = Array.from({ length: Math.ceil(changes.length / MOST_IN_ONE) }, (_, part) => changes.slice(part * MOST_IN_ONE, (part + 1) * MOST_IN_ONE))
    return next(...parts.map((part) => () => ask('spreadsheet:change', { importId: importId(), changes: [...part] })))
  }

  return {
    failure: readonly(failure) as Readonly<ShallowRef<Failure | undefined>>, busy: readonly(busy), failed, change,
    forget: () => { failure.value = undefined },
    fill: (field, text, from, count) => next(() => ask('spreadsheet:fill', { importId: importId(), field, text, only: rows().kind.value, from, count })),
    acceptMends: (which) => next(() => ask('spreadsheet:accept-mends', { importId: importId(), ...which })),
    leaveOut: (which, isLeftOut) => next(() => ask('spreadsheet:leave-out', { importId: importId(), rows: which.slice(0, MOST_IN_ONE), isLeftOut })),
    undo: () => next(() => ask('spreadsheet:undo', { importId: importId() })),
    redo: () => next(() => ask('spreadsheet:redo', { importId: importId() })),
  }
}
