import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fromRoot, machineCache } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'

const FIRST_BYTE_WITHIN_MS = 6_000
const STALLED_AFTER_MS = 30_000
const DAY_MS = 86_400_000
const packageFolder = fromRoot('node_modules/electron')

/** The folder of the official binary when it is installed and of the version that package.json asks for. */
export function findOfficial() {
  const folder = join(packageFolder, 'dist')
  try {
    const installed = readFileSync(join(folder, 'version'), 'utf8').replace(/^v/, '').trim()
    const binary = join(folder, readFileSync(join(packageFolder, 'path.txt'), 'utf8'))
    return installed === electronVersion() && existsSync(binary) ? { folder, binary } : undefined
  } catch {
    return undefined
  }
}

/** Whether a download was tried within the last day and nothing answered: then asking again only costs time. */
export function officialIsOutOfReach() {
  const mark = outOfReachMark()
  return existsSync(mark) && Date.now() - statSync(mark).mtimeMs < DAY_MS
}

/** Downloads and unpacks the official binary. Gives up when nothing arrives for some seconds; the failure is remembered for a day. */
export async function installOfficial() {
  say(`looking for the official Electron ${electronVersion()} …`)
  try {
    await download()
    await runCommand(process.execPath, [join(packageFolder, 'install.js')])
  } catch (error) {
    say(`the official Electron cannot be downloaded here (${firstCause(error)}); asked again tomorrow`)
    mkdirSync(machineCache(), { recursive: true })
    writeFileSync(outOfReachMark(), `${firstCause(error)}\n`)
    return undefined
  }
  rmSync(outOfReachMark(), { force: true })
  return findOfficial()
}

function electronVersion() {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version
}

function outOfReachMark() {
  return join(machineCache(), `electron-${electronVersion()}-out-of-reach`)
}

/** Fills the cache that Electron's own installer looks into; on our own because that installer waits for as long as it takes. */
async function download() {
  const { downloadArtifact } = createRequire(join(packageFolder, 'install.js'))('@electron/get')
  const patience = new AbortController()
  let timer = setTimeout(() => patience.abort(), FIRST_BYTE_WITHIN_MS)
  let told = 0
  try {
    await downloadArtifact({
      version: electronVersion(),
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: JSON.parse(readFileSync(join(packageFolder, 'checksums.json'), 'utf8')),
      downloadOptions: {
        quiet: true,
        signal: patience.signal,
        getProgressCallback: ({ percent }) => {
          clearTimeout(timer)
          timer = setTimeout(() => patience.abort(), STALLED_AFTER_MS)
          if (percent >= told + 0.2) say(`downloading Electron: ${Math.round((told = percent) * 100)} %`)
        },
      },
    })
  } finally {
    clearTimeout(timer)
  }
}

function firstCause(error) {
  return error?.name === 'AbortError' ? 'no answer' : (error?.cause?.code ?? error?.message ?? String(error))
}
