import { type CsvError, type Options, Parser } from 'csv-parse'
import { AppError } from '@shared/errors/app-error'
import type { Delimiter } from '@shared/ipc/spreadsheet'

/** No row of people is longer; what is has swallowed others behind a quotation mark that is not closed. */
const LONGEST_RECORD = 256 * 1024
const CHUNK_BYTES = 256 * 1024

export interface CsvShape {
  readonly delimiter: Delimiter
  /** Quotation marks in the middle of a cell are a part of it. */
  readonly isLenient: boolean
}

/** `end`: the first byte behind the record and its line break. */
export type HearRecord = (texts: readonly string[], end: number) => void

/** Its own stream, heard as it parses: asking csv-parse for its `info` with each record costs more than the parsing does. */
class Records extends Parser {
  constructor(
    options: Options,
    private readonly hear: HearRecord,
  ) {
    super(options)
  }

  override push(record: readonly string[] | null): boolean {
    if (record === null) return super.push(null)
    this.hear(record, this.info.bytes)
    return true
  }
}

export function csvOptions(text: Buffer, { delimiter, isLenient }: CsvShape): Options {
  return { delimiter, record_delimiter: lineBreaksOf(text), relax_column_count: true, relax_quotes: isLenient, max_record_size: LONGEST_RECORD }
}

/** Those of old Macs only where there is no other: a lone carriage return is part of many a cell. */
function lineBreaksOf(text: Buffer): string[] {
  if (text.includes('\r\n')) return ['\r\n', '\n']
  return text.includes('\n') ? ['\n'] : ['\r']
}

/** Reads a whole CSV in UTF-8, a piece after the other. `goOn` is asked between two pieces. Throws what `isOpenQuote` and `isStrayQuote` tell apart. */
export async function readRecords(text: Buffer, options: Options, hear: HearRecord, goOn: (done: number) => Promise<boolean>): Promise<'all' | 'stopped'> {
  const parser = new Records(options, hear)
  // Each write hears of its failure by itself.
  parser.on('error', () => undefined)
  for (let from = 0; from < text.length; from += CHUNK_BYTES) {
    if (!(await goOn(from))) {
      parser.destroy()
      return 'stopped'
    }
    const chunk = text.subarray(from, from + CHUNK_BYTES)
    await new Promise<void>((resolve, reject) => parser.write(chunk, (error) => (error ? reject(error) : resolve())))
  }
  await new Promise<void>((resolve, reject) => {
    parser.once('error', reject)
    parser.end(resolve)
  })
  return 'all'
}

/** A quotation mark in a cell that does not begin with one: sloppy, and readable. */
export function isStrayQuote(thrown: unknown): boolean {
  return codeOf(thrown) === 'INVALID_OPENING_QUOTE'
}

export function isOpenQuote(thrown: unknown): boolean {
  return ['CSV_QUOTE_NOT_CLOSED', 'CSV_INVALID_CLOSING_QUOTE', 'CSV_MAX_RECORD_SIZE'].includes(codeOf(thrown) ?? '')
}

export function quoteLeftOpen(line: number): AppError {
  return new AppError('spreadsheet-quote-open', `A quotation mark is opened in line ${String(line)} and not closed`, { problems: [{ pointer: '', code: 'malformed', params: { line } }] })
}

function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error ? (thrown as CsvError).code : undefined
}
