import { BrowserWindow, Menu, type WebContents } from 'electron'
import type { Locale } from '@shared/registration/locale'
import { editItems } from './application-menu'
import { NATIVE_WORDS } from './native-words'

/** Editing commands on a field, *Copy* on selected text, nothing elsewhere. */
export function offerContextMenu(contents: WebContents, language: () => Locale): void {
  contents.on('context-menu', (_event, { isEditable, selectionText }) => {
    const copy = { role: 'copy' as const, label: NATIVE_WORDS[language()].copy }
    const items = isEditable ? editItems(language()) : selectionText.trim() === '' ? [] : [copy]
    const window = BrowserWindow.fromWebContents(contents)
    if (items.length > 0 && window) Menu.buildFromTemplate(items).popup({ window })
  })
}
