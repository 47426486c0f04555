import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Directory, Establishment } from '@service/directory/directory'
import { createStockDirectory } from '@service/directory/stock-directory'
import { importStock } from '@service/directory/stock-import'
import type { BulkSession } from '@service/storage/bulk'
import { createMovableClock } from '../../support/movable-clock'
import { isOnPostgres, openTestDatabase, type TestDatabase } from '../../support/service/test-database'
import { csvOf, establishment, ESTABLISHMENT_HEADER, siretOf, syntheticEstablishment, syntheticUnit, unit, UNIT_HEADER, unitsFor, writeStock } from '../../support/service/stock-files'
import { zipOf } from '../../support/zip-of'

/** Some megabytes: more than one part of a file is read at a time. */
const ROWS = 12_000
const folder = mkdtempSync(join(tmpdir(), 'parvis-stock-'))
const clock = createMovableClock()
const at = (name: string): string => join(folder, name)
const stockOf = (edition: string) => ({ units: at(`StockUniteLegale-${edition}.csv`), establishments: at(`StockEtablissement-${edition}.csv`) })
const filesOf = (edition: string): string[] => Object.values(stockOf(edition))

let database: TestDatabase
let directory: Directory
let logged: string[]

beforeAll(async () => {
  database = await openTestDatabase()
  for (const edition of ['A', 'B', 'C']) await writeStock(stockOf(edition), ROWS, edition)
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  logged = []
  directory = createStockDirectory({ db: database.instances.at(-1)!.db, clock, log: ({ what, note }) => logged.push(`${what}: ${note}`) })
})

/** Everything that is said of an import. With `cutAtCopy`, the connection is lost then. */
async function imported(paths: readonly string[], { cutAtCopy = Infinity, batchBytes = 20_000 } = {}): Promise<string[]> {
  const said: string[] = []
  const bulk = await database.openBulk()
  try {
    await importStock({ bulk: cut(bulk, cutAtCopy), clock, say: (line) => said.push(line), batchBytes }, paths)
  } finally {
    await bulk.close()
  }
  return said
}

function cut(bulk: BulkSession, copies: number): BulkSession {
  let count = 0
  return {
    ...bulk,
    transaction: (work) => bulk.transaction((tx) => work({
      ...tx,
      copy: async (target, parts) => {
        await tx.copy(target, parts)
        count += 1
        if (count >= copies) throw new Error('The connection is lost')
      },
    })),
  }
}

const editionOf = (found: Establishment | undefined): string | undefined => found?.name?.at(-1)
const tablesLike = async (pattern: string): Promise<string[]> =>
  ((await database.db.execute(sql`select tablename from pg_tables where tablename like ${pattern} order by 1`)) as unknown as { rows: { tablename: string }[] }).rows.map(({ tablename }) => tablename)
const countRows = async (): Promise<number> => ((await database.db.execute(sql`select count(*)::integer as count from stock_establishments`)) as unknown as { rows: { count: number }[] }).rows[0]!.count

describe('the stock', () => {
  it('that was never imported says so, and answers nothing', async () => {
    expect(await directory.isWell()).toBe(false)
    expect(logged).toEqual([expect.stringContaining('stock-missing')])
    await expect(directory.find(siretOf(0))).rejects.toMatchObject({ code: 'directory-unavailable' })
  })

  it('is imported from both files in any order, and found', async () => {
    const said = await imported(filesOf('A').toReversed())
    expect(said).toEqual([
      'StockUniteLegale-A.csv: read, 8,400 rows',
      'StockEtablissement-A.csv: read, 12,000 rows',
      'in use: 12,000 establishments, as of 2026-10-31',
    ])
    expect(await directory.find(siretOf(11))).toEqual({
      siret: siretOf(11), name: 'SOCIETE 7 DE CONSTRUCTION A', sector: 'private', diffusible: true, closed: false,
      address: { line1: '12 RUE JEAN JAURES', postalCode: '01011', city: "VILLENEUVE-D'ASCQ", country: 'FR' },
    })
    expect(await directory.find(siretOf(14))).toMatchObject({ name: 'ANNE LEFEVRE A', address: { line2: 'BATIMENT B' }, closed: false })
    expect(await directory.find(siretOf(1))).toMatchObject({ closed: true })
    for (const unknown of ['00000000000000', '99999999999999', '1', 'x']) expect(await directory.find(unknown)).toBeUndefined()
    expect(await countRows()).toBe(ROWS)
    expect(await tablesLike('stock%')).toEqual(['stock_establishments', 'stock_generations'])
  })

  it('says once how old it is', async () => {
    expect([await directory.isWell(), await directory.isWell()]).toEqual([true, true])
    expect(logged).toEqual([expect.stringMatching(/^stock-in-use: 12000 establishments, as of 2026-10-31, -?\d+ days old$/)])
  })

  it('is exchanged in one step: look-ups that go on meanwhile find each establishment, of the old stock and then of the new one', async () => {
    let isDone = false
    const seen: string[] = []
    const watch = async (offset: number): Promise<void> => {
      for (let n = offset; !isDone; n += 7) {
        seen.push(editionOf(await directory.find(siretOf(n % ROWS))) ?? 'nothing')
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    const watching = [0, 1, 2].map(watch)
    await imported(filesOf('B'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    isDone = true
    await Promise.all(watching)
    expect(seen[0]).toBe('A')
    expect(seen.at(-1)).toBe('B')
    expect(new Set(seen)).toEqual(new Set(['A', 'B']))
    // Three at a time: those that were asked last before the switch may be told after the first that came behind it.
    expect(seen.slice(seen.indexOf('B') + 3)).not.toContain('A')
  })

  it('whose import was cut off goes on where it was, in either file, and has each row once', async () => {
    await expect(imported(filesOf('C'), { cutAtCopy: 2 })).rejects.toThrow('lost')
    expect(editionOf(await directory.find(siretOf(3)))).toBe('B')
    await expect(imported(filesOf('C'), { cutAtCopy: 3 })).rejects.toThrow('lost')
    const said = await imported(filesOf('C'))
    expect(said).toEqual([
      'StockUniteLegale-C.csv: read already, 8,400 rows are there',
      expect.stringMatching(/^StockEtablissement-C\.csv: going on, [\d,]+ rows are there$/),
      'StockEtablissement-C.csv: read, 12,000 rows',
      'in use: 12,000 establishments, as of 2026-10-31',
    ])
    expect(await countRows()).toBe(ROWS)
    for (let n = 0; n < ROWS; n += 97) expect(editionOf(await directory.find(siretOf(n)))).toBe('C')
  })

  it('goes on in packed files, too; files of another name that are the same are the same', async () => {
    const packed = [at('units.zip'), at('establishments.csv.gz')]
    writeFileSync(packed[0]!, zipOf({ 'readme.txt': 'x', 'StockUniteLegale_utf8.csv': readFileSync(stockOf('B').units, 'utf8') }))
    writeFileSync(packed[1]!, gzipSync(readFileSync(stockOf('B').establishments)))
    await expect(imported(packed, { cutAtCopy: 2 })).rejects.toThrow('lost')
    writeFileSync(at('renamed.gz'), readFileSync(packed[1]!))
    expect(await imported([packed[0]!, at('renamed.gz')])).toContainEqual(expect.stringMatching(/^units\.zip: going on/))
    expect(editionOf(await directory.find(siretOf(3)))).toBe('B')
    expect(await countRows()).toBe(ROWS)
  })

  it('does not go on with other files', async () => {
    await expect(imported(filesOf('A'), { cutAtCopy: 2 })).rejects.toThrow('lost')
    expect((await imported(filesOf('C'))).filter((line) => /going on|already/.test(line))).toEqual([])
    expect(editionOf(await directory.find(siretOf(3)))).toBe('C')
  })

  it('whose rows may lie in any order, and whose unit may be missing', async () => {
    writeFileSync(at('u.csv'), csvOf(UNIT_HEADER, [unit({ siren: '222222222', denominationUniteLegale: 'TWO "DEUX", SA' }), unit({ siren: '111111111', categorieJuridiqueUniteLegale: '7210', denominationUniteLegale: 'ONE\nTWO', etatAdministratifUniteLegale: 'C' })]))
    writeFileSync(at('e.csv'), csvOf(ESTABLISHMENT_HEADER, [{ siret: '33333333300011', enseigne1Etablissement: 'THREE' }, { siret: '11111111100029' }, { siret: '22222222200014', statutDiffusionEtablissement: 'P' }, { siret: '11111111100011' }].map(establishment)))
    await imported([at('u.csv'), at('e.csv')])
    expect(await directory.find('33333333300011')).toMatchObject({ name: 'THREE', sector: 'private', diffusible: true })
    expect(await directory.find('11111111100029')).toMatchObject({ name: 'ONE\nTWO', sector: 'public', closed: true })
    expect(await directory.find('22222222200014')).toMatchObject({ name: 'TWO "DEUX", SA', address: undefined, diffusible: false })
    expect(await directory.find(siretOf(3))).toBeUndefined()
  })
})

describe('a file', () => {
  const good = (edition: string) => ({ units: readFileSync(stockOf(edition).units, 'utf8'), establishments: readFileSync(stockOf(edition).establishments, 'utf8') })
  const withLine = (text: string, line: number, change: (old: string) => string): string => text.split('\n').map((old, index) => (index + 1 === line ? change(old) : old)).join('\n')

  beforeAll(() => imported(filesOf('A')))

  it.each<[string, string | RegExp, () => Buffer | string]>([
    ['with a field too many', 'bad.csv, line 2001: it has 54 fields, where the first line has 53.', () => withLine(good('B').establishments, 2001, (line) => `${line},`)],
    ['that ends in the middle of a row', /^bad\.csv, line 12002: it has \d+ fields/, () => `${good('B').establishments}${syntheticEstablishment(0).slice(0, 100)}`],
    ['with an open quotation mark', 'bad.csv, line 1500: ', () => withLine(good('B').establishments, 1500, (line) => line.replace(',RUE,', ',"RUE,'))],
    ['with a number that is none', 'bad.csv, line 2900: the SIRET is not fourteen digits.', () => withLine(good('B').establishments, 2900, (line) => line.replace(/,\d{14},/, ',1234567890123X,'))],
    ['that is not UTF-8', 'bad.csv, line 1200: it is not UTF-8 text.', () => Buffer.from(withLine(good('B').establishments.replaceAll('É', 'E'), 1200, (line) => line.replace('RUE', 'RU\u00C9')), 'latin1')],
    ['with an establishment twice', 'StockEtablissement: the number', () => `${good('B').establishments}${syntheticEstablishment(7)}\n`],
    ['packed, of which the end is missing', 'bad.csv: the packed file is damaged', () => gzipSync(good('B').establishments).subarray(0, -5_000)],
    ['packed with a wrong check sum', 'bad.csv: the packed file is damaged', () => zipOf({ 'a.csv': good('B').establishments }, { isDamaged: true })],
    ['packed with two tables', 'bad.csv: it has to hold one file that ends in ".csv".', () => zipOf({ 'a.csv': 'x', 'b.CSV': 'y' })],
    ['without rows', 'bad.csv: it has no establishments.', () => `${ESTABLISHMENT_HEADER}\n`],
    ['of another kind', 'bad.csv, line 1: this is neither StockEtablissement nor StockUniteLegale', () => 'name;siret\nx;1\n'],
    ['without the first line', 'bad.csv, line 1: this is neither', () => good('B').establishments.slice(ESTABLISHMENT_HEADER.length + 1)],
    ['that is empty', 'bad.csv, line 1: this is neither', () => ''],
    ['that is the other one once more', 'bad.csv: this is a second StockUniteLegale, beside StockUniteLegale-B.csv.', () => good('B').units],
  ])('%s is refused by name, and the running stock stays', async (_, message, make) => {
    const text = make()
    writeFileSync(at('bad.csv'), text)
    await expect(imported([stockOf('B').units, at('bad.csv')])).rejects.toThrow(message)
    expect(editionOf(await directory.find(siretOf(11)))).toBe('A')
    expect(await countRows()).toBe(ROWS)
  })

  it('that was mended is read again, and the other one is not', async () => {
    writeFileSync(at('bad.csv'), withLine(good('B').establishments, 2001, (line) => `${line},`))
    await expect(imported([stockOf('B').units, at('bad.csv')])).rejects.toThrow('line 2001')
    const said = await imported(filesOf('B'))
    expect(said[0]).toBe('StockUniteLegale-B.csv: read already, 8,400 rows are there')
    expect(said).toHaveLength(3)
    expect(editionOf(await directory.find(siretOf(11)))).toBe('B')
  })

  it('alone is not enough', async () => {
    await expect(imported([stockOf('A').establishments])).rejects.toThrow('StockUniteLegale: this file is missing')
    await expect(imported([stockOf('A').units])).rejects.toThrow('StockEtablissement: this file is missing')
  })

  it('of units with one twice is refused', async () => {
    writeFileSync(at('bad.csv'), `${good('A').units}${syntheticUnit(unitsFor(ROWS) - 1, 'A')}\n`)
    await expect(imported([at('bad.csv'), stockOf('A').establishments])).rejects.toThrow(/^StockUniteLegale: the number \d{9} is there twice\.$/)
  })
})

// The embedded database has one connection: there nobody else uses it.
if (isOnPostgres()) describe('on a database that others use', () => {
  it('a second import at the same time is refused by the name of the first', async () => {
    const first = await database.openBulk()
    const second = await database.openBulk()
    let refusal: Promise<unknown> | undefined
    const say = (): void => void (refusal ??= importStock({ bulk: second, clock, say: () => undefined }, filesOf('C')).catch((failure: unknown) => failure))
    await importStock({ bulk: first, clock, say, batchBytes: 20_000 }, filesOf('A'))
    expect(await refusal).toMatchObject({ name: 'StockImportRunning', message: expect.stringMatching(new RegExp(`^Another import is running: parvis, process ${process.pid} on .+, since 20`)) as string })
    await first.close()
    await importStock({ bulk: second, clock, say: () => undefined }, filesOf('C'))
    await second.close()
    expect(editionOf(await directory.find(siretOf(11)))).toBe('C')
  })

  it('a backup that reads the running stock holds the switch up, and no look-up', async () => {
    const said: string[] = []
    let importing: Promise<void> | undefined
    const bulk = await database.openBulk()
    const slowest = await database.db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from stock_establishments limit 1`)
      importing = importStock({ bulk, clock, say: (line) => said.push(line) }, filesOf('A'))
      let slowestMs = 0
      while (said.filter((line) => line.startsWith('waiting for')).length < 2) {
        const begun = performance.now()
        expect(editionOf(await directory.find(siretOf(11)))).toBe('C')
        slowestMs = Math.max(slowestMs, performance.now() - begun)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      return slowestMs
    })
    await importing
    await bulk.close()
    expect(slowest).toBeLessThan(1_000)
    expect(editionOf(await directory.find(siretOf(11)))).toBe('A')
  })
})
