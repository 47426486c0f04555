import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot, treeCache } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'
import { sourcePrint } from './source-print.mjs'
import { inTurn } from './turns.mjs'

const out = fromRoot('out')
const READ_BY_ALL = ['src-shared', 'resources', 'package.json', 'package-lock.json', 'tsconfig.base.json']
const ELECTRON_VITE = ['electron-vite/bin/electron-vite.js', 'build', '--ignoreConfigWarning']

/** The parts of a build: what each reads, and the tool that makes `out/<name>` of it. */
const PARTS = [
  { name: 'main', reads: ['src-main', 'electron.vite.config.ts'], tool: ELECTRON_VITE },
  { name: 'preload', reads: ['src-preload', 'electron.vite.config.ts'], tool: ELECTRON_VITE },
  { name: 'renderer', reads: ['src-renderer', 'electron.vite.config.ts'], tool: ELECTRON_VITE },
  { name: 'service', reads: ['src-service'], tool: ['vite/bin/vite.js', 'build', '--config', 'src-service/vite.config.ts'] },
]

/** Builds those of the named parts (all of them by default) whose sources have changed since their last build. */
export async function ensureBuild(names = PARTS.map((part) => part.name)) {
  const parts = PARTS.filter((part) => names.includes(part.name))
  if (parts.every(isCurrent)) return
  await inTurn(treeCache, 'build', () => buildWhatChanged(parts))
}

/** Says that a part has to be built again, whatever its sources say: for tools that write into `out` themselves. */
export function forgetBuild(names) {
  for (const name of names) rmSync(stampFile(join(out, name)), { force: true })
}

async function buildWhatChanged(parts) {
  const changed = parts.filter((part) => !isCurrent(part))
  if (changed.length === 0) return
  forgetInterruptedBuilds()
  say(`building ${changed.map((part) => part.name).join(', ')} …`)
  const started = Date.now()
  const results = await Promise.all(changed.map(build))
  const failed = changed.filter((_, index) => !results[index]).map((part) => part.name)
  if (failed.length > 0) throw new Error(`the build of ${failed.join(', ')} failed: see the messages above`)
  say(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

function isCurrent(part) {
  const stamp = readStamp(part)
  if (!stamp) return false
  const print = printOf(part)
  if (print.listing === stamp.listing) return true
  if (print.content() !== stamp.content) return false
  writeFileSync(stampFile(join(out, part.name)), JSON.stringify({ ...stamp, listing: print.listing }))
  return true
}

async function build(part) {
  const print = printOf(part)
  const stamp = { listing: print.listing, content: print.content() }
  const fresh = mkdtempSync(join(treeCache, `build-${part.name}-`))
  try {
    const [script, ...args] = part.tool
    const env = { ...process.env, PARVIS_BUILD_INTO: fresh, PARVIS_BUILD_PART: part.name, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }
    const code = await runCommand(process.execPath, [fromRoot('node_modules', script), ...args, '--logLevel', 'warn'], { env })
    if (code !== 0) return false
    const made = join(fresh, part.name)
    writeFileSync(stampFile(made), JSON.stringify(stamp))
    putInPlace(made, join(out, part.name), join(fresh, 'before'))
    return true
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** A running application keeps what it has open; a new one finds the old build or the new one, never a mixture. */
function putInPlace(made, place, aside) {
  mkdirSync(out, { recursive: true })
  if (existsSync(place)) renameSync(place, aside)
  renameSync(made, place)
}

function forgetInterruptedBuilds() {
  mkdirSync(treeCache, { recursive: true })
  for (const name of readdirSync(treeCache)) if (name.startsWith('build-')) rmSync(join(treeCache, name), { recursive: true, force: true })
}

function printOf(part) {
  return sourcePrint([...part.reads, ...READ_BY_ALL])
}

function stampFile(folder) {
  return join(folder, '.built-from.json')
}

function readStamp(part) {
  try {
    return JSON.parse(readFileSync(stampFile(join(out, part.name)), 'utf8'))
  } catch {
    return undefined
  }
}
