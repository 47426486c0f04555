import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Menu } from 'electron'
import type { Locale } from '@shared/registration/locale'
import { exitCodeOf, writeReport, type Finding, type Protection, type ProtectionName } from '../kiosk/self-test/protections'
import { checkSystem, type SystemProbes } from '../kiosk/self-test/system-checks'
import type { KioskVisit } from './kiosk-visit'

interface SelfTestOptions {
  readonly visit: KioskVisit
  /** Ends the visit; resolves when it is erased. */
  readonly endVisit: () => Promise<void>
  readonly hasPin: boolean
  readonly profileFolder: string
  readonly policyFile: string
  readonly language: Locale
}

/** As long as a page takes to come up on a slow machine. */
const LONGEST_START_MS = 30_000

/** Says on standard output which protections of a kiosk hold on this machine. Gives the exit code. */
export async function runSelfTest({ visit, endVisit, hasPin, profileFolder, policyFile, language }: SelfTestOptions): Promise<number> {
  const own = await checkApp(visit, endVisit, profileFolder)
  const system = await checkSystem(systemProbes(profileFolder, policyFile))
  const protections = [...own, { layer: 'app', name: 'staff-pin', finding: hasPin ? 'holds' : 'open' } as const, ...system]
  process.stdout.write(writeReport(protections, language))
  return exitCodeOf(protections)
}

/** Tries it on a real visit: a word is typed and stored, keys are pressed, the visit is erased, and the word is looked for. */
async function checkApp({ window, session }: KioskVisit, endVisit: () => Promise<void>, profileFolder: string): Promise<readonly Protection[]> {
  const { webContents: contents } = window
  const isShown = new Promise<void>((resolve) => window.once('show', () => { resolve() }))
  if (!window.isVisible()) await Promise.race([isShown, pause(LONGEST_START_MS)])
  const canary = `Quetzalcoatlus${Date.now()}`
  window.close()
  const found: Partial<Record<ProtectionName, boolean>> = {
    'whole-screen': !window.isDestroyed() && window.isKiosk() && window.isAlwaysOnTop(),
    'no-menu': Menu.getApplicationMenu() === null,
    'in-memory': !session.isPersistent() && session.getStoragePath() === null,
  }
  contents.openDevTools()
  found['no-tools'] = !contents.isDevToolsOpened()
  await contents.executeJavaScript(`localStorage.setItem('canary', '${canary}'); window.heard = []; addEventListener('keydown', (event) => window.heard.push(event.key), true); 0`)
  for (const keyCode of ['F5', 'F11', 'F12', 'BrowserBack']) contents.sendInputEvent({ type: 'keyDown', keyCode })
  await pause(300)
  found['keys'] = (await contents.executeJavaScript('window.heard.length')) === 0
  await endVisit()
  found['forgets'] = !holdsWord(profileFolder, canary)
  return Object.entries(found).map(([name, isSo]) => ({ layer: 'app', name: name as ProtectionName, finding: (isSo ? 'holds' : 'open') satisfies Finding }))
}

function holdsWord(folder: string, word: string): boolean {
  const forms = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => {
      const bytes = orUndefined(() => readFileSync(join(entry.parentPath, entry.name)))
      return forms.some((form) => bytes?.includes(form))
    })
}

function systemProbes(profileFolder: string, policyFile: string): SystemProbes {
  return {
    profileFolder,
    policyFile,
    platform: process.platform,
    uid: process.getuid?.(),
    readText: (path) => orUndefined(() => readFileSync(path, 'utf8')),
    isThere: existsSync,
    isWritable: (path) => orUndefined(() => { accessSync(path, constants.W_OK); return true }) ?? false,
    fileSystemType: (path) => orUndefined(() => statfsSync(path).type),
    run: (program, args) => new Promise((resolve) => {
      execFile(program, args, { timeout: 10_000, windowsHide: true }, (failure, said) => { resolve(failure ? undefined : said) })
    }),
  }
}

function orUndefined<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}
