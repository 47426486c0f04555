import { session as sessions, type BrowserWindow, type Session, type WebContents } from 'electron'
import type { Locale } from '@shared/registration/locale'
import { createPendingActivation } from '../activation/pending-activation'
import { createTellWindow } from '../ipc/tell-window'
import { forgetSession } from '../kiosk/forget-session'
import { createIdleWatch } from '../kiosk/idle-watch'
import type { EndOfVisit, Visit } from '../kiosk/visits'
import type { Log } from '../platform/log'
import { createMemoryFileSystem } from '../platform/memory-file-system'
import type { Paths } from '../platform/paths'
import { systemTimers } from '../platform/timers'
import { openSettings } from '../settings/settings-store'
import { openKioskWindow } from '../window/kiosk-window'
import { guardSession } from '../window/main-window'
import type { WindowHome } from '../window/window-origin'
import { chooseLanguage } from './language'
import { createLeavingHold } from './leaving-hold'
import type { Start } from './lifecycle'
import type { OpenRooms } from './rooms'

interface KioskVisitOptions extends Start {
  readonly number: number
  readonly home: WindowHome
  readonly paths: Paths
  readonly log: Log
  readonly isQuitting: () => boolean
  readonly end: (why: EndOfVisit) => void
  readonly leave: (pin: string) => Promise<void>
}

export interface KioskVisit extends Visit {
  readonly rooms: () => Promise<OpenRooms>
  readonly contents: () => WebContents | undefined
  readonly window: BrowserWindow
  readonly session: Session
}

/** The database of the practice service: forgotten with its process. */
const IN_MEMORY = 'memory://'

/** Opens the window of a visit, and, at its first question, rooms that keep everything in memory. */
export function openKioskVisit({ number, home, switches, profile, paths, log, isQuitting, end, leave }: KioskVisitOptions): KioskVisit {
  const fileSystem = createMemoryFileSystem()
  const settings = openSettings(fileSystem, paths.settings)
  // No `persist:`, no cache: what is in it is in memory, and nobody gets this partition again.
  const session = sessions.fromPartition(`kiosk-${number}`, { cache: false })
  session.setSpellCheckerEnabled(false)
  guardSession(session, paths.renderer, () => ({ language: language(), theme: settings.current().theme, profile: 'kiosk', hasRegistrations: false }))
  let opened: Promise<OpenRooms> | undefined

  function language(): Locale {
    return chooseLanguage({ bySwitch: settings.current().language ?? switches.language, bySetting: undefined, bySystem: ['fr'] })
  }

  const contents = (): WebContents | undefined => (window.isDestroyed() ? undefined : window.webContents)
  const tell = createTellWindow(contents)
  const idle = createIdleWatch({
    timers: systemTimers,
    ask: (secondsLeft) => { tell('kiosk:idle', { secondsLeft }) },
    answered: () => { tell('kiosk:idle', {}) },
    over: () => { end('idle') },
  })
  const window = openKioskWindow({
    home,
    preload: paths.preload,
    icon: paths.windowIcon,
    session,
    touched: idle.touched,
    staffAsked: () => { tell('kiosk:staff-asked', {}) },
    isQuitting,
    end,
  })

  async function loadRooms(): Promise<OpenRooms> {
    const [{ openKeeping }, { openRooms }] = await Promise.all([import('./keeping'), import('./rooms')])
    const keeping = await openKeeping({ fileSystem, paths, tell, log, language, isMemoryChosen: true })
    return openRooms({
      switches, profile, settings, keeping, tell, log, language, fileSystem,
      paths: { ...paths, practiceData: IN_MEMORY },
      pending: createPendingActivation(() => undefined),
      window: () => window,
      // Nobody is asked before a visit ends.
      leaving: createLeavingHold(() => undefined),
      applySettings: () => undefined,
      kiosk: { stay: idle.stay, finish: () => { end('finished') }, leave },
    })
  }

  return {
    rooms: () => (opened ??= loadRooms()),
    contents,
    window,
    session,
    async erase() {
      idle.stop()
      window.destroy()
      await Promise.all([forgetSession(session), opened?.then((rooms) => rooms.close()), forgetSession(sessions.fromPartition('service', { cache: false }))])
      session.protocol.unregisterProtocol('app')
    },
  }
}
