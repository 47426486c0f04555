import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fromRoot } from '../../tools/project.mjs'
import { runCommand } from '../../tools/run-command.mjs'

/**
 * Runs test files with the numbers of a proof in their environment. Gives vitest's totals;
 * `printed`: the lines of their output that are JSON objects.
 */
export async function runVitestPart(part, files, environment) {
  mkdirSync(fromRoot('.cache/prove'), { recursive: true })
  const report = fromRoot('.cache/prove', `${part}.vitest.json`)
  rmSync(report, { force: true })
  let output = ''
  const args = ['run', ...files, '--testTimeout=3400000', '--hookTimeout=600000', '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runCommand(process.execPath, [fromRoot('node_modules/vitest/vitest.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 2],
    env: { ...process.env, ...environment },
    onStart({ stdout }) {
      stdout.setEncoding('utf8').on('data', (text) => {
        process.stdout.write(text)
        output += text
      })
    },
  })
  if (!existsSync(report)) throw new Error(`${part} ended with code ${code} and no report`)
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')).length
  return { passed, failed: failed + broken, skipped, printed: output.split('\n').filter((line) => line.startsWith('{')).flatMap(parsed) }
}

function parsed(line) {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}
