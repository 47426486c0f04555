const QUOTE = 34
const COMMA = 44
const NEW_LINE = 10
const RETURN = 13

/** A record so long is a quote that was never closed. */
const LONGEST_RECORD = 1_048_576

/** What is wrong with the text, and where: without the text itself. */
export class RowDamaged extends Error {
  override readonly name = 'RowDamaged'

  constructor(readonly line: number, reason: string) {
    super(reason)
  }
}

/**
 * Given the wanted fields of a row, in the order of the wish, and the line on which it begins. A character of them is a byte of the
 * file (latin1), so UTF-8 passes through untouched. The array is used again.
 */
export type TakeRow = (fields: readonly string[], line: number) => void

export interface RowSplitter {
  /**
   * Gives each whole row of the bytes and keeps the rest for the next ones. Throws RowDamaged. They end with a line, which may
   * break inside a quoted field, or are the last.
   */
  split(bytes: Buffer, isLast?: boolean): void
  /** The bytes that wait for the next ones. */
  rest(): Buffer
  /** The line on which the next row begins, from 1 on. */
  nextLine(): number
}

interface SplitterOptions {
  /** How many fields every row has. */
  readonly width: number
  /** Which of them are wanted, by their position. */
  readonly wanted: readonly number[]
  readonly firstLine?: number
}

/**
 * Comma separated rows as RFC 4180 has them, with either end of line and empty lines left out. A splitter of its own because the
 * stock files have 50 columns of which a dozen are wanted: only those are ever made into strings, and only once.
 */
export function createRowSplitter({ width, wanted, firstLine = 1 }: SplitterOptions, take: TakeRow): RowSplitter {
  const slots = new Int16Array(width + 1).fill(-1)
  wanted.forEach((position, slot) => (slots[position] = slot))
  const fields = new Array<string>(wanted.length).fill('')
  let line = firstLine
  let rest = Buffer.alloc(0)

  /** Where the row that begins at `start` ends; -1 when the text ends before it does. */
  function readRow(bytes: Buffer, text: string, start: number, isLast: boolean): number {
    const { length } = bytes
    let at = start
    let endLine = line
    for (let column = 0; ; column += 1) {
      let code: number
      if (at < length && bytes[at] === QUOTE) {
        const read = readQuoted(text, at + 1, line)
        if (read === undefined || (read.end === length && !isLast)) return unclosed(length - start, isLast)
        if (column < width && slots[column]! >= 0) fields[slots[column]!] = read.value
        for (let found = read.value.indexOf('\n'); found >= 0; found = read.value.indexOf('\n', found + 1)) endLine += 1
        at = read.end
        code = at < length ? bytes[at]! : NEW_LINE
      } else {
        const from = at
        code = NEW_LINE
        for (; at < length; at += 1) {
          const byte = bytes[at]!
          // Letters and digits lie above all three: most bytes are compared once.
          if (byte > COMMA || (byte !== COMMA && byte !== NEW_LINE && byte !== QUOTE)) continue
          code = byte
          break
        }
        if (code === QUOTE) throw new RowDamaged(line, 'a quotation mark stands inside a field that is not quoted.')
        const end = code === NEW_LINE && at > from && bytes[at - 1] === RETURN ? at - 1 : at
        if (column < width && slots[column]! >= 0) fields[slots[column]!] = text.slice(from, end)
      }
      if (code === COMMA) {
        at += 1
        continue
      }
      if (code === RETURN && bytes[at + 1] === NEW_LINE) at += 1
      else if (code === RETURN && at + 1 === length && isLast) at = length
      else if (code !== NEW_LINE) throw new RowDamaged(line, 'something stands between a closing quotation mark and the next comma.')
      const isBlank = column === 0 && at - start <= 1 && /^\r?$/.test(text.slice(start, at))
      if (!isBlank) {
        if (column + 1 !== width) throw new RowDamaged(line, `it has ${column + 1} fields, where the first line has ${width}.`)
        take(fields, line)
      }
      line = endLine + 1
      return Math.min(at + 1, length)
    }
  }

  function unclosed(waiting: number, isLast: boolean): number {
    if (isLast || waiting > LONGEST_RECORD) throw new RowDamaged(line, 'a quotation mark is never closed.')
    return -1
  }

  return {
    split(bytes, isLast = false) {
      const whole = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
      const text = whole.toString('latin1')
      let at = 0
      while (at < whole.length) {
        const next = readRow(whole, text, at, isLast)
        if (next < 0) break
        at = next
      }
      rest = Buffer.from(whole.subarray(at))
    },
    rest: () => rest,
    nextLine: () => line,
  }
}

/** What stands between two quotation marks, and where the second one ends; undefined when there is no second one. */
function readQuoted(text: string, start: number, line: number): { readonly value: string; readonly end: number } | undefined {
  let value = ''
  for (let from = start; ; ) {
    const close = text.indexOf('"', from)
    if (close < 0) return undefined
    value += text.slice(from, close)
    if (text.charCodeAt(close + 1) !== QUOTE) return { value, end: close + 1 }
    if (value.length > LONGEST_RECORD) throw new RowDamaged(line, 'a quotation mark is never closed.')
    value += '"'
    from = close + 2
  }
}
