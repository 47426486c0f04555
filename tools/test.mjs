/** `npm test`: sets up, runs every runner even when one has failed, and ends with the totals of all of them on one line. */
import { ensureBuild } from './build-parts.mjs'
import { runtimeEnvironment } from './electron-runtime.mjs'
import { say } from './say.mjs'
import { setUp } from './setup.mjs'
import { RUNNERS } from './test-runners.mjs'

const totals = { passed: 0, failed: 0, skipped: 0 }

async function runAll(electron) {
  const isBuilt = await report('build', async () => ensureBuild().then(() => ({ passed: 0, failed: 0, skipped: 0 })))
  const env = runtimeEnvironment(electron)
  for (const group of RUNNERS) {
    say(`${group.map(({ name }) => name).join(', ')} …`)
    await Promise.all(group.map(({ name, needs, run }) =>
      report(name, () => (needs === 'build' && !isBuilt ? Promise.reject(new Error('not run, because the build failed')) : run(env))),
    ))
  }
}

/** Adds what `run` gives to the totals; a runner that could not even be run is a failure. Gives whether nothing failed. */
async function report(name, run) {
  const result = await run().catch((error) => ({ passed: 0, failed: 1, skipped: 0, note: error.message }))
  for (const kind of Object.keys(totals)) totals[kind] += result[kind]
  if (result.failed > 0) say(`${name}: ${result.failed} failed${result.note ? ` (${result.note})` : ''}`)
  return result.failed === 0
}

try {
  await runAll(await setUp({ needs: ['window', 'tests'], build: false, quiet: false }))
} catch (error) {
  say(error.message)
  totals.failed += 1
}
process.exitCode = totals.failed === 0 ? 0 : 1
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`)
