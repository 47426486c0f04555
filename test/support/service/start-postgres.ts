import { migrate } from '@service/storage/migrate'
import { openPostgres } from '@service/storage/postgres'
import { startPostgres } from '../../../tools/postgres-server.mjs'
import { TEMPLATE } from './test-database'

/** For the project `postgres`: a server of its own on loopback, with a migrated database that each test file copies. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres({ isDurable: false })
  const template = openPostgres({ url: await server.createDatabase(TEMPLATE), connections: 1, report: () => undefined })
  await migrate(template.db)
  await template.close()
  process.env['PARVIS_TEST_POSTGRES'] = server.url
  return server.stop
}
