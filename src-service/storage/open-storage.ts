import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { openDataFolder } from './data-folder'
import type { OpenDatabase } from './database'
import { migrate } from './migrate'
import { openSecretKey } from './secret-key'

interface StorageOptions {
  /** A PostgreSQL that other instances may share; without one the database lies in `dataDir`. */
  readonly databaseUrl: string | undefined
  readonly databaseConnections: number
  /** A folder, or `memory://`. */
  readonly dataDir: string
  /** Undefined: in `dataDir`. */
  readonly secretKeyFile: string | undefined
  /** A dump of a migrated database, for a folder that is new. */
  readonly prepared: Blob | undefined
  /** Told of connections that break while nobody uses them. */
  readonly report: (cause: unknown) => void
}

/** The database, migrated, and the key that seals what it must not hold in clear. */
export interface Storage extends OpenDatabase {
  readonly secretKey: Buffer
  /** The migrations that this start applied. */
  readonly applied: readonly string[]
  /** Other processes may work on it at the same time. */
  readonly isShared: boolean
}

/** The database server did not let this service in. `reason` is its code, never what it said: that may name people. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable'
}

/**
 * Throws DatabaseUnreachable, FolderInUse, ForeignSchema and SecretKeyRefused: whatever it throws, nothing stays open and
 * nothing was changed.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { applied, ...database } = await (options.databaseUrl === undefined ? openDataFolder(options.dataDir, options.prepared) : openShared(options.databaseUrl, options))
  try {
    const secretKey = await readSecretKey(database, options)
    return { ...database, applied, secretKey, isShared: options.databaseUrl !== undefined }
  } catch (failure) {
    await database.close()
    throw failure
  }
}

async function openShared(url: string, { databaseConnections, report }: StorageOptions): Promise<OpenDatabase & Pick<Storage, 'applied'>> {
  // Whoever has no server does not load what speaks to one.
  const { openPostgres, sqlStateOf } = await import('./postgres')
  const database = openPostgres({ url, connections: databaseConnections, report })
  try {
    await database.db.execute(sql`select 1`).catch((failure: unknown) => {
      throw new DatabaseUnreachable(`DATABASE_URL: the database does not answer (${sqlStateOf(failure) ?? systemCodeOf(failure)}).`)
    })
    return { ...database, applied: await migrate(database.db) }
  } catch (failure) {
    await database.close()
    throw failure
  }
}

function readSecretKey({ db }: OpenDatabase, { dataDir, databaseUrl, secretKeyFile }: StorageOptions): Promise<Buffer> {
  if (secretKeyFile === undefined && databaseUrl === undefined && dataDir === 'memory://') return Promise.resolve(randomBytes(32))
  return openSecretKey(db, secretKeyFile ?? join(dataDir, 'secret.key'))
}

function systemCodeOf(failure: unknown): string {
  for (let cause = failure; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (typeof code === 'string') return code
  }
  return 'no answer in time'
}
