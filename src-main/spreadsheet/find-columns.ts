import type { FoundColumn } from '@shared/ipc/spreadsheet'
import { fieldsOfTitles } from '@shared/spreadsheet/column-titles'
import { plainCell } from '@shared/spreadsheet/cell-text'
import { isEmptyRow, type RawRow } from './table'

/** Rows among which the titles are looked for, and below which samples are taken. */
export const ROWS_LOOKED_AT = 40
const TITLES_WITHIN = 15
const SAMPLES = 3
const LONGEST_SAMPLE = 80

/** The row that holds the titles, counted from 1; 0 where the first row with anything in it is data already. */
export function findTitleRow(rows: readonly RawRow[]): number {
  const counts = rows.slice(0, TITLES_WITHIN).map(({ texts }) => fieldsOfTitles(texts).filter(Boolean).length)
  const most = Math.max(0, ...counts)
  if (most >= 2) return counts.indexOf(most) + 1
  const first = rows.findIndex(({ texts }) => !isEmptyRow(texts))
  return first === -1 || looksLikeData(rows[first]?.texts ?? []) ? 0 : first + 1
}

/** An address or a long number stands in no title. */
function looksLikeData(texts: readonly string[]): boolean {
  return texts.some((text) => /\S@\S+\.\S/.test(text) || text.replace(/\D/g, '').length >= 5)
}

/** The columns of a table, with what their titles say they hold. */
export function findColumns(rows: readonly RawRow[], titleRow: number): FoundColumn[] {
  const below = rows.slice(titleRow)
  const titles = titleRow === 0 ? [] : (rows[titleRow - 1]?.texts ?? []).map((title) => plainCell(title).replace(/\s+/g, ' '))
  const width = Math.max(titles.findLastIndex((title) => title !== '') + 1, ...below.map(({ texts }) => texts.findLastIndex((text) => text.trim() !== '') + 1))
  const fields = fieldsOfTitles(titles)
  return Array.from({ length: width }, (_, at) => {
    const samples = below.flatMap(({ texts }) => plainCell(texts[at] ?? '') || []).slice(0, SAMPLES)
    const field = fields[at]
    return { title: titles[at] ?? '', samples: samples.map((text) => text.slice(0, LONGEST_SAMPLE)), ...(field && { field, knownBy: 'title' as const }) }
  })
}
