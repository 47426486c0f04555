import { mkdir, readFile, rm, writeFile, access } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { databaseOf, type OpenDatabase } from './database'
import { lockFolder } from './folder-lock'
import { migrate } from './migrate'
import { unpackDump } from './unpack-dump'

export interface DataFolder extends OpenDatabase {
  /** The migrations that this start applied. */
  readonly applied: readonly string[]
}

/**
 * The database of one folder (`memory://` for one that is forgotten), migrated. One process a folder.
 * `prepared` is a dump of a migrated database (`prepareDataFolder`): a new folder starts from it in about a second
 * instead of five. A start that was cut off while the folder was being made is begun again.
 */
export async function openDataFolder(dataDir: string, prepared?: Blob): Promise<DataFolder> {
  if (dataDir === 'memory://') return opened(await PGlite.create(prepared && { loadDataDir: prepared }))

  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const unlock = await lockFolder(dataDir)
  try {
    const folder = await opened(await openOnDisk(dataDir, prepared))
    await rm(unfinishedMark(dataDir), { force: true })
    return { ...folder, close: async () => { await folder.close(); await unlock() } }
  } catch (failure) {
    await unlock()
    throw failure
  }
}

async function openOnDisk(dataDir: string, prepared: Blob | undefined): Promise<PGlite> {
  const database = join(dataDir, 'database')
  const mark = unfinishedMark(dataDir)
  if (await exists(mark)) await rm(database, { recursive: true, force: true })
  if (await exists(database)) return PGlite.create({ dataDir: database })
  await writeFile(mark, 'The database in this folder is not finished: the next start makes it anew.\n')
  if (prepared) await unpackDump(prepared, database)
  return PGlite.create({ dataDir: database })
}

async function opened(client: PGlite): Promise<DataFolder> {
  const database = databaseOf(client)
  try {
    return { ...database, applied: await migrate(database.db) }
  } catch (failure) {
    await database.close()
    throw failure
  }
}

/** A compressed dump of a new, migrated, empty database. */
export async function prepareDataFolder(): Promise<Blob> {
  const client = await PGlite.create()
  const database = await opened(client)
  const dump = await client.dumpDataDir('gzip')
  await database.close()
  return dump
}

/** Undefined when there is none: then a new folder is migrated from nothing. */
export async function readPrepared(file: URL): Promise<Blob | undefined> {
  try {
    return new Blob([await readFile(file)], { type: 'application/x-gzip' })
  } catch {
    return undefined
  }
}

function unfinishedMark(dataDir: string): string {
  return join(dataDir, 'unfinished')
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false)
}
