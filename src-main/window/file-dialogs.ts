import { join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { Locale } from '@shared/registration/locale'
import type { WhereTo } from '../account/save-export'
import type { FileDialogs } from '../exchange/exchange'
import type { SpreadsheetDialogs } from '../spreadsheet/spreadsheet-desk'
import { NATIVE_WORDS } from './native-words'

const EXTENSION = 'parvis-drafts'

interface FileDialogOptions {
  readonly window: () => BrowserWindow | undefined
  readonly language: () => Locale
}

/** The system's own dialogs, over the window where there is one. */
export function createFileDialogs({ window, language }: FileDialogOptions): FileDialogs {
  const filters = () => [{ name: NATIVE_WORDS[language()].exportedDrafts, extensions: [EXTENSION] }]

  return {
    async whereTo(suggestedName) {
      const options = { title: NATIVE_WORDS[language()].exportDrafts, defaultPath: join(app.getPath('documents'), suggestedName), filters: filters() }
      const over = window()
      const { canceled, filePath } = await (over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options))
      if (canceled || filePath === '') return undefined
      // Not every desktop adds the ending of the filter by itself, and without it the file is not offered for import.
      return filePath.endsWith(`.${EXTENSION}`) ? filePath : `${filePath}.${EXTENSION}`
    },

    async whichFile() {
      const options = { title: NATIVE_WORDS[language()].importDrafts, defaultPath: app.getPath('documents'), filters: filters(), properties: ['openFile' as const] }
      const over = window()
      const { canceled, filePaths } = await (over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options))
      return canceled ? undefined : filePaths[0]
    },
  }
}

/** The system's dialog for where exported data of an account go. `undefined`: the person thought better of it. */
export function askWhereDataGo({ window, language }: FileDialogOptions): WhereTo {
  return async (suggestedName) => {
    const options = {
      title: NATIVE_WORDS[language()].exportData,
      defaultPath: join(app.getPath('documents'), suggestedName),
      filters: [{ name: 'JSON', extensions: ['json'] }],
    }
    const over = window()
    const { canceled, filePath } = await (over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options))
    return canceled || filePath === '' ? undefined : filePath
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

    async whereTemplateGoes(kind) {
      const words = NATIVE_WORDS[language()]
      const options = { title: words.saveTemplate, defaultPath: join(app.getPath('documents'), `${words.templateName}.${kind}`), filters: [{ name: words.spreadsheets, extensions: [kind] }] }
      const over = window()
      const { canceled, filePath } = await (over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options))
      if (canceled || filePath === '') return undefined
      return filePath.toLowerCase().endsWith(`.${kind}`) ? filePath : `${filePath}.${kind}`
    },
  }
}
