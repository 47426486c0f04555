import { existsSync } from 'node:fs'
import { app, ipcMain, nativeTheme, powerMonitor, session, type BrowserWindow } from 'electron'
import type { Locale } from '@shared/registration/locale'
import { tokenInArguments } from '../activation/argument-links'
import { createPendingActivation } from '../activation/pending-activation'
import { indexPaths } from '../drafts/index-paths'
import { serveContract } from '../ipc/serve-contract'
import { createTellWindow } from '../ipc/tell-window'
import { isTrustedFrame } from '../ipc/trusted-frame'
import { nodeFileSystem } from '../platform/file-system'
import { createLog } from '../platform/log'
import type { Paths } from '../platform/paths'
import { openSettings } from '../settings/settings-store'
import { setApplicationMenu } from '../window/application-menu'
import { guardSession, openMainWindow } from '../window/main-window'
import { BUILT_HOME, developmentHome } from '../window/window-origin'
import { closePolitely } from './close-politely'
import { createLeavingHold } from './leaving-hold'
import { chooseLanguage } from './language'
import type { Lifecycle, Start } from './lifecycle'
import type { OpenRooms } from './rooms'

export interface ComposeOptions extends Start {
  readonly paths: Paths
  /** Where the renderer is served from while it is being developed. */
  readonly developmentServer: string | undefined
}

/** Puts the rooms together. What the window does not need to appear is loaded after it has been asked for. */
export function compose({ switches, profile, paths, developmentServer }: ComposeOptions): Lifecycle {
  const home = developmentServer ? developmentHome(developmentServer) : BUILT_HOME
  const withDeveloperTools = !app.isPackaged
  const log = createLog(nodeFileSystem, paths.log)
  const settings = openSettings(nodeFileSystem, paths.settings)
  let window: BrowserWindow | undefined
  let rooms: Promise<OpenRooms> | undefined
  /** A choice that is made while Parvis runs is newer than its command line. */
  let chosenLanguage: Locale | undefined

  const tell = createTellWindow(() => window?.webContents)
  const leaving = createLeavingHold(() => { tell('leaving:asked', {}) })
  const pending = createPendingActivation(() => {
    tell('activation:arrived', {})
  })

  function language(): Locale {
    return chooseLanguage({ bySwitch: chosenLanguage ?? switches.language, bySetting: settings.current().language, bySystem: app.getPreferredSystemLanguages() })
  }

  function applySettings(): void {
    nativeTheme.themeSource = settings.current().theme
    setApplicationMenu({
      language: language(),
      theme: settings.current().theme,
      withDeveloperTools,
      choose: (command) => {
        tell('command:chosen', { command })
      },
    })
  }

  /** Opened by the page's first question. Any sooner, loading them would hold up the files that the page is waiting for. */
  function roomsBehind(): Promise<OpenRooms> {
    rooms ??= loadRooms()
    return rooms
  }

  async function loadRooms(): Promise<OpenRooms> {
    const { openKeeping } = await import('./keeping')
    const keeping = await openKeeping({ fileSystem: nodeFileSystem, paths, tell, log, language, isMemoryChosen: switches.vault === 'memory' })
    const { openRooms } = await import('./rooms')
    return openRooms({
      switches, profile, paths, settings, pending, keeping, tell, log, leaving,
      fileSystem: nodeFileSystem,
      language,
      window: () => window,
      applySettings: () => {
        chosenLanguage = settings.current().language
        applySettings()
      },
    })
  }

  function openWindow(): void {
    const opened = openMainWindow({
      home,
      preload: paths.preload,
      icon: paths.windowIcon,
      size: settings.current().windowSize,
      position: settings.current().windowPosition,
      isMaximised: settings.current().isMaximised ?? false,
      withDeveloperTools,
      language,
      report: () => {
        log.write('window-gone')
      },
    })
    window = opened
    closePolitely(opened, {
      mayLeave: leaving.mayLeave,
      askToFlush: () => {
        tell('flush:asked', {})
      },
      async settle() {
        const { width, height, x, y } = opened.getNormalBounds()
        const bounds = { windowSize: { width, height }, windowPosition: { x, y }, isMaximised: opened.isMaximized() }
        await Promise.all([settings.change(bounds).catch(() => undefined), rooms?.then((open) => open.settle())])
      },
    })
    opened.once('closed', () => {
      window = undefined
    })
  }

  function bringForward(): void {
    if (!window) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  function takeLinks(links: readonly string[]): void {
    const token = tokenInArguments(links)
    if (token !== undefined) pending.hold(token)
  }

  return {
    start() {
      applySettings()
      guardSession(session.defaultSession, paths.renderer, () => ({
        language: language(),
        theme: settings.current().theme,
        profile: profile.profile,
        hasRegistrations: existsSync(indexPaths(paths.drafts).path),
      }))
      serveContract({
        ipcMain,
        handlers: async () => (await roomsBehind()).handlers,
        isTrustedFrame: (frame) => isTrustedFrame(frame, window?.webContents, home.origin),
        report: (operation, { code }) => {
          log.write('operation-failed', { operation, code })
        },
      })
      takeLinks(process.argv)
      openWindow()
      powerMonitor.on('suspend', () => {
        tell('flush:asked', {})
      })
    },
    startedAgain(links) {
      takeLinks(links)
      bringForward()
    },
    linkOpened(link) {
      takeLinks([link])
      bringForward()
    },
    windowWanted() {
      if (window) bringForward()
      else openWindow()
    },
    stop: async () => (await rooms)?.close(),
  }
}
