import { resolve } from 'node:path'
import { app, dialog, protocol } from 'electron'
import { APP_SCHEME_PRIVILEGES } from '../window/app-scheme'
import { chooseProfile, PolicyError, policyPath, readPolicy, type ChosenProfile } from './policy'
import { policyErrorWords } from './policy-words'
import { readSwitches, refusedSwitches, type Switches } from './switches'

/** The configuration was refused (sysexits.h EX_CONFIG), as the service says it too. */
const EXIT_CONFIGURATION = 78
const DEEP_LINK_SCHEME = 'parvis'
/** What a child that does not end may hold up a person who quits. */
const LONGEST_STOP_MS = 5000

export interface Lifecycle {
  /** Electron is ready: open the window. */
  readonly start: () => void
  /** Another start of the same profile; `links` are its arguments that look like activation links. */
  readonly startedAgain: (links: readonly string[]) => void
  /** A link that the operating system handed over (macOS). */
  readonly linkOpened: (link: string) => void
  /** The dock or task bar asked for a window when none may be open. */
  readonly windowWanted: () => void
  /** Resolves when the application can end: children stopped, everything written. */
  readonly stop: () => Promise<void>
}

/** How this run was asked for. */
export interface Start {
  readonly switches: Switches
  readonly profile: ChosenProfile
}

/** What must be decided before Electron is ready. `undefined` when this process ends without a window, having said why. */
export function prepareProcess(): Start | undefined {
  const { commandLine, isPackaged } = app
  const refused = refusedSwitches(commandLine, isPackaged)
  if (refused.length > 0) return refuse(`Parvis does not start with: ${refused.map((name) => `--${name}`).join(', ')}`)
  let switches: Switches
  try {
    switches = readSwitches(commandLine, isPackaged)
  } catch (thrown) {
    return refuse(thrown instanceof Error ? thrown.message : 'A switch cannot be understood')
  }
  let profile: ChosenProfile
  try {
    profile = decideProfile(switches)
  } catch (thrown) {
    if (thrown instanceof PolicyError) return refusePolicy(thrown)
    throw thrown
  }
  if (commandLine.hasSwitch('user-data-dir')) app.setPath('userData', resolve(commandLine.getSwitchValue('user-data-dir')))
  // enableSandbox() overrides --no-sandbox, without which no helper process of Chromium starts as root.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // On Linux the package's desktop entry says who opens our links; an unpackaged build would register the bare runtime.
  if (isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient(DEEP_LINK_SCHEME)
  protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES])
  return { switches, profile }
}

function decideProfile({ policyFile, profile: wanted }: Switches): ChosenProfile {
  const policy = policyFile === undefined ? readPolicy(policyPath(process.platform, process.env)) : readPolicy(resolve(policyFile), { mustExist: true })
  const chosen = chooseProfile(policy, wanted)
  if (wanted !== undefined && wanted !== chosen.profile) process.stderr.write(`--profile=${wanted} is overruled: the policy file says ${chosen.profile}\n`)
  return chosen
}

/** Whoever starts Parvis from a menu sees no standard error: a policy is told in a box as well. */
function refusePolicy(error: PolicyError): undefined {
  const words = policyErrorWords(error)
  process.stderr.write(`${words}\n`)
  void app.whenReady().then(() => {
    dialog.showErrorBox('Parvis', words)
    app.exit(EXIT_CONFIGURATION)
  })
}

function refuse(reason: string): undefined {
  process.stderr.write(`${reason}\n`)
  app.exit(EXIT_CONFIGURATION)
}

/** One instance a profile: a second one hands its links to the first and ends. */
export function runLifecycle(lifecycle: Lifecycle, linksOf: (argv: readonly string[]) => readonly string[]): void {
  // The arguments travel as data of our own: Chromium reorders and adds to those that it hands over itself.
  if (!app.requestSingleInstanceLock({ links: linksOf(process.argv) })) {
    app.quit()
    return
  }
  app.on('second-instance', (_event, argv, _folder, handedOver) => {
    lifecycle.startedAgain(linksOf(linksIn(handedOver) ?? argv))
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    lifecycle.linkOpened(link)
  })
  app.on('activate', lifecycle.windowWanted)
  app.on('window-all-closed', () => {
    app.quit()
  })
  stopBeforeQuit(lifecycle.stop)
  // Not awaited at the top level: an ES module that waits for ready there keeps Electron from becoming ready.
  void app.whenReady().then(lifecycle.start)
}

function linksIn(handedOver: unknown): readonly string[] | undefined {
  if (typeof handedOver !== 'object' || handedOver === null || !('links' in handedOver)) return undefined
  const { links } = handedOver
  return Array.isArray(links) ? links.filter((link) => typeof link === 'string') : undefined
}

function stopBeforeQuit(stop: () => Promise<void>): void {
  let stopped = false
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    const patience = new Promise((resolve) => setTimeout(resolve, LONGEST_STOP_MS))
    void Promise.race([stop(), patience]).finally(() => {
      stopped = true
      // In a turn of its own: while this event is being told, Electron takes a second request to quit for the first.
      setImmediate(() => {
        app.quit()
      })
    })
  })
}
