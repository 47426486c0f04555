import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { openVirtualDisplay } from './display.mjs'
import { insideKeyringSession } from './keyring-session.mjs'
import { fromRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'

const OUTPUT = ['ignore', 1, 2]
const vitestReport = fromRoot('.cache/test/vitest.json')

/**
 * Everything that `npm test` runs; what stands together runs at once. Each runner gives its totals; an exit code that its
 * report does not explain counts as one failure.
 */
export const RUNNERS = [
  [
    { name: 'lint', run: () => runChecker('eslint/bin/eslint.js', ['--max-warnings', '0', '.']) },
    { name: 'types', run: () => runChecker('vue-tsc/bin/vue-tsc.js', ['-b']) },
  ],
  [{ name: 'unit and integration tests', run: onDisplay(runVitest) }],
  [
    { name: 'end-to-end tests: journeys', run: onDisplay((env) => runPlaywright('journeys', env)), needs: 'build' },
    { name: 'end-to-end tests: walk', run: onDisplay((env) => runPlaywright('walk', env)), needs: 'build' },
  ],
]

/** With a display of its own: two windows on one would take the focus from each other. */
function onDisplay(run) {
  return async (env) => {
    const display = process.platform === 'linux' ? await openVirtualDisplay() : undefined
    try {
      return await run({ ...env, ...display?.env })
    } finally {
      await display?.stop()
    }
  }
}

async function runChecker(script, args) {
  const code = await runCommand(process.execPath, [fromRoot('node_modules', script), ...args], { stdio: OUTPUT })
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

async function runVitest(env) {
  const code = await runWithReport(vitestReport, [fromRoot('node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`], env)
  return settle(code, readReport(vitestReport), countVitest)
}

async function runPlaywright(project, env) {
  const report = fromRoot(`.cache/test/playwright-${project}.json`)
  const code = await runWithReport(report, [fromRoot('node_modules/@playwright/test/cli.js'), 'test', `--project=${project}`, '--reporter=list,json'], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  return settle(code, readReport(report), countPlaywright)
}

function runWithReport(report, args, env) {
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const [command, ...rest] = insideKeyringSession([process.execPath, ...args])
  return runCommand(command, rest, { stdio: OUTPUT, env: { ...process.env, ...env } })
}

/** A file that could not be loaded has failed, although none of its tests has. */
export function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests }
}

export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + (errors?.length ?? 0), skipped: stats.skipped }
}

/** Totals that agree with the exit code: a run without a report, without a test, or with an unexplained failure has failed. */
export function settle(code, report, count) {
  if (!report) return { passed: 0, failed: 1, skipped: 0, note: 'it ended without a report' }
  const totals = count(report)
  if (totals.passed + totals.failed === 0) return { ...totals, failed: 1, note: 'it ran no test' }
  if (code !== 0 && totals.failed === 0) return { ...totals, failed: 1, note: `all its tests passed, and yet it ended with code ${code}` }
  return totals
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
