import { rm } from 'node:fs/promises'
import { app, type BrowserWindow } from 'electron'
import type { Locale } from '@shared/registration/locale'
import type { Credentials } from '../credentials/credentials'
import type { Drafts } from '../drafts/drafts'
import { createExchange } from '../exchange/exchange'
import type { TellWindow } from '../ipc/tell-window'
import { systemClock } from '../platform/clock'
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
import { createFileDialogs, createSpreadsheetDialogs } from '../window/file-dialogs'
import { createExchangeHandlers } from './exchange-handlers'
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

type DataHandlers = ReturnType<typeof createExchangeHandlers> & ReturnType<typeof createRetentionHandlers> & SpreadsheetHandlers

interface DataRooms {
  readonly handlers: DataHandlers
  readonly retention: Retention
  readonly close: () => Promise<void>
}

/** Export and import, age and erasure: what happens to drafts as a whole. */
export function createDataRooms(options: DataRoomOptions): DataRooms {
  const { drafts, safe, credentials, settings, fileSystem, paths, tell, language, window, clockSkew, closeRooms } = options
  const exchange = createExchange({
    drafts,
    fileSystem,
    dialogs: createFileDialogs({ window, language }),
    randomness: systemRandomness,
    now: systemClock.now,
    advanced: (done, of) => {
      tell('exchange:advanced', { done, of })
    },
  })
  const spreadsheets = createSpreadsheetDesk({
    drafts, settings, fileSystem,
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
    handlers: { ...createExchangeHandlers(exchange), ...createRetentionHandlers({ retention, data, relaunch }), ...createSpreadsheetHandlers(spreadsheets) },
    retention,
    close: spreadsheets.end,
  }
}
