import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type BuiltServer, buildServer, type ServerRun } from '../../support/service/built-server'
import { siretOf, writeStock } from '../../support/service/stock-files'
import { createTestDatabase, isOnPostgres } from '../../support/service/test-database'

const ROWS = 60_000

let server: BuiltServer
let files: string[]
let environment: Record<string, string>
let drop: () => Promise<void> = async () => undefined

beforeAll(async () => {
  server = await buildServer()
  const data = join(server.folder, 'stock')
  mkdirSync(data)
  const [units, establishments] = [join(data, 'StockUniteLegale_utf8.csv'), join(data, 'StockEtablissement_utf8.csv')]
  await writeStock({ units, establishments }, ROWS, 'A')
  files = [units, establishments]
  environment = { DIRECTORY: 'stock', CAPTCHA: 'fixed:AAAA', ENVIRONMENT: 'qualification' }
  if (isOnPostgres()) {
    const database = await createTestDatabase()
    ;({ drop } = database)
    environment['DATABASE_URL'] = database.url
  }
}, 120_000)

afterAll(async () => {
  server.remove()
  await drop()
})

const importing = (): ServerRun => server.run(environment, 'directory', 'import', ...files)

async function started(): Promise<{ readonly run: ServerRun; readonly look: (siret: string) => Promise<{ status: number; body: Record<string, unknown> }> }> {
  const run = server.run(environment)
  const address = await run.address()
  return {
    run,
    async look(siret) {
      const answer = await fetch(`${address}/v1/structures/SIRET/${siret}`)
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    },
  }
}

async function stopped(run: ServerRun): Promise<void> {
  run.child.kill('SIGTERM')
  await run.end()
}

describe('the command `directory import`', () => {
  it('leaves a service that has no stock yet running, which says so', async () => {
    const { run, look } = await started()
    expect(run.output()).toContain('"what":"stock-missing"')
    expect(await look(siretOf(0))).toMatchObject({ status: 503, body: { code: 'directory-unavailable' } })
    await stopped(run)
  })

  it('goes on where it was when it was killed, and is done', async () => {
    for (const said of ['StockUniteLegale_utf8.csv: read,', 'StockEtablissement_utf8.csv: read,']) {
      const run = importing()
      await vi.waitFor(() => { expect(run.output()).toContain(said) }, { timeout: 60_000, interval: 5 })
      run.child.kill('SIGKILL')
      await run.end()
    }
    const last = importing()
    expect([await last.end(), last.output()]).toEqual([0, expect.stringMatching(/^StockUniteLegale_utf8\.csv: read already, 42,000 rows are there\nStockEtablissement_utf8\.csv: read already, 60,000 rows are there\n(?:joining .+\n)*in use: 60,000 establishments, as of 2026-10-31\ndone\n$/)])
    const { run, look } = await started()
    expect(run.output()).toContain('"what":"stock-in-use","note":"60000 establishments, as of 2026-10-31')
    expect(await look(siretOf(ROWS - 1))).toMatchObject({ status: 200, body: { standing: 'not-registered', name: expect.stringMatching(/A$/) as string } })
    await stopped(run)
  }, 180_000)

  it('says what it needs', async () => {
    const nothing = server.run(environment, 'directory', 'import')
    expect([await nothing.end(), nothing.output()]).toEqual([78, expect.stringContaining('directory import STOCK_UNITE_LEGALE STOCK_ETABLISSEMENT')])
    const missing = server.run(environment, 'directory', 'import', join(server.folder, 'nowhere.csv'))
    expect([await missing.end(), missing.output()]).toEqual([1, `${join(server.folder, 'nowhere.csv')}: there is no such file.\n`])
    const wrong = server.run(environment, 'directory', 'import', join(server.folder, 'out/service/server.js'), files[0]!)
    expect([await wrong.end(), wrong.output()]).toEqual([1, expect.stringContaining('server.js, line 1: this is neither StockEtablissement nor StockUniteLegale')])
  })
})
