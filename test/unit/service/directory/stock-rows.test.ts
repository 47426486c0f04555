import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRowSplitter, RowDamaged } from '@service/directory/stock-rows'

interface Read {
  readonly rows: string[][]
  readonly lines: number[]
}

/** All fields of all rows, from texts that end where they are cut; the line of the damage where there is one. */
function readAll(texts: readonly string[], width: number): Read | number {
  const read: Read = { rows: [], lines: [] }
  const splitter = createRowSplitter({ width, wanted: Array.from({ length: width }, (_, position) => position) }, (fields, line) => {
    read.rows.push(fields.map((field) => Buffer.from(field, 'latin1').toString('utf8')))
    read.lines.push(line)
  })
  try {
    texts.forEach((text, index) => { splitter.split(Buffer.from(text), index === texts.length - 1) })
  } catch (failure) {
    if (failure instanceof RowDamaged) return failure.line
    throw failure
  }
  return read
}

function readByLibrary(text: string): Read | 'damaged' {
  try {
    const found = parse(text, { record_delimiter: ['\r\n', '\n'], skip_empty_lines: true, info: true }) as unknown as { record: string[] }[]
    return { rows: found.map(({ record }) => record), lines: [] }
  } catch {
    return 'damaged'
  }
}

/** Cut behind some of its ends of lines, wherever they stand. */
function cutIn(text: string, cuts: readonly boolean[]): string[] {
  const pieces = ['']
  ;(text.match(/[^\n]*\n|[^\n]+$/g) ?? []).forEach((piece, index) => {
    pieces[pieces.length - 1] += piece
    if (cuts[index % cuts.length]) pieces.push('')
  })
  return pieces
}

const field = fc.oneof(fc.constantFrom('', '[ND]', 'RUE', "L'EGLISE", '75012'), fc.string({ unit: fc.constantFrom('a', 'É', '€', '😀', ',', '"', '\n', ' ', '\t', '\\', ';'), maxLength: 8 }))
const anything = fc.string({ unit: fc.constantFrom('a', 'É', ',', ',', ',', '"', '"', '\n', '\r\n'), maxLength: 40 })
const fieldText = fc.constantFrom('', 'a', 'É', '"a"', '"a,""b"""', '"a\nb"', '""', 'a', 'b', 'a"', '"a', '"a"b')
/** Of three fields a row, most of them. */
const nearlyRight = fc
  .array(fc.tuple(fc.array(fieldText, { minLength: 3, maxLength: 3 }), fc.constantFrom(',', ',', ',', ',', ',,'), fc.constantFrom('\n', '\r\n')), { maxLength: 3 })
  .map((rows) => rows.map(([fields, comma, end]) => fields.join(comma) + end).join(''))
const cuts = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 })
const quote = (text: string, always: boolean): string => (always || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

describe('the rows of a stock file', () => {
  it('are read as they were written, wherever the text is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }).chain((width) => fc.array(fc.array(fc.tuple(field, fc.boolean()), { minLength: width, maxLength: width }), { maxLength: 12 })), fc.constantFrom('\n', '\r\n'), fc.boolean(), cuts, (rows, end, endsOpen, at) => {
        const written = rows.map((row) => row.map(([text]) => text))
        const text = rows.map((row) => row.map(([value, always]) => quote(value, always)).join(',')).join(end) + (endsOpen ? '' : end)
        const read = readAll(cutIn(text, at), rows[0]?.length ?? 2) as Read
        expect(read.rows).toEqual(written)
        const lineOf = (index: number): number => 1 + rows.slice(0, index).reduce((sum, row) => sum + 1 + row.reduce((breaks, [value]) => breaks + value.split('\n').length - 1, 0), 0)
        expect(read.lines).toEqual(written.map((_, index) => lineOf(index)))
      }),
      { numRuns: 1000 },
    )
  })

  it('are those that csv-parse reads, or refused as it refuses them', () => {
    let both = 0
    fc.assert(
      fc.property(fc.oneof(anything, nearlyRight), cuts, (tail, at) => {
        const text = `x,y,z\n${tail}`
        const library = readByLibrary(text)
        const own = readAll(cutIn(text, at), 3)
        if (library === 'damaged') expect(own).toBeTypeOf('number')
        else expect((own as Read).rows).toEqual(library.rows)
        if (library !== 'damaged' && library.rows.length > 1) both += 1
      }),
      { numRuns: 4_000 },
    )
    expect(both).toBeGreaterThan(200)
  })

  it.each([
    ['a,b\n1,2\n3\n', 3],
    ['a,b\n1,2,3\n', 2],
    ['a,b\n"1\n1",2\n3,"4\n', 4],
    ['a,b\n1,2"\n', 2],
    ['a,b\n"1"x,2\n', 2],
    ['a,b\n\n\r\n1\n', 4],
  ])('that are damaged are named by their line: %j', (text, line) => {
    expect(readAll([text], 2)).toBe(line)
  })

  it('do not fill the memory behind a quotation mark that is never closed', () => {
    const splitter = createRowSplitter({ width: 2, wanted: [0] }, () => undefined)
    splitter.split(Buffer.from('a,"b\n'))
    expect(() => { for (let n = 0; n < 200; n += 1) splitter.split(Buffer.from(`${'x'.repeat(10_000)}\n`)) }).toThrow(RowDamaged)
    expect(splitter.rest().length).toBeLessThan(1_100_000)
  })
})
