import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Locale } from '@shared/registration/locale'
import { NATIVE_WORDS } from './native-words'

interface MenuOptions {
  readonly language: Locale
  /** Only unpackaged builds offer the developer tools. */
  readonly withDeveloperTools: boolean
}

/** Sets the menu bar in the language of the window; called again when the person changes it. */
export function setApplicationMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))
}

export function menuTemplate({ language, withDeveloperTools }: MenuOptions): MenuItemConstructorOptions[] {
  const words = NATIVE_WORDS[language]
  const developer: MenuItemConstructorOptions[] = withDeveloperTools
    ? [{ type: 'separator' }, { role: 'toggleDevTools', label: words.developer }]
    : []
  return [
    { label: words.file, submenu: [{ role: 'quit', label: words.quit }] },
    { label: words.edit, submenu: editItems(language) },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.resetZoom },
        { type: 'separator' },
        { role: 'togglefullscreen', label: words.fullScreen },
        ...developer,
      ],
    },
  ]
}

/** The editing commands, as the menu bar and the context menu of a field both show them. */
export function editItems(language: Locale): MenuItemConstructorOptions[] {
  const words = NATIVE_WORDS[language]
  return [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { type: 'separator' },
    { role: 'selectAll', label: words.selectAll },
  ]
}
