import { parse } from 'csv-parse/sync'
import { AppError } from '@shared/errors/app-error'
import { csvOptions, isOpenQuote, isStrayQuote, quoteLeftOpen, readRecords, type CsvShape } from './csv-records'
import { MOST_COLUMNS, MOST_ROWS } from './limits'
import { isEmptyRow, type RawRow, type ScanHearer, type Table } from './table'

/** Enough for the titles and a look at what is below them. */
const HEAD_BYTES = 256 * 1024

/**
 * A CSV in UTF-8. Of its rows it keeps where they begin and end, and not their cells: those are read again where they are
 * looked at. The bytes are kept, so that a file which somebody saves anew meanwhile changes nothing.
 */
export function createCsvTable(text: Buffer, delimiter: CsvShape['delimiter']): Table {
  let isLenient = false
  /** Of each row: its first byte, the first one behind it, its line. */
  let [starts, ends, lines]: [number[], number[], number[]] = [[], [], []]

  const options = () => csvOptions(text, { delimiter, isLenient })

  function head(count: number): readonly RawRow[] {
    const part = text.subarray(0, HEAD_BYTES)
    // A record that is cut off or broken is left away here: reading all of them says where it is.
    const records = parse(part, { ...options(), relax_quotes: true, to: count, skip_records_with_error: true })
    if (records.length === 0 && !isEmptyRow([part.toString()])) throw quoteLeftOpen(1)
    return records.map((texts, at) => ({ line: at + 1, texts: texts.slice(0, MOST_COLUMNS) }))
  }

  async function scanOnce(titleRow: number, { begin, each, between }: ScanHearer): Promise<'all' | 'stopped'> {
    begin()
    ;[starts, ends, lines] = [[], [], []]
    const countLines = createLineCounter(text)
    let [record, start] = [0, 0]
    try {
      return await readRecords(
        text,
        options(),
        (texts, end) => {
          record++
          const from = start
          start = end
          if (record <= titleRow || isEmptyRow(texts)) return
          if (starts.length === MOST_ROWS) throw new AppError('spreadsheet-too-large', 'More rows than are imported at once')
          const line = countLines(from)
          starts.push(from)
          ends.push(end)
          lines.push(line)
          each({ line, texts })
        },
        (done) => between(done, text.length),
      )
    } catch (thrown) {
      throw isOpenQuote(thrown) ? quoteLeftOpen(countLines(start)) : thrown
    }
  }

  return {
    head,
    async scan(titleRow, hearer) {
      try {
        return await scanOnce(titleRow, hearer)
      } catch (thrown) {
        if (!isStrayQuote(thrown)) throw thrown
        isLenient = true
        return scanOnce(titleRow, hearer)
      }
    },
    read(from, count) {
      const to = Math.min(from + count, starts.length)
      const [start, end] = [starts[from], ends[to - 1]]
      if (start === undefined || end === undefined) return []
      return parse(text.subarray(start, end), options())
        .filter((texts) => !isEmptyRow(texts))
        .map((texts, at) => ({ line: lines[from + at] ?? 0, texts }))
    },
  }
}

/** The line in which a byte stands. Asked in order, it looks at each byte once. */
function createLineCounter(text: Buffer): (at: number) => number {
  const lineBreak = text.includes('\n') ? 0x0a : 0x0d
  let line = 1
  let next = text.indexOf(lineBreak)
  return (at) => {
    while (next !== -1 && next < at) {
      line++
      next = text.indexOf(lineBreak, next + 1)
    }
    return line
  }
}
