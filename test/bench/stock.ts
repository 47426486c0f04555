import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { createStockDirectory } from '../../src-service/directory/stock-directory'
import { importStock } from '../../src-service/directory/stock-import'
import { systemClock } from '../../src-service/storage/clock'
import { migrate } from '../../src-service/storage/migrate'
import { openPostgres } from '../../src-service/storage/postgres'
import { siretOf, unitsFor, writeStock } from '../support/service/stock-files'

interface Options {
  readonly url: string
  readonly folder: string
  readonly establishments: number
  readonly rounds: number
  readonly lookUps: number
  readonly say: (line: string) => void
}

interface Samples {
  readonly units: number
  readonly importMs: number[]
  readonly copyMs: number[]
  readonly lookUpMs: number[]
  readonly selectMs: number[]
  readonly memoryMib: number
}

const WARM_UP = 500

/** Imports and bare copies in turn, then look-ups and bare selects in turn, so that both meet the same machine. */
export async function run({ url, folder, establishments, rounds, lookUps, say }: Options): Promise<Samples> {
  const files = { units: join(folder, 'StockUniteLegale.csv'), establishments: join(folder, 'StockEtablissement.csv') }
  say(`stock: writing ${establishments} establishments`)
  await writeStock(files, establishments, 'A')
  const service = openPostgres({ url, connections: 2, report: () => undefined })
  await migrate(service.db)
  const bare = new pg.Client({ connectionString: url })
  await bare.connect()

  const [importMs, copyMs]: [number[], number[]] = [[], []]
  let memoryMib = 0
  for (let round = 0; round < rounds; round += 1) {
    say(`stock: import, round ${round + 1} of ${rounds}`)
    importMs.push(await timeOf(async () => {
      const bulk = await service.openBulk()
      await importStock({ bulk, clock: systemClock, say }, Object.values(files))
      await bulk.close()
    }))
    if (round === 0) memoryMib = process.resourceUsage().maxRSS / 1024
    const rows = join(folder, 'rows')
    if (round === 0) await pipeline(bare.query(copyTo('copy stock_establishments to stdout')), createWriteStream(rows))
    await bare.query('drop table if exists bare_copy; create table bare_copy (like stock_establishments including all)')
    copyMs.push(await timeOf(() => pipeline(createReadStream(rows, { highWaterMark: 1 << 20 }), bare.query(copyFrom('copy bare_copy from stdin')))))
  }
  await bare.query('drop table bare_copy; checkpoint')

  say(`stock: ${lookUps} look-ups`)
  const directory = createStockDirectory({ db: service.db, clock: systemClock, log: () => undefined })
  const [lookUpMs, selectMs]: [number[], number[]] = [[], []]
  for (let turn = -WARM_UP; turn < lookUps; turn += 1) {
    const [one, other] = [siretAt(2 * turn, establishments), siretAt(2 * turn + 1, establishments)]
    const lookUp = (): Promise<number> => timeOf(async () => orThrow(await directory.find(one)))
    const select = (): Promise<number> => timeOf(async () => orThrow((await bare.query('select * from stock_establishments where siret = $1', [other])).rows[0]))
    // Who comes first takes turns, too.
    const [first, second] = turn % 2 === 0 ? [lookUp, select] : [select, lookUp]
    const [firstMs, secondMs] = [await first(), await second()]
    if (turn < 0) continue
    lookUpMs.push(turn % 2 === 0 ? firstMs : secondMs)
    selectMs.push(turn % 2 === 0 ? secondMs : firstMs)
  }
  await bare.end()
  await service.close()
  return { units: unitsFor(establishments), importMs, copyMs, lookUpMs, selectMs, memoryMib }
}

/** Here and there in the whole table, the same at each run. */
function siretAt(turn: number, establishments: number): string {
  return siretOf(Number((BigInt(turn + 1_000_000) * 2_654_435_761n) % BigInt(establishments)))
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function orThrow(found: unknown): void {
  if (found === undefined) throw new Error('An establishment that was imported is not found')
}
