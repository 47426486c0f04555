import { readFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse'
import { validate } from 'stdnum/lib/esm/fr/siret'
import { startImportWorker } from '../../../src-main/spreadsheet/start-import-worker'
import { createWorkerClient } from '../../../src-main/spreadsheet/worker-client'

export interface Measured {
  readonly ms: number
  readonly rows: number
  /** The most memory that the process had. */
  readonly memoryMib: number
  /** How late its main thread was, at p95. */
  readonly lateMs: number
}

/** Column of the identifier in the samples. */
const SIRET = 4
const isSiret = (text: unknown): boolean => validate(String(text)).isValid

/** csv-parse as a stream, and stdnum on each record. */
async function readBareCsv(bytes: Buffer): Promise<number> {
  let [rows, sound] = [-1, 0]
  const parser = parse(bytes, { delimiter: ';', bom: true })
  for await (const record of parser as AsyncIterable<readonly string[]>) {
    rows++
    if (isSiret(record[SIRET])) sound++
  }
  if (sound === 0) throw new Error('No number was in order')
  return rows
}

/** The reader of workbooks to rows of cells, and stdnum on each. */
async function readBareWorkbook(bytes: Buffer): Promise<number> {
  const { Sheets, SheetNames } = read(bytes, { type: 'buffer', dense: true })
  const records = utils.sheet_to_json<readonly unknown[]>(Sheets[SheetNames[0] ?? '']!, { header: 1 })
  if (records.filter((record) => isSiret(record[SIRET])).length === 0) throw new Error('No number was in order')
  return records.length - 1
}

/** As the application does it, from the bytes to the first page of the preview, in its thread. */
async function preview(bytes: Buffer, workerEntry: string): Promise<number> {
  const client = createWorkerClient(startImportWorker(workerEntry), () => undefined)
  await client.ask('open', bytes)
  const { columns } = await client.ask('look', {})
  const summary = await client.ask('check', columns.map(({ field }) => field ?? null), [])
  await client.ask('rows', { only: 'problems', from: 0, count: 200 })
  await client.end()
  return summary?.rows ?? 0
}

/** One subject, once, in a process of its own. */
export async function measure(subject: string, file: string, workerEntry: string): Promise<Measured> {
  const bytes = await readFile(file)
  const late = monitorEventLoopDelay({ resolution: 5 })
  late.enable()
  const start = performance.now()
  const rows = subject === 'parvis' ? await preview(bytes, workerEntry) : await (file.endsWith('.csv') ? readBareCsv(bytes) : readBareWorkbook(bytes))
  const ms = performance.now() - start
  late.disable()
  return { ms, rows, memoryMib: await mostMemoryMib(), lateMs: Math.max(0, late.percentile(95) / 1e6 - 5) }
}

/** Linux gives a new process the highest figure of its parent as its own `maxRSS`; this one begins with the process. */
async function mostMemoryMib(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024
}
