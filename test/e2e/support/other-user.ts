import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { electronPath } from './electron-path'
import type { LaunchOptions } from './launch-parvis'

/** Nobody, as the system calls whom nothing belongs to. */
const UID = 65_534

/** Somebody else on this computer: with a session bus, a keychain and folders of their own; as root under a user id of their own, too. */
export interface OtherUser {
  readonly home: string
  /** What a start of Parvis as this user needs. */
  readonly launch: Partial<LaunchOptions>
  /** A copy that belongs to this user. */
  readonly giveCopy: (from: string, name: string) => string
  readonly leave: () => void
}

const isRoot = process.getuid?.() === 0
const asOther = (command: readonly string[]): readonly string[] => (isRoot ? ['setpriv', `--reuid=${UID}`, `--regid=${UID}`, '--clear-groups', ...command] : command)

export async function openOtherUser(): Promise<OtherUser> {
  const home = mkdtempSync(join(tmpdir(), 'parvis-other-'))
  const own = (path: string): void => {
    if (isRoot) execFileSync('chown', ['-R', `${UID}:${UID}`, path])
  }
  const folders = Object.fromEntries(['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR'].map((kind) => [kind, join(home, kind)]))
  for (const folder of Object.values(folders)) mkdirSync(folder, { mode: 0o700 })
  const authority = process.env['XAUTHORITY']
  if (authority !== undefined) copyFileSync(authority, join(home, 'authority'))
  const executable = isRoot ? wrapElectron(home) : electronPath()
  own(home)

  const environment = { HOME: home, ...folders, ...(authority !== undefined && { XAUTHORITY: join(home, 'authority') }) }
  const children: { readonly kill: (signal: 'SIGTERM') => boolean }[] = []
  const begin = (command: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const [program = '', ...args] = asOther(command)
    const child = spawn(program, args, { env: { ...process.env, ...environment, ...more }, stdio: ['pipe', 'pipe', 'ignore'] })
    children.push(child)
    return child
  }

  const bus = begin(['dbus-daemon', '--session', '--nofork', '--print-address'])
  const [address] = await firstLine(bus.stdout)
  const session = { DBUS_SESSION_BUS_ADDRESS: address ?? '' }
  const keyring = begin(['gnome-keyring-daemon', '--foreground', '--unlock', '--components=secrets'], session)
  keyring.stdout.resume()
  keyring.stdin.end('throw-away too')
  await keyringIsThere({ ...process.env, ...environment, ...session })

  return {
    home,
    launch: { environment: { ...environment, ...session }, executable },
    giveCopy(from, name) {
      const to = join(home, name)
      cpSync(from, to, { recursive: true })
      own(to)
      return to
    },
    leave() {
      for (const child of children.toReversed()) child.kill('SIGTERM')
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Root's own folders are closed to others: Electron is put where this user may run it. */
function wrapElectron(home: string): string {
  const electron = electronPath()
  execFileSync('cp', ['-aL', dirname(electron), join(home, 'electron')])
  const script = join(home, 'as-other-user')
  writeFileSync(script, `#!/bin/sh\nexec ${asOther([join(home, 'electron', basename(electron))]).join(' ')} "$@"\n`)
  chmodSync(script, 0o755)
  return script
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<readonly string[]> {
  for await (const line of createInterface(stream)) {
    stream.resume()
    return [line]
  }
  throw new Error('The session bus of the other user did not start')
}

/** Without this wait the first question would make the bus start a second keyring, a locked one. */
async function keyringIsThere(env: NodeJS.ProcessEnv): Promise<void> {
  const [program = '', ...args] = asOther(['dbus-send', '--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'])
  for (let tries = 0; tries < 100; tries += 1) {
    if (execFileSync(program, args, { env, encoding: 'utf8' }).includes('true')) return
    await pause(50)
  }
  throw new Error('The keychain of the other user did not start')
}
