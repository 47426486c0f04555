import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { insideKeyringSession } from './keyring-session.mjs'
import { fromRoot } from './project.mjs'
import { runCommand } from './run-command.mjs'

const OUTPUT = ['ignore', 1, 2]
const vitestReport = fromRoot('.cache/test/vitest.json')
const playwrightReport = fromRoot('.cache/test/playwright.json')

/** Everything that `npm test` runs. Each runner gives its totals; an exit code that its report does not explain counts as one failure. */
export const RUNNERS = [
  { name: 'lint', run: () => runChecker('eslint/bin/eslint.js', ['--max-warnings', '0', '.']) },
  { name: 'types', run: () => runChecker('vue-tsc/bin/vue-tsc.js', ['-b']) },
  { name: 'unit and integration tests', run: runVitest },
  { name: 'end-to-end tests', run: runPlaywright, needs: 'build' },
]

async function runChecker(script, args) {
  const code = await runCommand(process.execPath, [fromRoot('node_modules', script), ...args], { stdio: OUTPUT })
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

async function runVitest({ env }) {
  const code = await runWithReport(vitestReport, [fromRoot('node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`], env)
  return settle(code, readReport(vitestReport), countVitest)
}

async function runPlaywright({ env }) {
  const code = await runWithReport(playwrightReport, [fromRoot('node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  })
  return settle(code, readReport(playwrightReport), countPlaywright)
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
