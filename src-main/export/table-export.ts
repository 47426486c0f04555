import type { TableOutcome, TableQuestion } from '@shared/ipc/tables'
import type { TableFormat } from '@shared/registration/table-columns'
import { dayOf } from '@shared/time/calendar-day'
import type { Drafts } from '../drafts/drafts'
import { openIfReadable } from '../drafts/open-if-readable'
import { writeDurably } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import { writeCsv } from './csv-file'
import { cellsOf, headings, type Cell } from './table-cells'
import { writeXlsx } from './xlsx-file'

/** The system's dialog for where a table goes. `undefined`: the person thought better of it. */
export type WhereTableGoes = (suggestedName: string, format: TableFormat) => Promise<string | undefined>

export interface TableExport {
  /** Asks where to, and writes the registrations of a selection there as a table. The file is whole or not there. Throws `disk-full`, `disk-refused`. */
  readonly write: (question: TableQuestion) => Promise<TableOutcome>
  /** Gives up what is being written; it leaves no file. */
  readonly stop: () => void
}

interface TableExportOptions {
  readonly drafts: Pick<Drafts, 'idsOf' | 'indexed' | 'open'>
  readonly fileSystem: FileSystem
  readonly whereTo: WhereTableGoes
  readonly now: () => Date
  readonly advanced: (done: number, of: number) => void
}

const AT_ONCE = 16

export function createTableExport({ drafts, fileSystem, whereTo, now, advanced }: TableExportOptions): TableExport {
  let stopping = new AbortController()

  async function collect({ selection, words }: TableQuestion, signal: AbortSignal): Promise<(readonly Cell[])[]> {
    const ids = await drafts.idsOf(selection)
    const known = new Map((await drafts.indexed()).map(({ row }) => [row.draftId, row]))
    const rows: (readonly Cell[])[] = []
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      signal.throwIfAborted()
      const some = ids.slice(from, from + AT_ONCE)
      const files = await Promise.all(some.map((id) => openIfReadable(drafts, id)))
      for (const [at, id] of some.entries()) {
        const row = known.get(id)
        if (row) rows.push(cellsOf(row, files[at]?.draft, words))
      }
      advanced(Math.min(from + AT_ONCE, ids.length), ids.length)
    }
    return rows
  }

  return {
    async write(question) {
      const { format, words } = question
      const path = await whereTo(`Parvis ${dayOf(now())}`, format)
      if (path === undefined) return { outcome: 'no-place' }
      stopping = new AbortController()
      const { signal } = stopping
      try {
        const table = { sheet: words.sheet, columns: headings(words), rows: await collect(question, signal) }
        const content = format === 'csv' ? writeCsv(table) : await writeXlsx(table, signal)
        signal.throwIfAborted()
        await writeDurably(fileSystem, path, content)
        return { outcome: 'saved', rows: table.rows.length }
      } catch (thrown) {
        if (signal.aborted) return { outcome: 'stopped' }
        throw thrown
      }
    },
    stop() {
      stopping.abort()
    },
  }
}
