import type { CellFlaw } from '@shared/spreadsheet/number-troubles'

/** A row as it stands in the file. */
export interface RawRow {
  /** Line of a CSV, row of a sheet, from 1. */
  readonly line: number
  readonly texts: readonly string[]
  /** By place, where the program that wrote the file said more than a text can. */
  readonly flaws?: readonly (CellFlaw | undefined)[]
}

/** Says how far a scan has come and whether it shall go on. Awaited now and then, so that somebody can say so. */
export type Between = (done: number, of: number) => Promise<boolean>

export interface ScanHearer {
  /** Called before the first row; once more when the table has to be read from its beginning again. */
  readonly begin: () => void
  readonly each: (row: RawRow) => void
  readonly between: Between
}

/** One table of a spreadsheet. Rows without any text are no rows, but for counting where the titles stand. */
export interface Table {
  /** The first rows as they come, empty ones among them. */
  readonly head: (count: number) => readonly RawRow[]
  /** Gives every row below the titles once, in order. `stopped` when `between` said so. Throws `spreadsheet-quote-open`, `spreadsheet-too-large`. */
  readonly scan: (titleRow: number, hearer: ScanHearer) => Promise<'all' | 'stopped'>
  /** Some of the rows that the last scan gave, by their place among them. */
  readonly read: (from: number, count: number) => readonly RawRow[]
}

export function isEmptyRow(texts: readonly string[]): boolean {
  return texts.every((text) => text === '' || text.trim() === '')
}
