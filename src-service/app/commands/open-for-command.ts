import { readConfig } from '../../config/read-config'
import type { Config } from '../../config/config'
import { openDataFolder, readPrepared } from '../../storage/data-folder'
import type { Db } from '../../storage/database'

export interface OpenedService {
  readonly config: Config
  readonly db: Db
}

/** Opens the database for one piece of work. Throws `FolderInUse` while a service runs on the folder. */
export async function openForCommand(preparedFile: URL, work: (opened: OpenedService) => Promise<void>): Promise<void> {
  const config = readConfig(process.env)
  const { db, close } = await openDataFolder(config.dataDir, await readPrepared(preparedFile))
  try {
    await work({ config, db })
  } finally {
    await close()
  }
}
