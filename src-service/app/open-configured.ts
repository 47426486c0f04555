import type { Config } from '../config/config'
import { readPrepared } from '../storage/data-folder'
import { openStorage, type Storage } from '../storage/open-storage'
import type { Log } from './log'

/** The storage that the configuration names, for a service or a command. `preparedFile`: where the dump of a migrated database lies, if there is one. */
export async function openConfigured(config: Config, preparedFile: URL, log: Log): Promise<Storage> {
  return openStorage({ ...config, prepared: await readPrepared(preparedFile), report: (cause) => log({ what: 'database-connection-lost', cause }) })
}
