import { BrowserWindow, nativeTheme, screen, type Session } from 'electron'
import type { Locale } from '@shared/registration/locale'
import type { WindowPosition, WindowSize } from '../settings/window-bounds'
import { serveBuiltWindow } from './app-scheme'
import { offerContextMenu } from './context-menu'
import type { Dress } from './dress-document'
import { refuseDownloads } from './download-guard'
import { guardNavigation } from './navigation-guard'
import { PAPER } from './paper'
import { refusePermissions } from './permission-guard'
import { placeWindow } from './place-window'
import { recoverPage } from './recover-page'
import { WEB_PREFERENCES } from './web-preferences'
import { BUILT_HOME, type WindowHome } from './window-origin'

interface MainWindowOptions {
  readonly home: WindowHome
  readonly preload: string
  readonly icon: string
  readonly size: WindowSize
  /** Where it was when it was last closed. */
  readonly position: WindowPosition | undefined
  readonly isMaximised: boolean
  readonly withDeveloperTools: boolean
  readonly language: () => Locale
  /** Told when the page's process has died. */
  readonly report: () => void
}

/** Every guard that belongs to a session; set once, before a window of it exists. */
export function guardSession(session: Session, rendererFolder: string, dress: () => Dress): void {
  refusePermissions(session)
  refuseDownloads(session)
  serveBuiltWindow(session, rendererFolder, dress)
}

/** Opens the guarded window. It shows itself with its first painted frame. */
export function openMainWindow({ home, preload, icon, size, position, isMaximised, withDeveloperTools, language, report }: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    // Only a position has to be compared with the screens: a first start asks nothing of them.
    ...placeWindow(size, position, position ? screen.getAllDisplays().map(({ workArea }) => workArea) : []),
    minWidth: 320,
    minHeight: 480,
    show: false,
    title: 'Parvis',
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: { ...WEB_PREFERENCES, preload, devTools: withDeveloperTools },
  })
  guardNavigation(window.webContents, home, home !== BUILT_HOME)
  recoverPage(window.webContents, { home, report })
  offerContextMenu(window.webContents, language)
  window.once('ready-to-show', () => {
    if (isMaximised) window.maximize()
    window.show()
  })
  void window.loadURL(home.url)
  return window
}
