import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fromRoot } from '../../tools/project.mjs'
import { runCommand } from '../../tools/run-command.mjs'

/**
 * Runs test files with the numbers of a proof in their environment. Gives vitest's totals and, where the tests write any
 * (a JSON object into the file that `PARVIS_PROOF_FIGURES` names), their figures.
 */
export async function runVitestPart(part, files, environment) {
  mkdirSync(fromRoot('.cache/prove'), { recursive: true })
  const [report, figures] = [fromRoot('.cache/prove', `${part}.vitest.json`), fromRoot('.cache/prove', `${part}.figures.json`)]
  for (const file of [report, figures]) rmSync(file, { force: true })
  const args = ['run', ...files, '--testTimeout=3400000', '--hookTimeout=600000', '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runCommand(process.execPath, [fromRoot('node_modules/vitest/vitest.mjs'), ...args], { stdio: ['ignore', 1, 2], env: { ...process.env, ...environment, PARVIS_PROOF_FIGURES: figures } })
  if (!existsSync(report)) throw new Error(`${part} ended with code ${code} and no report`)
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')).length
  return { passed, failed: failed + broken, skipped, figures: existsSync(figures) ? JSON.parse(readFileSync(figures, 'utf8')) : {} }
}
