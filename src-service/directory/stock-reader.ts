import { isUtf8 } from 'node:buffer'
import { ESTABLISHMENT_COLUMNS, UNIT_COLUMNS } from './stock-columns'
import { establishmentLine, unitLine } from './stock-fields'
import { StockFileRefused } from './stock-refused'
import { createRowSplitter, RowDamaged } from './stock-rows'
import { streamStock, type StockFile } from './stock-source'
import type { FilePosition } from './stock-staging'

export interface StockBatch {
  /** Lines of COPY, in parts. */
  readonly parts: readonly Buffer<ArrayBuffer>[]
  /** Where the file stands behind them. */
  readonly position: FilePosition
  readonly diskBytes: number
}

const NEW_LINE = 10

/**
 * The rows of a file behind a place, as COPY takes them, a batch at a time of about `batchBytes`: memory does not grow with the file.
 * The last batch says that the file is whole. Throws StockFileRefused with the line of what is wrong.
 */
export async function* readStockFile(file: StockFile, from: FilePosition, batchBytes: number): AsyncGenerator<StockBatch> {
  const { kind, name, width, positions } = file
  const lineOf = kind === 'unit' ? unitLine : establishmentLine
  const dayColumn = kind === 'unit' ? UNIT_COLUMNS.indexOf('dateDernierTraitementUniteLegale') : ESTABLISHMENT_COLUMNS.indexOf('dateDernierTraitementEtablissement')
  let { byte, rows, asOf = '' } = from
  let text = ''
  const splitter = createRowSplitter({ width, wanted: positions, firstLine: from.line }, (fields, line) => {
    const copied = lineOf(fields)
    if (copied === undefined) throw new RowDamaged(line, kind === 'unit' ? 'the SIREN is not nine digits.' : 'the SIRET is not fourteen digits.')
    text += copied
    rows += 1
    if (fields[dayColumn]! > asOf) asOf = fields[dayColumn]!
  })

  function split(piece: Buffer, isLast: boolean): void {
    if (!isUtf8(piece) || piece.includes(0)) throw new RowDamaged(splitter.nextLine() + unreadableLineOf(piece) + splitter.rest().filter((code) => code === NEW_LINE).length, 'it is not UTF-8 text.')
    splitter.split(piece, isLast)
    byte += piece.length
  }

  const { chunks, diskBytes } = streamStock(file, from.byte)
  let [parts, bytes] = [[] as Buffer<ArrayBuffer>[], 0]
  const batch = (isWhole: boolean): StockBatch => {
    const done = { parts, diskBytes: diskBytes(), position: { fingerprint: from.fingerprint, byte: byte - splitter.rest().length, line: splitter.nextLine(), rows, asOf: dayOf(asOf), isWhole } }
    ;[parts, bytes] = [[], 0]
    return done
  }
  const put = (): void => {
    if (text === '') return
    const part = Buffer.from(text, 'latin1')
    parts.push(part)
    bytes += part.length
    text = ''
  }

  try {
    let tail: Buffer = Buffer.alloc(0)
    for await (const chunk of chunks) {
      const whole = tail.length === 0 ? chunk : Buffer.concat([tail, chunk])
      const end = whole.lastIndexOf(NEW_LINE) + 1
      tail = whole.subarray(end)
      if (end > 0) split(whole.subarray(0, end), false)
      put()
      if (bytes >= batchBytes) yield batch(false)
    }
    split(tail, true)
    put()
    yield batch(true)
  } catch (failure) {
    if (failure instanceof RowDamaged) throw new StockFileRefused(name, failure.message, failure.line)
    throw failure
  }
}

/** How many lines lie before the first that is no UTF-8. */
function unreadableLineOf(piece: Buffer): number {
  let line = 0
  for (let start = 0; start < piece.length; line += 1) {
    const end = piece.indexOf(NEW_LINE, start)
    const text = piece.subarray(start, end < 0 ? undefined : end)
    if (!isUtf8(text) || text.includes(0)) break
    start = end < 0 ? piece.length : end + 1
  }
  return line
}

function dayOf(moment: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(moment)?.[0]
}
