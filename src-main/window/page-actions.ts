import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, clipboard, dialog, type BrowserWindow } from 'electron'
import { AppError } from '@shared/errors/app-error'
import { toDiskError } from '../platform/durable-file'

/** Opens the system's print dialog for the page. A person who closes it has not failed at anything. */
export async function printPage(window: BrowserWindow): Promise<void> {
  const reason = await new Promise<string>((resolve) => {
    window.webContents.print({ printBackground: true }, (isPrinted, why) => {
      resolve(isPrinted ? '' : why)
    })
  })
  if (reason !== '' && !/cancel/i.test(reason)) throw new AppError('page-not-printed', 'The page could not be printed')
}

/** Asks where to, and writes the page there. False when the person thought better of it. */
export async function savePageAsPdf(window: BrowserWindow, suggestedName: string): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), `${plainName(suggestedName)}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  if (canceled || filePath === '') return false
  const pdf = await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true }).catch((thrown: unknown) => {
    throw new AppError('page-not-printed', 'The page could not be turned into a PDF', { cause: thrown })
  })
  await writeFile(filePath, pdf).catch((thrown: unknown) => {
    throw toDiskError(thrown)
  })
  return true
}

export function copyText(text: string): void {
  clipboard.writeText(text)
}

/** A name that is one on every file system, and no path. */
function plainName(text: string): string {
  const name = text.normalize('NFC').replace(/[^\p{L}\p{N} ._-]/gu, '-').replace(/^[.\s-]+/, '').slice(0, 80).trim()
  return name === '' ? 'Parvis' : name
}
