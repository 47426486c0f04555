import { app, ipcMain, Menu, nativeTheme, powerMonitor } from 'electron'
import { isAllowedAtKiosk } from '@shared/ipc/operation-names'
import { createStaffPin } from '../kiosk/staff-pin'
import { createVisits } from '../kiosk/visits'
import { serveContract } from '../ipc/serve-contract'
import { isTrustedFrame } from '../ipc/trusted-frame'
import { nodeFileSystem } from '../platform/file-system'
import { createLog } from '../platform/log'
import { systemTimers } from '../platform/timers'
import { forgetClipboard } from '../window/forget-clipboard'
import { coverDisplays } from '../window/kiosk-window'
import { BUILT_HOME, developmentHome } from '../window/window-origin'
import type { ComposeOptions } from './compose'
import { toLocale } from './language'
import { runSelfTest } from './kiosk-self-test'
import { openKioskVisit, type KioskVisit } from './kiosk-visit'
import type { Lifecycle } from './lifecycle'
import { policyPath } from './policy'

/** The self-test itself failed (sysexits.h EX_SOFTWARE). */
const EXIT_SOFTWARE = 70

/**
 * Parvis on a machine that everybody may walk up to: one visit after the other, each with a window, a session and rooms of
 * its own, in memory; nothing outlives it. Links that the system hands over are not taken: whose they are nobody knows.
 */
export function composeKiosk({ switches, profile, paths, developmentServer }: ComposeOptions): Lifecycle {
  const home = developmentServer ? developmentHome(developmentServer) : BUILT_HOME
  // The log holds words of closed lists and numbers; nothing of a visit can get into it.
  const log = createLog(nodeFileSystem, paths.log)
  const pin = createStaffPin({ hash: profile.kioskPinHash, timers: systemTimers })
  let current: KioskVisit | undefined
  let uncover = (): void => undefined
  let isQuitting = false

  const visits = createVisits({
    open(number) {
      log.write('kiosk-visit', { state: 'begun', count: number })
      forgetClipboard()
      const visit = openKioskVisit({
        number, home, log, switches, profile, paths,
        isQuitting: () => isQuitting,
        end: (why) => { visits.end(number, why) },
        async leave(typed) {
          await pin(typed)
          app.quit()
        },
      })
      current = visit
      return {
        async erase() {
          forgetClipboard()
          await visit.erase()
        },
      }
    },
    report: (state) => { log.write('kiosk-visit', { state }) },
  })

  async function selfTest(): Promise<void> {
    const code = await runSelfTest({
      visit: current!,
      endVisit: visits.close,
      hasPin: profile.kioskPinHash !== undefined,
      profileFolder: paths.profile,
      policyFile: switches.policyFile ?? policyPath(process.platform, process.env),
      language: switches.language ?? toLocale(app.getLocale()) ?? 'en',
    }).catch((thrown: unknown) => {
      process.stderr.write(`${String(thrown)}\n`)
      return EXIT_SOFTWARE
    })
    app.exit(code)
  }

  return {
    start() {
      Menu.setApplicationMenu(null)
      app.on('before-quit', () => { isQuitting = true })
      nativeTheme.themeSource = 'light'
      serveContract({
        ipcMain,
        handlers: async () => (await current!.rooms()).handlers,
        isTrustedFrame: (frame) => isTrustedFrame(frame, current?.contents(), home.origin),
        isAllowed: isAllowedAtKiosk,
        report: (operation, { code }) => { log.write('operation-failed', { operation, code }) },
      })
      uncover = coverDisplays()
      visits.start()
      if (switches.selfTest) void selfTest()
      powerMonitor.on('suspend', () => { visits.endCurrent('suspended') })
      powerMonitor.on('lock-screen', () => { visits.endCurrent('suspended') })
    },
    startedAgain: () => undefined,
    linkOpened: () => undefined,
    windowWanted: () => undefined,
    async stop() {
      await visits.close()
      uncover()
      await log.settle()
    },
  }
}
