import { pathToFileURL } from 'node:url'
import { ensureBuild } from './build-parts.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { treeCache } from './project.mjs'
import { say } from './say.mjs'
import { ensureSystemPackages } from './system-packages.mjs'
import { inTurn } from './turns.mjs'

/**
 * Brings a fresh clone to where the application can run, and does nothing when it is there: system packages,
 * dependencies, Electron, build. Gives the path of Electron. Every script calls this first.
 *
 * `build` names the parts to build: all when true, none when false. `needs` names what the caller cannot do without ('window', 'tests'); a missing system package for it stops the
 * set-up after the line that installs it was printed.
 */
export async function setUp({ needs = [], runtime = true, build = true, quiet = true } = {}) {
  return inTurn(treeCache, 'set-up', async () => {
    const missing = await ensureSystemPackages(needs)
    if (needs.some((purpose) => missing.has(purpose))) throw new Error('stopped: system packages are missing')
    await ensureDependencies()
    const electron = runtime ? await electronRuntime({ quiet }) : undefined
    if (build) await ensureBuild(build === true ? undefined : build)
    return electron
  })
}

/** Ends this program with a sentence instead of a stack: what failed was outside of it. */
export async function orSayWhy(work) {
  try {
    return await work()
  } catch (error) {
    say(error.message)
    process.exit(1)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await orSayWhy(() => setUp({ needs: ['window'], quiet: false }))
  say('ready')
}
