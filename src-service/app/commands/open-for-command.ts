import { readConfig } from '../../config/read-config'
import type { Config } from '../../config/config'
import type { Storage } from '../../storage/open-storage'
import type { Log } from '../log'
import { openConfigured } from '../open-configured'

export interface OpenedService extends Storage {
  readonly config: Config
}

/** What a command runs with. */
export interface CommandSetting {
  readonly version: string
  readonly preparedFile: URL
  readonly log: Log
}

/** Opens the storage for one piece of work. Throws `FolderInUse` while a service runs on the folder; a PostgreSQL is shared with it. */
export async function openForCommand({ preparedFile, log }: CommandSetting, work: (opened: OpenedService) => Promise<void>): Promise<void> {
  const config = readConfig(process.env)
  const storage = await openConfigured(config, preparedFile, log)
  try {
    await work({ config, ...storage })
  } finally {
    await storage.close()
  }
}
