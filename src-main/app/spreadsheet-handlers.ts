import type { Handlers } from '@shared/ipc/contract'
import type { SpreadsheetOperationName } from '@shared/ipc/operation-names'
import type { SpreadsheetDesk } from '../spreadsheet/spreadsheet-desk'

export type SpreadsheetHandlers = Pick<Handlers, SpreadsheetOperationName>

/** Drafts from a spreadsheet. Paths stay on this side, and what is in the file with the thread that reads it. */
export function createSpreadsheetHandlers(desk: SpreadsheetDesk): SpreadsheetHandlers {
  return {
    'spreadsheet:save-template': async ({ kind, language }) => ({ saved: await desk.saveTemplate(kind, language) }),
    async 'spreadsheet:choose'() {
      const file = await desk.choose()
      return file ? { file } : {}
    },
    'spreadsheet:look': ({ importId, reading }) => desk.look(importId, reading),
    async 'spreadsheet:check'({ importId, mapping }) {
      const summary = await desk.check(importId, mapping)
      return summary ? { summary } : {}
    },
    async 'spreadsheet:stop'({ importId }) {
      await desk.stop(importId)
      return {}
    },
    'spreadsheet:rows': ({ importId, wanted }) => desk.ask(importId, 'rows', wanted),
    'spreadsheet:change': async ({ importId, changes }) => ({ summary: await desk.ask(importId, 'change', changes) }),
    'spreadsheet:fill': async ({ importId, ...what }) => ({ summary: await desk.ask(importId, 'fill', what) }),
    'spreadsheet:accept-mends': async ({ importId, ...of }) => ({ summary: await desk.ask(importId, 'acceptMends', of) }),
    'spreadsheet:leave-out': async ({ importId, rows, isLeftOut }) => ({ summary: await desk.ask(importId, 'leaveOut', rows, isLeftOut) }),
    'spreadsheet:undo': async ({ importId }) => ({ summary: await desk.ask(importId, 'undo') }),
    'spreadsheet:redo': async ({ importId }) => ({ summary: await desk.ask(importId, 'redo') }),
    async 'spreadsheet:make-drafts'({ importId, only, locale }) {
      const batch = await desk.makeDrafts(importId, only, locale)
      return batch ? { batch } : {}
    },
    'spreadsheet:take-back': ({ batchId }) => desk.takeBack(batchId),
    async 'spreadsheet:close'({ importId }) {
      await desk.close(importId)
      return {}
    },
  }
}
