import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config/config'
import { createSampleDirectory } from '../directory/sample-directory'
import { systemClock } from '../storage/clock'
import { buildService } from './build-service'
import { compose } from './compose'
import { answerFloorMs } from './even-out'
import type { Log } from './log'
import { openConfigured } from './open-configured'
import { seedPractice } from './seed-practice'
import { type Figures, startFigures } from './start-figures'

export interface RunningService {
  readonly url: string
  /** Lets nobody in, finishes what was begun for up to 5 s, then closes. Asking again waits for the same end. */
  stop(): Promise<void>
}

interface StartOptions {
  readonly config: Config
  readonly version: string
  readonly log: Log
  /** Where the dump of a migrated database lies, if there is one. */
  readonly preparedFile: URL
}

/** Long enough for a request, or for a mail that is being handed over; a supervisor's own patience is usually 10 s. */
const GRACE_MS = 5_000

/** Opens the database, listens, then sends what the outbox holds. */
export async function startService({ config, version, log, preparedFile }: StartOptions): Promise<RunningService> {
  const { db, line, pool, secretKey, isShared, close } = await openConfigured(config, preparedFile, log)
  let url = config.publicUrl ?? ''
  let app: FastifyInstance | undefined
  let figures: Figures | undefined
  try {
    if (config.environment === 'practice') await seedPractice(db, systemClock, createSampleDirectory())
    if (config.metrics) figures = await startFigures(config.metrics, { version, environment: config.environment })
    const { rooms, dispatcher, sweep, hashing } = compose({
      config, version, db, line, secretKey, isShared, clock: systemClock, log, publicUrl: () => url, evenOutMs: answerFloorMs(isShared), ...(figures && { watch: figures.watch }),
    })
    figures?.observe({ db, clock: systemClock, hashing, pool, report: (cause) => log({ what: 'outbox-uncounted', cause }) })
    const serving = (app = await buildService(rooms))
    await app.listen({ host: config.host, port: config.port })
    const listening = addressOf(app.server.address() as AddressInfo)
    url ||= listening
    if (config.directory.kind === 'stock') await rooms.health.parts.directory()
    await dispatcher.start()
    sweep.start()

    let stopping: Promise<void> | undefined
    const stop = async (): Promise<void> => {
      await Promise.all([finishRequests(serving), atMost(GRACE_MS, sweep.stop()), dispatcher.stop(GRACE_MS)])
      await figures?.close()
      await close()
    }
    return { url: listening, stop: () => (stopping ??= stop()) }
  } catch (failure) {
    await app?.close()
    await figures?.close()
    await close()
    throw failure
  }
}

/** Nobody new is let in; who is inside is answered, unless it takes longer than the grace: a client that stopped sending would hold the door. */
async function finishRequests(app: FastifyInstance): Promise<void> {
  const patience = setTimeout(() => app.server.closeAllConnections(), GRACE_MS)
  await app.close()
  clearTimeout(patience)
}

/** What is cut off is undone by the database, and done by the next start or by another instance. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const over = new AbortController()
  await Promise.race([work, wait(ms, undefined, { signal: over.signal }).catch(() => undefined)])
  over.abort()
}

function addressOf({ address, family, port }: AddressInfo): string {
  const host = family === 'IPv6' ? `[${address}]` : address
  return `http://${host}:${port}`
}
