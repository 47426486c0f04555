import type { Config } from '../config/config'
import type { Directory } from '../directory/directory'
import type { MailTransport } from '../mail/mail-transport'
import type { Watch } from '../metrics/watch'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import type { Log } from './log'

/** What the rooms stand on, made before any of them. */
export interface Surroundings {
  readonly config: Config
  readonly version: string
  readonly db: Db
  /** For single statements that must not wait; by itself `db`. */
  readonly line?: Db
  readonly secretKey: Buffer
  /** Other instances may work on the database, too. */
  readonly isShared: boolean
  readonly clock: Clock
  readonly log: Log
  /** Who counts what happens. */
  readonly watch?: Watch
  /** The address in links; known once the service listens. */
  readonly publicUrl: () => string
  /** How long answers that must not tell anything take at least. */
  readonly evenOutMs: number
  /** Instead of the configured ones. */
  readonly directory?: Directory
  readonly transport?: MailTransport
  readonly wait?: (ms: number, cutOff: AbortSignal) => Promise<void>
}
