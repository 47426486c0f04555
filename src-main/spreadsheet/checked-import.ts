import type { CellChange, FoundRows, ImportCell, ImportRow, ImportSummary, Mapping, RowKind, WantedRows } from '@shared/ipc/spreadsheet'
import type { DraftContent } from '@shared/registration/draft'
import type { Locale } from '@shared/registration/locale'
import type { CheckedRow, RowCheck, RowFlaws } from '@shared/spreadsheet/check-row'
import { contentOfRow, type RowTexts } from '@shared/spreadsheet/content-of-row'
import type { ImportField } from '@shared/spreadsheet/import-fields'
import type { CellFlaw } from '@shared/spreadsheet/number-troubles'
import { createRowEdits, type Step } from './row-edits'
import { createRowLedger, type RegistrationHere } from './row-ledger'
import type { Between, RawRow, Table } from './table'

/** A table whose rows were checked: looked at, changed, and made drafts of. */
export interface CheckedImport {
  readonly summary: () => ImportSummary
  readonly rows: (wanted: WantedRows) => FoundRows
  readonly change: (changes: readonly CellChange[]) => ImportSummary
  readonly fill: (what: { readonly field: ImportField; readonly text: string; readonly only: RowKind; readonly from: number; readonly count: number }) => ImportSummary
  readonly acceptMends: (of: { readonly rows?: readonly number[] | undefined; readonly field?: ImportField | undefined }) => ImportSummary
  readonly leaveOut: (rows: readonly number[], isLeftOut: boolean) => ImportSummary
  readonly undo: () => ImportSummary
  readonly redo: () => ImportSummary
  /** What the drafts hold that would be made, a part after the other. `next`: where the next part begins, while there is one. */
  readonly contents: (of: { readonly only: 'ready' | 'all'; readonly locale: Locale; readonly from: number; readonly count: number }) => { readonly contents: readonly DraftContent[]; readonly next?: number }
}

interface CheckOptions {
  readonly table: Table
  readonly titleRow: number
  readonly mapping: Mapping
  readonly here: readonly RegistrationHere[]
  readonly check: RowCheck
  readonly between: Between
}

/** Rows that are read from the table together. */
const AT_ONCE = 500
/** A longer text is no field of a registration, and is shown cut. */
const LONGEST_SHOWN = 1000

/** Reads and checks every row of a table. `undefined` when it was stopped. */
export async function checkTable({ table, titleRow, mapping, here, check, between }: CheckOptions): Promise<CheckedImport | undefined> {
  const columns = mapping.flatMap((field, at) => (field ? [{ field, at }] : []))
  const begun = () => createRowLedger(columns.map(({ field }) => field), here)
  let ledger = begun()
  const edits = createRowEdits((row, isLeftOut) => ledger.leaveOut(row, isLeftOut))

  const ended = await table.scan(titleRow, {
    begin() {
      ledger = begun()
    },
    each: (raw) => {
      ledger.note(ledger.size(), check(textsOf(raw), flawsOf(raw)))
    },
    between,
  })
  if (ended === 'stopped') return undefined

  function textsOf({ texts }: RawRow): RowTexts {
    const found: Partial<Record<ImportField, string>> = {}
    for (const { field, at } of columns) found[field] = texts[at] ?? ''
    return found
  }

  function flawsOf({ flaws }: RawRow, changed?: RowTexts): RowFlaws | undefined {
    if (!flaws) return undefined
    const found: Partial<Record<ImportField, CellFlaw>> = {}
    for (const { field, at } of columns) {
      const flaw = flaws[at]
      if (flaw && changed?.[field] === undefined) found[field] = flaw
    }
    return found
  }

  /** The rows of these places, read together where they lie together. */
  function* read(rows: readonly number[]): Generator<{ readonly row: number; readonly line: number; readonly texts: RowTexts; readonly checked: CheckedRow }> {
    for (let at = 0; at < rows.length; ) {
      const first = rows[at] ?? 0
      let to = at + 1
      while (to < rows.length && (rows[to] ?? 0) > first && (rows[to] ?? 0) < first + AT_ONCE) to++
      const raws = table.read(first, (rows[to - 1] ?? first) - first + 1)
      for (; at < to; at++) {
        const row = rows[at] ?? 0
        const raw = raws[row - first]
        if (!raw) continue
        const changed = edits.of(row)
        const texts = { ...textsOf(raw), ...changed }
        yield { row, line: raw.line, texts, checked: check(texts, flawsOf(raw, changed)) }
      }
    }
  }

  function lineOf(row: number): number {
    return table.read(row, 1)[0]?.line ?? 0
  }

  function summary(): ImportSummary {
    return { ...ledger.figures(), canUndo: edits.canUndo(), canRedo: edits.canRedo() }
  }

  function settle(step: Step | undefined): ImportSummary {
    for (const { field } of step?.cells ?? []) ledger.show(field)
    const rows = [...new Set(step?.cells.map(({ row }) => row))].sort((a, b) => a - b)
    for (const { row, checked } of read(rows)) ledger.note(row, checked)
    return summary()
  }

  function known(rows: readonly number[]): number[] {
    return [...new Set(rows)].filter((row) => row < ledger.size()).sort((a, b) => a - b)
  }

  function toRow({ row, line, texts, checked }: ReturnType<typeof read> extends Generator<infer R> ? R : never): ImportRow {
    const original = ledger.originalOf(row)
    const changed = edits.of(row)
    return {
      row,
      line,
      isReady: ledger.isReady(row),
      isLeftOut: ledger.isLeftOut(row),
      ...(original && { duplicateOf: 'row' in original ? { line: lineOf(original.row) } : { draftId: original.here.draftId as never, name: original.here.name } }),
      cells: ledger.fields().map((field): ImportCell => {
        const { problem, ...cell } = checked.cells.get(field) ?? {}
        return { field, text: (texts[field] ?? '').slice(0, LONGEST_SHOWN), ...cell, ...(problem && { problem: { ...problem, params: { ...problem.params } } }), isChanged: changed?.[field] !== undefined }
      }),
    }
  }

  return {
    summary,
    rows(wanted) {
      const all = 'rows' in wanted ? known(wanted.rows) : ledger.rowsOf(wanted.only)
      const part = 'rows' in wanted ? all : all.slice(wanted.from, wanted.from + wanted.count)
      return { total: all.length, rows: [...read(part)].map(toRow) }
    },
    change: (changes) => settle(edits.change(changes.filter(({ row }) => row < ledger.size()))),
    fill({ field, text, only, from, count }) {
      return settle(edits.change(ledger.rowsOf(only).slice(from, from + count).map((row) => ({ row, field, text }))))
    },
    acceptMends({ rows, field }) {
      const wanted = (rows ? known(rows) : ledger.rowsOf('all')).filter((row) => ledger.mends(row) > 0)
      const changes = [...read(wanted)].flatMap(({ row, checked }) => [...checked.cells].flatMap(([of, { mend }]) => (mend === undefined || (field && field !== of) ? [] : [{ row, field: of, text: mend }])))
      return changes.length === 0 ? summary() : settle(edits.change(changes))
    },
    leaveOut: (rows, isLeftOut) => settle(edits.leave(known(rows), isLeftOut)),
    undo: () => settle(edits.undo()),
    redo: () => settle(edits.redo()),
    contents({ only, locale, from, count }) {
      const size = ledger.size()
      const rows: number[] = []
      let row = from
      for (; row < size && rows.length < count; row++) if (!ledger.isLeftOut(row) && (only === 'all' || ledger.isReady(row))) rows.push(row)
      const contents = [...read(rows)].map(({ checked }) => contentOfRow(checked.understood, locale))
      return row < size ? { contents, next: row } : { contents }
    },
  }
}
