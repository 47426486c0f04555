import type { Handlers } from '@shared/ipc/contract'
import type { TableExport } from '../export/table-export'

type ExportHandlers = Pick<Handlers, 'export:table' | 'export:stop'>

/** The list as a table for a spreadsheet. The path stays on this side. */
export function createExportHandlers(tables: TableExport): ExportHandlers {
  return {
    'export:table': (question) => tables.write(question),
    async 'export:stop'() {
      tables.stop()
      return {}
    },
  }
}
