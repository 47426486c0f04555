import { join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { Locale } from '@shared/registration/locale'
import type { WhereTo } from '../account/save-export'
import type { FileDialogs } from '../exchange/exchange'
import type { WhereTableGoes } from '../export/table-export'
import type { SpreadsheetDialogs } from '../spreadsheet/spreadsheet-desk'
import { NATIVE_WORDS, type NativeWords } from './native-words'

const EXTENSION = 'parvis-drafts'

export interface FileDialogOptions {
  readonly window: () => BrowserWindow | undefined
  readonly language: () => Locale
}

interface Place {
  readonly title: string
  readonly suggestedName: string
  /** The kind of file, in words. */
  readonly kind: string
  readonly extension: string
}

/** The system's own dialogs, over the window where there is one. */
export function createFileDialogs({ window, language }: FileDialogOptions): FileDialogs {
  const words = (): NativeWords => NATIVE_WORDS[language()]

  return {
    whereTo: (suggestedName) => askWhere(window(), { title: words().exportDrafts, suggestedName, kind: words().exportedDrafts, extension: EXTENSION }),

    async whichFile() {
      const filters = [{ name: words().exportedDrafts, extensions: [EXTENSION] }]
      const options = { title: words().importDrafts, defaultPath: app.getPath('documents'), filters, properties: ['openFile' as const] }
      const over = window()
      const { canceled, filePaths } = await (over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options))
      return canceled ? undefined : filePaths[0]
    },
  }
}

/** The system's dialog for where exported data of an account go. `undefined`: the person thought better of it. */
export function askWhereDataGo({ window, language }: FileDialogOptions): WhereTo {
  return (suggestedName) => askWhere(window(), { title: NATIVE_WORDS[language()].exportData, suggestedName, kind: 'JSON', extension: 'json' })
}

/** The system's dialog for where a table goes. */
export function askWhereTableGoes({ window, language }: FileDialogOptions): WhereTableGoes {
  return (suggestedName, format) => {
    const { saveTable, tableKinds } = NATIVE_WORDS[language()]
    return askWhere(window(), { title: saveTable, suggestedName, kind: tableKinds[format], extension: format })
  }
}

/** The system's dialogs for a spreadsheet that is imported, and for the template of one. */
export function createSpreadsheetDialogs({ window, language }: FileDialogOptions): SpreadsheetDialogs {
  return {
    async whichFile() {
      const words = NATIVE_WORDS[language()]
      const filters = [{ name: words.spreadsheets, extensions: ['csv', 'txt', 'tsv', 'xlsx', 'xlsm'] }, { name: words.allFiles, extensions: ['*'] }]
      const options = { title: words.importSpreadsheet, defaultPath: app.getPath('documents'), filters, properties: ['openFile' as const] }
      const over = window()
      const { canceled, filePaths } = await (over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options))
      return canceled ? undefined : filePaths[0]
    },

    whereTemplateGoes(kind) {
      const { saveTemplate, templateName, spreadsheets } = NATIVE_WORDS[language()]
      return askWhere(window(), { title: saveTemplate, suggestedName: templateName, kind: spreadsheets, extension: kind })
    },
  }
}

/** The system's dialog for where a paper goes as a PDF. */
export function askWherePaperGoes({ window, language }: FileDialogOptions): (suggestedName: string) => Promise<string | undefined> {
  return (suggestedName) => askWhere(window(), { title: NATIVE_WORDS[language()].savePdf, suggestedName, kind: 'PDF', extension: 'pdf' })
}

/** Not every desktop adds the ending of the filter by itself, and by it the file is found again. */
async function askWhere(over: BrowserWindow | undefined, { title, suggestedName, kind, extension }: Place): Promise<string | undefined> {
  const options = { title, defaultPath: join(app.getPath('documents'), withEnding(suggestedName, extension)), filters: [{ name: kind, extensions: [extension] }] }
  const { canceled, filePath } = await (over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? undefined : withEnding(filePath, extension)
}

function withEnding(name: string, extension: string): string {
  return name.toLowerCase().endsWith(`.${extension}`) ? name : `${name}.${extension}`
}
