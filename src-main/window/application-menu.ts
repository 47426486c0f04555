import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { CommandName } from '@shared/ipc/command-names'
import type { Theme } from '@shared/ipc/descriptions'
import type { Locale } from '@shared/registration/locale'
import { NATIVE_WORDS } from './native-words'

export interface MenuOptions {
  readonly language: Locale
  readonly theme: Theme
  /** Tells the window what was chosen; it acts as for its own buttons and keys. */
  readonly choose: (command: CommandName) => void
  /** Only unpackaged builds offer the developer tools. */
  readonly withDeveloperTools: boolean
  readonly platform?: NodeJS.Platform
}

/** Each language under its own name: whoever looks for it reads no other. */
const LANGUAGES = { fr: 'Français', en: 'English' } as const satisfies Record<Locale, string>

/** Sets the menu bar in the language of the window; called again when language or appearance change. */
export function setApplicationMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))
}

export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { language, choose, platform = process.platform } = options
  const words = NATIVE_WORDS[language]
  const about: MenuItemConstructorOptions = { label: words.about, click: () => { choose('show-about') } }
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit }
  const isMac = platform === 'darwin'
  return [
    // macOS takes the first menu for that of the application itself.
    ...(isMac ? [{ label: 'Parvis', submenu: [about, { type: 'separator' as const }, quit] }] : []),
    {
      label: words.file,
      submenu: [
        commandItem(words.createAccount, 'CmdOrCtrl+N', () => { choose('create-account') }),
        commandItem(words.enterLink, 'CmdOrCtrl+L', () => { choose('enter-link') }),
        { label: words.importList, click: () => { choose('import-list') } },
        { type: 'separator' },
        { label: words.yourData, click: () => { choose('show-data') } },
        ...(isMac ? [] : [{ type: 'separator' as const }, quit]),
      ],
    },
    { label: words.edit, submenu: editItems(language) },
    { label: words.view, submenu: viewItems(options) },
    {
      label: words.help,
      role: 'help',
      submenu: [
        commandItem(words.showHelp, 'F1', () => { choose('show-help') }),
        commandItem(words.shortcuts, 'CmdOrCtrl+/', () => { choose('show-shortcuts') }),
        ...(isMac ? [] : [{ type: 'separator' as const }, about]),
      ],
    },
  ]
}

/** The key is shown, and heard by the page: it alone knows whether a text field or a dialog wants it. */
function commandItem(label: string, accelerator: string, click: () => void): MenuItemConstructorOptions {
  return { label, accelerator, registerAccelerator: false, click }
}

function viewItems({ language, theme, choose, withDeveloperTools }: MenuOptions): MenuItemConstructorOptions[] {
  const words = NATIVE_WORDS[language]
  const looks = (['light', 'dark', 'system'] as const).map((look): MenuItemConstructorOptions => ({
    type: 'radio', label: words[look], checked: look === theme, click: () => { choose(`theme-${look}`) },
  }))
  const languages = (['fr', 'en'] as const).map((one): MenuItemConstructorOptions => ({
    type: 'radio', label: LANGUAGES[one], checked: one === language, click: () => { choose(`language-${one}`) },
  }))
  return [
    { role: 'zoomIn', label: words.zoomIn },
    // Where + needs Shift, the key without it means the same.
    { role: 'zoomIn', label: words.zoomIn, accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
    { role: 'zoomOut', label: words.zoomOut },
    { role: 'resetZoom', label: words.resetZoom },
    { role: 'togglefullscreen', label: words.fullScreen },
    { type: 'separator' },
    { label: words.appearance, submenu: looks },
    { label: words.language, submenu: languages },
    ...(withDeveloperTools ? [{ type: 'separator' as const }, { role: 'toggleDevTools' as const, label: words.developer }] : []),
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
