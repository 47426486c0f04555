import { MessageChannel } from 'node:worker_threads'
import { utils, write, type WorkSheet } from '@e965/xlsx'
import { createImportSession, type ImportSession } from '@main/spreadsheet/import-session'
import { serveWorker } from '@main/spreadsheet/serve-worker'
import type { WorkerThread } from '@main/spreadsheet/worker-client'
import type { FoundColumns, FoundRows, ImportSummary, Mapping } from '@shared/ipc/spreadsheet'
import type { RegistrationHere } from '@main/spreadsheet/row-ledger'

export interface ReadFile {
  readonly session: ImportSession
  readonly found: FoundColumns
  readonly summary: ImportSummary
  readonly rows: FoundRows
}

export const mappingOf = ({ columns }: FoundColumns): Mapping => columns.map(({ field }) => field ?? null)

/** A file read from its bytes to its first rows, as its titles say. */
export async function readFile(bytes: Uint8Array | string, here: readonly RegistrationHere[] = []): Promise<ReadFile> {
  const session = createImportSession(() => undefined)
  await session.open(Buffer.from(bytes as string))
  const found = session.look({})
  const summary = (await session.check(mappingOf(found), here))!
  return { session, found, summary, rows: session.checked().rows({ only: 'all', from: 0, count: 200 }) }
}

/** Texts of a field, row by row. */
export const textsOf = ({ rows }: FoundRows, field: string): (string | undefined)[] => rows.map(({ cells }) => cells.find((cell) => cell.field === field)?.text)

/** A workbook of these sheets. */
export function workbookOf(sheets: Readonly<Record<string, WorkSheet>>, hidden: readonly string[] = []): Buffer {
  const workbook = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(workbook, sheet, name)
  workbook.Workbook = { Sheets: Object.keys(sheets).map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) }
  return write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}

/** The worker without a thread: the same messages over a channel. */
export function startWorkerHere(): WorkerThread {
  const { port1, port2 } = new MessageChannel()
  serveWorker(port2)
  return Object.assign(port1, {
    terminate: async () => {
      port1.close()
      return 0
    },
  }) as unknown as WorkerThread
}
