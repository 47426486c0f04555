import type { ImportField } from '@shared/spreadsheet/import-fields'
import type { RowTexts } from '@shared/spreadsheet/content-of-row'

/** `undefined` before: as it stands in the file. */
interface CellStep {
  readonly row: number
  readonly field: ImportField
  readonly before: string | undefined
  readonly after: string
}

interface LeavingStep {
  readonly row: number
  readonly before: boolean | undefined
  readonly after: boolean
}

/** What one thing that a person did has changed. */
export interface Step {
  readonly cells: readonly CellStep[]
  readonly leaving: readonly LeavingStep[]
}

export interface RowEdits {
  /** What was written over the cells of a row. */
  readonly of: (row: number) => RowTexts | undefined
  readonly change: (changes: readonly { readonly row: number; readonly field: ImportField; readonly text: string }[]) => Step
  readonly leave: (rows: readonly number[], isLeftOut: boolean) => Step
  /** The step that was undone or done again, as what is now to be made true. `undefined`: there is none. */
  readonly undo: () => Step | undefined
  readonly redo: () => Step | undefined
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
}

/** As far back as a person goes; a step may be as long as the import. */
const MOST_STEPS = 100

/** The changes of an import, with a way back and forth. `leaveOut` writes down who is left out and gives what was written before. */
export function createRowEdits(leaveOut: (row: number, isLeftOut: boolean | undefined) => boolean | undefined): RowEdits {
  const texts = new Map<number, Partial<Record<ImportField, string>>>()
  const [done, undone]: [Step[], Step[]] = [[], []]

  function write(row: number, field: ImportField, text: string | undefined): void {
    const ofRow = { ...texts.get(row) }
    if (text === undefined) delete ofRow[field]
    else ofRow[field] = text
    if (Object.keys(ofRow).length > 0) texts.set(row, ofRow)
    else texts.delete(row)
  }

  function remember(step: Step): Step {
    done.push(step)
    if (done.length > MOST_STEPS) done.shift()
    undone.length = 0
    return step
  }

  return {
    of: (row) => texts.get(row),
    change(changes) {
      const cells = changes.map(({ row, field, text }) => {
        const before = texts.get(row)?.[field]
        write(row, field, text)
        return { row, field, before, after: text }
      })
      return remember({ cells, leaving: [] })
    },
    leave: (rows, isLeftOut) => remember({ cells: [], leaving: rows.map((row) => ({ row, before: leaveOut(row, isLeftOut), after: isLeftOut })) }),
    undo() {
      const step = done.pop()
      if (!step) return undefined
      undone.push(step)
      // Backwards: a paste may name a cell twice.
      for (const { row, field, before } of step.cells.toReversed()) write(row, field, before)
      for (const { row, before } of step.leaving.toReversed()) leaveOut(row, before)
      return step
    },
    redo() {
      const step = undone.pop()
      if (!step) return undefined
      done.push(step)
      for (const { row, field, after } of step.cells) write(row, field, after)
      for (const { row, after } of step.leaving) leaveOut(row, after)
      return step
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  }
}
