import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { percentile } from '../test/bench/drafts/percentiles.mjs'
import { bundleForNode } from './bundle.mjs'
import { startPostgres } from './postgres-server.mjs'
import { say } from './say.mjs'

const ROUNDS = 3
const LOOK_UPS = 20_000

const row = (name, value, unit, target) => ({ name, value, unit, ...target })
const atLeast = (limit, value) => ({ target: `≥ ${limit}`, met: value >= limit })
const atMost = (limit, value) => ({ target: `≤ ${limit}`, met: value <= limit })

/** An import of INSEE's stock files beside a bare COPY of the rows that it brings, and look-ups in them beside bare selects, on a PostgreSQL that waits for the disk. */
export async function benchStock({ establishments }) {
  const { run } = await import(pathToFileURL(await bundleForNode('test/bench/stock.ts', 'stock', { external: ['pg', '@electric-sql/pglite'] })).href)
  const folder = mkdtempSync(join(tmpdir(), 'parvis-bench-stock-'))
  const server = await startPostgres()
  try {
    const { units, importMs, copyMs, lookUpMs, selectMs, memoryMib } = await run({ url: server.url, folder, establishments, rounds: ROUNDS, lookUps: LOOK_UPS, say })
    const [imported, copied] = [importMs, copyMs].map((times) => (establishments * 1000) / percentile(times, 0.5))
    const [found, selected] = [percentile(lookUpMs, 0.99), percentile(selectMs, 0.99)]
    return [
      row(`import of ${establishments} establishments and ${units} legal units: establishments`, imported, 'rows/s'),
      row('import: rows of both files', (imported * (establishments + units)) / establishments, 'rows/s'),
      row('bare COPY of the rows that it brings, into a table with their primary key', copied, 'rows/s'),
      row('import, establishments alone counted / bare COPY', imported / copied, '×', atLeast(0.3, imported / copied)),
      row('import: the most memory that its process had', memoryMib, 'MiB'),
      row(`look-up among ${establishments}, ${LOOK_UPS} of them, p50`, percentile(lookUpMs, 0.5), 'ms'),
      row('look-up, p99', found, 'ms'),
      row('bare select by primary key through the same driver, interleaved, p50', percentile(selectMs, 0.5), 'ms'),
      row('bare select by primary key, p99', selected, 'ms'),
      row('look-up / bare select, p99', found / selected, '×', atMost(2, found / selected)),
    ]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
