import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fromRoot, projectRoot, treeCache } from './project.mjs'
import { runNpm } from './run-command.mjs'
import { say } from './say.mjs'
import { isOnPath } from './system-packages.mjs'

const failureMark = join(treeCache, 'keytar-failed')

/** Makes `node_modules` what package-lock.json says, when it is not; and builds keytar when it could be built and is not there. */
export async function ensureDependencies() {
  if (!dependenciesAreCurrent()) {
    say('installing the dependencies (npm ci) …')
    const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel', 'error'], { env: installEnvironment() })
    if (code !== 0) throw new Error(`npm ci ended with code ${code}: see its messages above`)
    say('dependencies installed')
  }
  await ensureKeytar()
}

/**
 * Compares the lock file with npm's own record of what it installed: names, versions and checksums.
 * Optional packages (those of other platforms) may be absent.
 */
function dependenciesAreCurrent() {
  const wanted = packagesOf(fromRoot('package-lock.json'))
  const installed = packagesOf(fromRoot('node_modules/.package-lock.json'))
  if (!wanted || !installed) return false
  const agrees = ([path, { version, integrity }]) => wanted[path]?.version === version && wanted[path].integrity === integrity
  const isThere = ([path, entry]) => path === '' || entry.optional || entry.devOptional || entry.peer || path in installed
  return Object.entries(installed).every(agrees) && Object.entries(wanted).every(isThere) && manifestAgrees(wanted)
}

/** What package.json asks for is pinned; a lock file that says something else is out of date, and npm ci will say so. */
function manifestAgrees(wanted) {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'))
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).every(
    ([name, version]) => wanted[`node_modules/${name}`]?.version === version,
  )
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** Native parts are compiled against the headers that lie beside Node, where they do: no download then. */
function installEnvironment() {
  const prefix = dirname(dirname(process.execPath))
  const headers = existsSync(join(prefix, 'include/node')) ? { npm_config_nodedir: prefix } : {}
  return { ...process.env, ...headers, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }
}

/**
 * npm drops an optional package without a word when it cannot be compiled, so a libsecret that came later would never be
 * noticed. What has failed with everything there is not tried again by the same Node.
 */
async function ensureKeytar() {
  if (process.platform !== 'linux' || keytarIsThere() || !keytarCanBeBuilt() || hasFailedBefore()) return
  say("building keytar, which reaches the system's keychain …")
  const words = existsSync(fromRoot('node_modules/keytar/package.json')) ? ['rebuild', 'keytar'] : ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel', 'error']
  const code = await runNpm(words, { env: installEnvironment() })
  if (code === 0 && keytarIsThere()) return
  say('keytar could not be built; Parvis works without it and says where secrets go')
  mkdirSync(treeCache, { recursive: true })
  writeFileSync(failureMark, process.version)
}

function keytarIsThere() {
  return existsSync(fromRoot('node_modules/keytar/build/Release/keytar.node'))
}

function keytarCanBeBuilt() {
  return ['g++', 'make', 'python3', 'pkg-config'].every(isOnPath) && spawnSync('pkg-config', ['--exists', 'libsecret-1'], { cwd: projectRoot }).status === 0
}

function hasFailedBefore() {
  return existsSync(failureMark) && readFileSync(failureMark, 'utf8') === process.version
}
