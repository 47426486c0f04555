import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MIGRATIONS } from '@service/storage/migrate'
import { prepareDataFolder } from '@service/storage/data-folder'
import { sha256 } from '@service/storage/secrets'

const CACHE = join(import.meta.dirname, '../../../.cache')

/** A dump of a migrated, empty database: made once per set of migrations, because making one takes seconds. */
export async function preparedDump(): Promise<Blob> {
  const file = join(CACHE, `test-database-${sha256(JSON.stringify(MIGRATIONS)).slice(0, 16)}.tar.gz`)
  const kept = await readFile(file).catch(() => undefined)
  if (kept) return new Blob([kept], { type: 'application/x-gzip' })
  const dump = await prepareDataFolder()
  await mkdir(CACHE, { recursive: true })
  const draft = `${file}.${process.pid}`
  await writeFile(draft, Buffer.from(await dump.arrayBuffer()))
  await rename(draft, file)
  return dump
}
