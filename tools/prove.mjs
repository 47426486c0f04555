/**
 * `npm run prove -- [--links=N] [--samples=N] [--cases=N]`: the promises of the service with numbers that do not fit into
 * `npm test`. `--activations=0`, `--enumeration=0`, `--badInput=0` leave a part out. Prints a table; the figures go to
 * test-results/prove.json as well. Ends with 1 when a promise is not kept.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { proveKnownLikeUnknown } from '../test/prove/known-like-unknown.mjs'
import { proveOneSuccessEach } from '../test/prove/one-success-each.mjs'
import { startServiceUnderProof } from '../test/prove/service-under-proof.mjs'
import { fromRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './say.mjs'
import { orSayWhy, setUp } from './setup.mjs'

const chosen = (name, otherwise) => Number(new RegExp(`--${name}=(\\d+)`).exec(process.argv.join(' '))?.[1] ?? otherwise)
const links = chosen('links', 1_000)
const samples = chosen('samples', 2_000)
const cases = chosen('cases', 20_000)

/** As safety.md, section 5.2, asks for. */
const MOST_MS_APART = 2
const LEAST_P = 0.01

const rows = []
const note = (promise, what, figure, isKept) => rows.push({ promise, what, figure, isKept })

async function withService(work) {
  const service = await startServiceUnderProof()
  try {
    return await work(service)
  } finally {
    await service.stop()
  }
}

async function proveActivations() {
  const proof = await withService((service) => proveOneSuccessEach(service, { links, say }))
  note(3, `${proof.links} links, each presented ${proof.atOnce} times at once`, `${proof.linksWithoutExactlyOneSuccess} without exactly one success`, proof.linksWithoutExactlyOneSuccess === 0)
  note(3, 'HEAD, GET × 4 and inspection before that', `${proof.linksConsumedByLooking} links consumed`, proof.linksConsumedByLooking === 0)
  return proof
}

async function proveEnumeration() {
  const proofs = await withService((service) => proveKnownLikeUnknown(service, { samples, say }))
  for (const { what, samplesEach, sameShapes, medianKnownMs, medianUnknownMs, medianDifferenceMs, mannWhitneyP } of proofs) {
    note(15, `${what}: status, headers, length, fields of ${samplesEach} known and unknown`, sameShapes ? 'one shape' : 'DIFFERENT', sameShapes)
    note(15, `${what}: medians known, unknown`, `${medianKnownMs.toFixed(2)} ms, ${medianUnknownMs.toFixed(2)} ms`, medianDifferenceMs < MOST_MS_APART)
    note(15, `${what}: Mann-Whitney p`, mannWhitneyP.toFixed(3), mannWhitneyP > LEAST_P)
  }
  return proofs
}

async function proveBadInput() {
  const report = fromRoot('.cache/prove/fuzz.json')
  mkdirSync(fromRoot('.cache/prove'), { recursive: true })
  rmSync(report, { force: true })
  const args = ['run', 'test/integration/service/fuzz.test.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runCommand(process.execPath, [fromRoot('node_modules/vitest/vitest.mjs'), ...args], { env: { ...process.env, PARVIS_FUZZ_CASES: String(cases) } })
  if (!existsSync(report)) throw new Error(`the generated requests ended with code ${code} and no report`)
  const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'))
  note(24, `${cases} generated requests for each of ${numTotalTests} routes`, `${numFailedTests} routes with a fault`, numFailedTests === 0 && numPassedTests > 0)
  return { casesPerRoute: cases, routes: numTotalTests, failed: numFailedTests }
}

function printTable() {
  const width = (key) => Math.max(...rows.map((row) => row[key].length))
  const [what, figure] = [width('what'), width('figure')]
  for (const row of rows) process.stdout.write(`${String(row.promise).padStart(2)}  ${row.what.padEnd(what)}  ${row.figure.padStart(figure)}  ${row.isKept ? 'kept' : 'NOT KEPT'}\n`)
}

const PARTS = { activations: proveActivations, enumeration: proveEnumeration, badInput: proveBadInput }
const file = fromRoot('test-results/prove.json')

await orSayWhy(async () => {
  await setUp({ runtime: false, build: ['service'] })
  mkdirSync(fromRoot('test-results'), { recursive: true })
  const figures = { at: new Date().toISOString(), machine: { cpus: cpus().length, node: process.version }, rows }
  for (const [name, prove] of Object.entries(PARTS)) {
    if (chosen(name, 1) === 0) continue
    const [began, loadBefore] = [performance.now(), loadavg()[0]]
    const figure = await prove().catch((failure) => {
      note('-', name, failure.message, false)
      return { failure: failure.message }
    })
    // Kept at once: a part that fails or is cut off costs the others nothing.
    figures[name] = { figure, minutes: Number(((performance.now() - began) / 60_000).toFixed(1)), loadBefore, loadAfter: loadavg()[0] }
    writeFileSync(file, `${JSON.stringify(figures, undefined, 2)}\n`)
  }
  printTable()
  say(`the same as JSON: ${file}`)
  if (rows.some(({ isKept }) => !isKept)) process.exitCode = 1
})
