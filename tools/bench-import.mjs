import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { percentile } from '../test/bench/drafts/percentiles.mjs'
import { bundleForNode } from './bundle.mjs'
import { say } from './say.mjs'

const row = (name, value, unit, target) => ({ name, value, unit, ...target })
const atLeast = (limit, value) => ({ target: `≥ ${limit}`, met: value >= limit })
const atMost = (limit, value) => ({ target: `≤ ${limit}`, met: value <= limit })
const median = (values) => percentile(values, 0.5)

const SUBJECTS = ['bare', 'parvis']
const FILES = [
  { name: 'CSV', ending: 'csv', rows: 100_000, write: 'csvOf', bare: 'csv-parse and stdnum' },
  { name: 'XLSX', ending: 'xlsx', rows: 10_000, write: 'workbookOf', bare: 'the reader of workbooks and stdnum' },
]

/** Spreadsheets parsed, checked and previewed beside the bare parsers with stdnum, by turns, each time in a process of its own. */
export async function benchImport({ rounds }) {
  const samples = await import(pathToFileURL(await bundleForNode('test/bench/import/samples.ts', 'import-samples')).href)
  const run = await bundleForNode('test/bench/import/run.ts', 'import-run')
  const worker = await bundleForNode('src-main/spreadsheet/import-worker.ts', 'import-worker')
  const folder = mkdtempSync(join(tmpdir(), 'parvis-bench-import-'))
  try {
    const found = []
    for (const { name, ending, rows, write, bare } of FILES) {
      const file = join(folder, `clients.${ending}`)
      writeFileSync(file, samples[write](rows))
      const measured = { bare: [], parvis: [] }
      for (let round = 0; round < rounds; round += 1) {
        say(`import of a ${name}: round ${round + 1} of ${rounds}`)
        // Who comes first takes turns, too.
        for (const subject of round % 2 === 0 ? SUBJECTS : SUBJECTS.toReversed()) {
          const { stdout } = await promisify(execFile)(process.execPath, [run, subject, file, worker])
          measured[subject].push(JSON.parse(stdout))
        }
      }
      if ([...measured.bare, ...measured.parvis].some((one) => one.rows !== rows)) throw new Error(`${name}: rows were lost`)
      const rate = (subject) => (rows * 1000) / median(measured[subject].map(({ ms }) => ms))
      const ratio = rate('parvis') / rate('bare')
      const memory = (subject) => Math.max(...measured[subject].map(({ memoryMib }) => memoryMib))
      const late = median(measured.parvis.map(({ lateMs }) => lateMs))
      found.push(
        row(`import of a ${name} of ${rows} rows, checked and previewed`, rate('parvis'), 'rows/s'),
        row(`${name}: ${bare} alone`, rate('bare'), 'rows/s'),
        row(`${name}: import / bare`, ratio, '×', atLeast(0.5, ratio)),
        row(`${name}: the main thread is late meanwhile, p95`, late, 'ms', atMost(50, late)),
        row(`${name}: the most memory that the process had`, memory('parvis'), 'MiB', atMost(1024, memory('parvis'))),
        row(`${name}: memory, bare`, memory('bare'), 'MiB'),
      )
    }
    return found
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
