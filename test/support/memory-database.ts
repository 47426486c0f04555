import { PGlite } from '@electric-sql/pglite'
import { databaseOf, type OpenDatabase } from '@service/storage/database'
import { migrate } from '@service/storage/migrate'
import { preparedDump } from './service/prepared-dump'

/** A real database in memory with the service's own schema. Opening takes seconds: share one per file. */
export async function openMemoryDatabase(): Promise<OpenDatabase> {
  const opened = databaseOf(await PGlite.create({ dataDir: 'memory://', loadDataDir: await preparedDump() }))
  await migrate(opened.db)
  return opened
}
