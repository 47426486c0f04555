import { read, type CellObject, type WorkSheet } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import type { Cell } from '@main/export/table-cells'
import { writeXlsx } from '@main/export/xlsx-file'

async function sheetOf(rows: readonly (readonly Cell[])[], columns: readonly string[] = ['a', 'b']): Promise<WorkSheet> {
  const book = read(await writeXlsx({ sheet: 'Inscriptions', columns, rows }), { cellNF: true, cellStyles: true })
  expect(book.SheetNames).toEqual(['Inscriptions'])
  return book.Sheets['Inscriptions']!
}

function cell(sheet: WorkSheet, place: string): CellObject | undefined {
  return sheet[place] as CellObject | undefined
}

describe('a table as a workbook', () => {
  it.each(['=1+1', '+33', '-1', '@x', '00012', '7.3e13', ' a  b ', 'a<b>&"c"', 'two\nlines', 'Éléonore 😀'])('types %j as text, and keeps it', async (text) => {
    const found = cell(await sheetOf([[text, undefined]]), 'A2')
    expect(found).toMatchObject({ t: 's', v: text, z: '@' })
    expect(found?.f).toBeUndefined()
  })

  it('shows a moment in ISO 8601 as a date of the spreadsheet, in the time of the person’s clock', async () => {
    const found = cell(await sheetOf([[new Date(2026, 10, 4, 7, 5, 59), undefined]]), 'A2')
    expect(found).toMatchObject({ t: 'n', w: '2026-11-04 07:05' })
  })

  it('leaves cells of nothing away, and what XML cannot say', async () => {
    const sheet = await sheetOf([[undefined, 'a\u0000b\u001F\uD800c']])
    expect(cell(sheet, 'A2')).toBeUndefined()
    expect(cell(sheet, 'B2')?.v).toBe('abc')
  })

  it('has as many columns as there are headings, beyond Z as well', async () => {
    const columns = Array.from({ length: 30 }, (_, index) => `c${index}`)
    const sheet = await sheetOf([columns], columns)
    expect(cell(sheet, 'AD1')?.v).toBe('c29')
    expect(cell(sheet, 'AD2')?.v).toBe('c29')
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:AD2' })
  })

  it('can be stopped between rows', async () => {
    const rows = Array.from({ length: 2000 }, (): Cell[] => ['x', 'y'])
    const stopping = new AbortController()
    const writing = writeXlsx({ sheet: 'S', columns: ['a', 'b'], rows }, stopping.signal)
    stopping.abort()
    await expect(writing).rejects.toThrow()
  })
})
