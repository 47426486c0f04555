/**
 * Runs a command inside a private session bus with an unlocked, throw-away keyring, and keeps the command's files away
 * from the person's own: `dbus-run-session -- node tools/keyring-session.mjs <command> [arguments]`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { startBound } from './bound-process.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'
import { isOnPath } from './system-packages.mjs'

/** The command line that runs `command` in such a session. Without a bus or a keyring program it is the command itself. */
export function insideKeyringSession(command) {
  if (!['dbus-run-session', 'gnome-keyring-daemon'].every(isOnPath)) return command
  return ['dbus-run-session', '--', process.execPath, import.meta.filename, ...command]
}

async function runWithKeyring([command, ...args]) {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-session-'))
  const env = { ...process.env }
  for (const kind of ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_RUNTIME_DIR']) env[kind] = mkdtempSync(join(folder, `${kind}-`))
  const keyring = startBound('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], { env, stdio: ['pipe', 'ignore', 'ignore'] })
  keyring.child.stdin.end('throw-away')
  try {
    await keyringIsThere(env)
    return await runCommand(command, args, { env, stdio: ['ignore', 1, 2] })
  } finally {
    await keyring.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Without this wait the first question would make the bus start a second keyring, a locked one. */
async function keyringIsThere(env) {
  const question = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets']
  for (let tries = 0; tries < 100; tries += 1) {
    if (spawnSync('dbus-send', question, { env, encoding: 'utf8' }).stdout?.includes('true')) return
    await pause(50)
  }
  say('the throw-away keyring did not start; tests that need one will say so')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await runWithKeyring(process.argv.slice(2))
