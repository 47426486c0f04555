import { rm } from 'node:fs/promises'
import { app, type BrowserWindow } from 'electron'
import type { Locale } from '@shared/registration/locale'
import type { Credentials } from '../credentials/credentials'
import type { Drafts } from '../drafts/drafts'
import { createExchange } from '../exchange/exchange'
import { createTableExport } from '../export/table-export'
import type { TellWindow } from '../ipc/tell-window'
import { systemClock } from '../platform/clock'
import type { Papers } from '../papers/papers'
import type { FileSystem } from '../platform/file-system'
import type { Paths } from '../platform/paths'
import { systemRandomness } from '../platform/randomness'
import { USUAL_AGE_LIMIT } from '../retention/ageing'
import { createDataDesk } from '../retention/erase-data'
import { createNoticeFile } from '../retention/notice-file'
import { createRetention, type ClockSkew, type Retention } from '../retention/retention'
import type { DraftSafe } from '../safe/draft-safe'
import type { SettingsStore } from '../settings/settings-store'
import { createSpreadsheetDesk } from '../spreadsheet/spreadsheet-desk'
import { startImportWorker } from '../spreadsheet/start-import-worker'
import { askWherePaperGoes, askWhereTableGoes, createFileDialogs, createSpreadsheetDialogs } from '../window/file-dialogs'
import { createExchangeHandlers } from './exchange-handlers'
import { createExportHandlers } from './export-handlers'
import { createPaperHandlers } from './paper-handlers'
import { createRetentionHandlers } from './retention-handlers'
import { createSpreadsheetHandlers, type SpreadsheetHandlers } from './spreadsheet-handlers'

interface DataRoomOptions {
  readonly drafts: Drafts
  readonly safe: DraftSafe
  readonly credentials: Credentials
  readonly settings: SettingsStore
  readonly fileSystem: FileSystem
  readonly paths: Paths
  readonly tell: TellWindow
  readonly language: () => Locale
  readonly window: () => BrowserWindow | undefined
  readonly clockSkew: ClockSkew
  readonly closeRooms: () => Promise<void>
}

type ExchangeHandlers = ReturnType<typeof createExchangeHandlers> & ReturnType<typeof createExportHandlers> & ReturnType<typeof createPaperHandlers>
type DataHandlers = ExchangeHandlers & ReturnType<typeof createRetentionHandlers> & SpreadsheetHandlers

interface DataRooms {
  readonly handlers: DataHandlers
  readonly retention: Retention
  readonly close: () => Promise<void>
}

/** Export and import, tables and papers, age and erasure: what happens to drafts as a whole. */
export function createDataRooms(options: DataRoomOptions): DataRooms {
  const { drafts, safe, credentials, settings, fileSystem, paths, tell, language, window, clockSkew, closeRooms } = options
  const advanced = (done: number, of: number): void => {
    tell('exchange:advanced', { done, of })
  }
  const shared = { drafts, fileSystem, now: systemClock.now, advanced }
  const exchange = createExchange({ ...shared, dialogs: createFileDialogs({ window, language }), randomness: systemRandomness })
  const tables = createTableExport({ ...shared, whereTo: askWhereTableGoes({ window, language }) })
  async function openPapers(): Promise<Papers> {
    const [{ createPapers }, { openPress }] = await Promise.all([import('../papers/papers'), import('../window/paper-press')])
    return createPapers({ ...shared, press: openPress(paths.renderer), whereTo: askWherePaperGoes({ window, language }) })
  }
  const spreadsheets = createSpreadsheetDesk({
    drafts, settings,
    fileSystem,
    dialogs: createSpreadsheetDialogs({ window, language }),
    randomness: systemRandomness,
    startWorker: () => startImportWorker(paths.importWorker),
    advanced: (progress) => {
      tell('spreadsheet:advanced', progress)
    },
  })
  const retention = createRetention({
    drafts,
    notices: createNoticeFile(fileSystem, paths.retention),
    limit: () => settings.current().ageLimitDays ?? USUAL_AGE_LIMIT,
    now: systemClock.now,
    clockSkew,
  })
  const data = createDataDesk({
    paths, drafts, safe, credentials, closeRooms,
    fileSystem,
    removeAll: (path) => rm(path, { recursive: true, force: true, maxRetries: 5 }),
  })
  function relaunch(): void {
    app.relaunch()
    // Not `quit`: closing politely would write the settings once more.
    app.exit(0)
  }
  return {
    handlers: {
      ...createExchangeHandlers(exchange),
      ...createExportHandlers(tables),
      ...createPaperHandlers(openPapers),
      ...createRetentionHandlers({ retention, data, relaunch }),
      ...createSpreadsheetHandlers(spreadsheets),
    },
    retention,
    close: spreadsheets.end,
  }
}
