import type { AddressInfo } from 'node:net'
import type { Config } from '../config/config'
import { createSampleDirectory } from '../directory/sample-directory'
import { readPrepared } from '../storage/data-folder'
import { systemClock } from '../storage/clock'
import { openStorage } from '../storage/open-storage'
import { buildService } from './build-service'
import { compose } from './compose'
import { answerFloorMs } from './even-out'
import type { Log } from './log'
import { seedPractice } from './seed-practice'

export interface RunningService {
  readonly url: string
  /** Finishes what was begun, then closes. Asking again waits for the same end. */
  stop(): Promise<void>
}

interface StartOptions {
  readonly config: Config
  readonly version: string
  readonly log: Log
  /** Where the dump of a migrated database lies, if there is one. */
  readonly preparedFile: URL
}

/** Long enough for a mail that is being handed over; a supervisor's own patience is usually 10 s. */
const GRACE_MS = 5_000

/** Opens the database, listens, then sends what the outbox holds. */
export async function startService({ config, version, log, preparedFile }: StartOptions): Promise<RunningService> {
  const { db, secretKey, isShared, close } = await openStorage({
    ...config, prepared: await readPrepared(preparedFile), report: (cause) => log({ what: 'database-connection-lost', cause }),
  })
  let url = config.publicUrl ?? ''
  try {
    if (config.environment === 'practice') await seedPractice(db, systemClock, createSampleDirectory())
    const { rooms, dispatcher, sweep } = compose({
      config, version, db, secretKey, isShared, clock: systemClock, log, publicUrl: () => url, evenOutMs: answerFloorMs(isShared),
    })
    const app = await buildService(rooms)
    await app.listen({ host: config.host, port: config.port })
    const listening = addressOf(app.server.address() as AddressInfo)
    url ||= listening
    await dispatcher.start()
    sweep.start()

    let stopping: Promise<void> | undefined
    const stop = async (): Promise<void> => {
      await app.close()
      await sweep.stop()
      await dispatcher.stop(GRACE_MS)
      await close()
    }
    return { url: listening, stop: () => (stopping ??= stop()) }
  } catch (failure) {
    await close()
    throw failure
  }
}

function addressOf({ address, family, port }: AddressInfo): string {
  const host = family === 'IPv6' ? `[${address}]` : address
  return `http://${host}:${port}`
}
