import { describe, expect, it } from 'vitest'
import { parse } from 'csv-parse/sync'
import { writeCsv } from '@main/export/csv-file'
import type { Cell } from '@main/export/table-cells'

function read(rows: readonly (readonly Cell[])[]): string[][] {
  return parse(writeCsv({ sheet: 'S', columns: ['a', 'b'], rows }), { delimiter: ';', bom: true })
}

describe('a table as CSV', () => {
  it('begins with the mark of UTF-8, parts columns by semicolons and lines as RFC 4180 says', () => {
    expect(writeCsv({ sheet: 'S', columns: ['Nom', 'État'], rows: [['Éléonore', undefined]] })).toBe('\uFEFFNom;État\r\nÉléonore;\r\n')
  })

  it('is read back as it was written: semicolons, quotes, line breaks and tabs within', () => {
    const rows = [['a;b', 'say "no"'], ['two\nlines', 'tab\tinside'], ['', 'plain']]
    expect(read(rows)).toEqual([['a', 'b'], ...rows])
  })

  it('writes a moment in ISO 8601 as the clock of the person shows it', () => {
    expect(read([[new Date(2026, 10, 4, 7, 5, 59), '']])[1]).toEqual(['2026-11-04 07:05', ''])
  })

  it.each([
    '=HYPERLINK("http://evil.example";"x")', '+33 1 23 45 67 89', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '  =cmd|x', '\u00A0=1', '＝1+1', '\n@x', '=',
  ])('makes %j harmless by an apostrophe', (text) => {
    expect(read([[text, '']])[1]?.[0]).toBe(`'${text}`)
  })

  it.each(['Jean-Noël', 'a=b', "D'Angély", '732 829 320 00074', '1 + 1', ' spaced'])('leaves %j as it is', (text) => {
    expect(read([[text, '']])[1]?.[0]).toBe(text)
  })

  it('makes headings harmless as well', () => {
    expect(writeCsv({ sheet: 'S', columns: ['=1'], rows: [] })).toBe("\uFEFF'=1\r\n")
  })
})
