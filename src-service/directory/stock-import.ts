import type { BulkSession } from '../storage/bulk'
import type { Clock } from '../storage/clock'
import { STOCK_NAMES, type StockKind } from './stock-columns'
import { count, createStockProgress, sayMeanwhile } from './stock-progress'
import { readStockFile } from './stock-reader'
import { StockFileRefused, StockImportRunning } from './stock-refused'
import { openStockFile, type StockFile } from './stock-source'
import { addRows, beginFile, findPosition, type FilePosition, lockImports } from './stock-staging'
import { clearLeftovers, joinStock, switchOver } from './stock-switch'

export interface StockImportRooms {
  readonly bulk: BulkSession
  readonly clock: Clock
  /** Told of the progress, a line at a time. */
  readonly say: (line: string) => void
  /** How much is written in one transaction. */
  readonly batchBytes?: number
}

const BATCH_BYTES = 8_000_000

/**
 * Brings INSEE's two stock files into the database: StockEtablissement and StockUniteLegale, told apart by their first lines. Look-ups see
 * the stock of before until one transaction puts the new one in its place. An import that was cut off goes on where it was when it is
 * given the same files. Throws StockFileRefused and StockImportRunning; whatever it throws, the running stock is as it was.
 */
export async function importStock(rooms: StockImportRooms, paths: readonly string[]): Promise<void> {
  const { bulk, clock, say } = rooms
  const { unit, establishment } = await openBoth(paths)
  const lock = await lockImports(bulk)
  if (lock !== 'locked') throw new StockImportRunning(`Another import is running: ${lock.holder}. Let it end, or end it; then give the same files again.`)
  await clearLeftovers(bulk)
  // Both are begun before either is read, so that what an earlier import of other files left does not lie about.
  const begun = [await begin(rooms, unit), await begin(rooms, establishment)] as const
  await readRows(rooms, unit, begun[0])
  const { rows, asOf } = await readRows(rooms, establishment, begun[1])
  if (rows === 0) throw new StockFileRefused(establishment.name, 'it has no establishments.')
  await sayMeanwhile(clock, say, 'joining establishments and legal units', () => joinStock(bulk))
  await switchOver(bulk, { importedAt: clock.now(), establishments: rows, asOf }, () => { say('waiting for somebody who reads the whole running stock: a backup?') })
  say(`in use: ${count(rows)} establishments${asOf === undefined ? '' : `, as of ${asOf}`}`)
}

async function openBoth(paths: readonly string[]): Promise<Readonly<Record<StockKind, StockFile>>> {
  const found: Partial<Record<StockKind, StockFile>> = {}
  for (const path of paths) {
    const file = await openStockFile(path)
    const other = found[file.kind]
    if (other) throw new StockFileRefused(file.name, `this is a second ${STOCK_NAMES[file.kind]}, beside ${other.name}.`)
    found[file.kind] = file
  }
  const { unit, establishment } = found
  if (!unit || !establishment) {
    const missing = unit ? 'establishment' : 'unit'
    throw new StockFileRefused(STOCK_NAMES[missing], 'this file is missing: give both, because a name stands in the one and an address in the other.')
  }
  return { unit, establishment }
}

async function begin({ bulk, say }: StockImportRooms, { kind, name, fingerprint, headerBytes }: StockFile): Promise<FilePosition> {
  const kept = await findPosition(bulk, kind, fingerprint)
  if (kept) {
    if (kept.rows > 0) say(`${name}: ${kept.isWhole ? 'read already' : 'going on'}, ${count(kept.rows)} rows are there`)
    return kept
  }
  const start: FilePosition = { fingerprint, byte: headerBytes, line: 2, rows: 0, asOf: undefined, isWhole: false }
  await beginFile(bulk, kind, start)
  return start
}

/** Reads the next rows while the database takes the last ones. */
async function readRows({ bulk, clock, say, batchBytes = BATCH_BYTES }: StockImportRooms, file: StockFile, from: FilePosition): Promise<FilePosition> {
  if (from.isWhole) return from
  const { kind, name, sizeBytes } = file
  let position = from
  let underWay: Promise<void> = Promise.resolve()
  let sayProgress: ReturnType<typeof createStockProgress> | undefined
  try {
    for await (const { parts, diskBytes, position: next } of readStockFile(file, from, batchBytes)) {
      await underWay
      sayProgress ??= createStockProgress(clock, say, name, { rows: next.rows, diskBytes, sizeBytes })
      position = next
      underWay = addRows(bulk, kind, parts, next)
      // It is awaited before the next one; until then it may fail without anybody listening.
      underWay.catch(() => undefined)
      sayProgress({ rows: next.rows, diskBytes, sizeBytes })
    }
  } finally {
    await underWay
  }
  say(`${name}: read, ${count(position.rows)} rows`)
  return position
}
