import { BaseWindow, BrowserWindow, nativeTheme, screen, type Display, type Session } from 'electron'
import { isAllowedKey, isStaffChord } from '../kiosk/allowed-keys'
import type { EndOfVisit } from '../kiosk/visits'
import { guardNavigation } from './navigation-guard'
import { PAPER } from './paper'
import { WEB_PREFERENCES } from './web-preferences'
import type { WindowHome } from './window-origin'

interface KioskWindowOptions {
  readonly home: WindowHome
  readonly preload: string
  readonly icon: string
  /** In memory, and of this visit alone. */
  readonly session: Session
  /** A key or a touch. */
  readonly touched: () => void
  readonly staffAsked: () => void
  /** Whether Parvis itself is being closed, by its staff or by the system. */
  readonly isQuitting: () => boolean
  /** Something happened after which nothing of this visit may be shown any more. */
  readonly end: (why: EndOfVisit) => void
}

/** What a finger or a mouse does on purpose. One that is moved by a passer-by's elbow says nothing. */
const TOUCHES: readonly string[] = ['mouseDown', 'mouseWheel', 'touchStart', 'gestureTap', 'gestureScrollBegin']

/** The one window of a visit: the whole screen, without an edge, in front of everything, and nothing in it but the page. */
export function openKioskWindow({ home, preload, icon, session, touched, staffAsked, isQuitting, end }: KioskWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...screen.getPrimaryDisplay().bounds,
    kiosk: true,
    frame: false,
    minimizable: false,
    maximizable: false,
    movable: false,
    closable: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    show: false,
    title: 'Parvis',
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: { ...WEB_PREFERENCES, preload, session, devTools: false },
  })
  const { webContents: contents } = window
  guardNavigation(contents, home, false)
  guardInput(window, touched, staffAsked)

  // Else only `destroy` takes it away, and only the erasing of the visit calls that.
  window.on('close', (event) => {
    if (!isQuitting()) event.preventDefault()
  })
  window.on('minimize', () => { window.restore() })
  window.on('leave-full-screen', () => { window.setKiosk(true) })
  contents.on('devtools-opened', () => { end('tampered') })
  contents.on('render-process-gone', () => { end('crashed') })
  window.once('ready-to-show', () => {
    window.setAlwaysOnTop(true, 'screen-saver')
    window.show()
    window.moveTop()
    window.focus()
  })
  void window.loadURL(home.url)
  return window
}

function guardInput({ webContents: contents }: BrowserWindow, touched: () => void, staffAsked: () => void): void {
  contents.on('before-input-event', (event, input) => {
    if (input.type === 'keyDown' && isStaffChord(input)) staffAsked()
    if (isAllowedKey(input)) touched()
    else event.preventDefault()
  })
  contents.on('input-event', (_event, { type }) => {
    if (TOUCHES.includes(type)) touched()
  })
  contents.on('context-menu', (event) => { event.preventDefault() })
  contents.on('did-finish-load', () => void contents.setVisualZoomLevelLimits(1, 1))
  contents.on('zoom-changed', (event) => { event.preventDefault() })
  // A mouse has keys for *back* and *forward*: there is nothing behind, and nothing before.
  contents.on('did-navigate-in-page', () => { contents.navigationHistory.clear() })
}

/**
 * Covers every display with a blank window, also under the kiosk's own, so that the desktop is not seen between two visits;
 * follows displays that come and go. Resolved by `uncover`.
 */
export function coverDisplays(): () => void {
  const covers = new Map<number, BaseWindow>()

  function cover({ id, bounds }: Display): void {
    const window = new BaseWindow({
      ...bounds, frame: false, focusable: false, minimizable: false, maximizable: false, movable: false, closable: false,
      skipTaskbar: true, alwaysOnTop: true, show: false, backgroundColor: PAPER.dark, title: 'Parvis',
    })
    window.setBounds(bounds)
    window.showInactive()
    covers.set(id, window)
  }

  function follow(): void {
    const displays = screen.getAllDisplays()
    for (const display of displays) {
      const covered = covers.get(display.id)
      if (covered) covered.setBounds(display.bounds)
      else cover(display)
    }
    for (const [id, window] of covers) {
      if (displays.some((display) => display.id === id)) continue
      covers.delete(id)
      window.destroy()
    }
  }

  follow()
  const events = ['display-added', 'display-removed', 'display-metrics-changed'] as const
  for (const event of events) screen.on(event as 'display-added', follow)
  return () => {
    for (const event of events) screen.off(event as 'display-added', follow)
    for (const window of covers.values()) window.destroy()
    covers.clear()
  }
}
