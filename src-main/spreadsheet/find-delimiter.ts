import { Delimiter } from '@shared/ipc/spreadsheet'

const LOOKED_AT = 64 * 1024
const LINES_LOOKED_AT = 30
const QUOTE = 0x22

export interface FoundDelimiter {
  readonly delimiter: Delimiter
  /** Where the table begins: behind a line `sep=;`, which Excel understands and others take for data. */
  readonly start: number
}

/** What stands between the cells of a CSV in UTF-8: the sign that cuts most of its first lines into most parts. */
export function findDelimiter(text: Buffer): FoundDelimiter {
  const named = /^sep=([;,\t])\r?\n/.exec(text.subarray(0, 8).toString('latin1'))
  if (named) return { delimiter: named[1] as Delimiter, start: named[0].length }
  const counts = Delimiter.options.map((delimiter) => ({ delimiter, count: median(countPerLine(text, delimiter.charCodeAt(0))) }))
  const [best] = counts.sort((a, b) => b.count - a.count)
  return { delimiter: best?.delimiter ?? ';', start: 0 }
}

function countPerLine(text: Buffer, delimiter: number): number[] {
  const counts: number[] = []
  let [count, isQuoted, isEmpty] = [0, false, true]
  const end = Math.min(text.length, LOOKED_AT)
  for (let at = 0; at < end && counts.length < LINES_LOOKED_AT; at++) {
    const byte = text[at]
    if (byte === QUOTE) isQuoted = !isQuoted
    if (byte === 0x0a || byte === 0x0d) {
      if (isQuoted) continue
      if (!isEmpty) counts.push(count)
      ;[count, isEmpty] = [0, true]
      continue
    }
    isEmpty = false
    if (byte === delimiter && !isQuoted) count++
  }
  if (!isEmpty && counts.length < LINES_LOOKED_AT) counts.push(count)
  return counts
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
