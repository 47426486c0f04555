import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'

/** Debian packages by what is missed without them. */
const PACKAGES = {
  window: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6', 'libatk-bridge2.0-0', 'libdrm2', 'xvfb', 'xauth', 'fonts-liberation'],
  keychain: ['libsecret-1-0', 'libsecret-1-dev', 'pkg-config', 'python3', 'make', 'g++'],
  // Servers among them: nobody who only starts Parvis is to get one.
  tests: ['gnome-keyring', 'dbus', 'dbus-x11', 'chromium', 'postgresql', 'postfix', 'poppler-utils', 'qpdf'],
}

/** Packages that would otherwise start a server for this machine: the tests start their own, of the same programs. */
const SELECTIONS = { postfix: 'postfix postfix/main_mailer_type select No configuration' }

/** What every start wants. A keychain before the packages of npm: without it, keytar is left out of them. */
const ALWAYS = ['window', 'keychain']

/**
 * Installs the missing system packages of every start and of these purposes when it may (root), else prints what installs them.
 * Gives the purposes that still miss something; empty on systems without dpkg, where nothing is known.
 */
export async function ensureSystemPackages(needs) {
  if (!isOnPath('dpkg-query')) return new Set()
  const purposes = [...new Set([...ALWAYS, ...needs])]
  let missing = missingPackages(purposes)
  if (missing.length === 0) return new Set()
  if (process.getuid?.() === 0) {
    await install(missing)
    missing = missingPackages(purposes)
    if (missing.length > 0) say(`still missing: ${missing.join(' ')}`)
  } else {
    say('system packages are missing. Run this once, then start again:')
    for (const selection of selectionsFor(missing)) say(`  echo '${selection}' | sudo debconf-set-selections`)
    say(`  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`)
  }
  return new Set(purposes.filter((purpose) => PACKAGES[purpose].some((name) => missing.includes(name))))
}

async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const fetchAndInstall = () => runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], { env })
  for (const selection of selectionsFor(missing)) spawnSync('debconf-set-selections', { input: `${selection}\n` })
  say(`installing system packages: ${missing.join(' ')} …`)
  if ((await runCommand('apt-get', ['update', '-q'], { env })) !== 0) say('the lists of packages could not be renewed; trying with the ones at hand')
  if ((await fetchAndInstall()) !== 0) say('apt-get could not install them: see its messages above')
}

function selectionsFor(names) {
  return names.flatMap((name) => SELECTIONS[name] ?? [])
}

/** A package counts as there when it is installed, or when an installed one provides it. */
function missingPackages(purposes) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Abbrev}|${Package}|${Provides}\n'], { encoding: 'utf8', maxBuffer: 1 << 26 })
  const there = new Set()
  for (const line of stdout.split('\n')) {
    const [status, name, provides = ''] = line.split('|')
    if (!status?.startsWith('ii')) continue
    there.add(name)
    for (const provided of provides.split(',')) there.add(provided.trim().split(' ')[0])
  }
  return purposes.flatMap((purpose) => PACKAGES[purpose]).filter((name) => !there.has(name))
}

/** Whether a program of this name can be run. */
export function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
