import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { AppError } from '@shared/errors/app-error'
import { buildService } from '@service/app/build-service'
import { compose, type Composition } from '@service/app/compose'
import type { LogEntry } from '@service/app/log'
import { seedPractice } from '@service/app/seed-practice'
import { readConfig } from '@service/config/read-config'
import type { Directory } from '@service/directory/directory'
import { createSampleDirectory } from '@service/directory/sample-directory'
import { createPracticeTransport } from '@service/mail/practice-transport'
import { noWatch, type Watch } from '@service/metrics/watch'
import type { Db } from '@service/storage/database'
import { createMovableClock, type MovableClock } from '../movable-clock'
import { openTestDatabase, type TestDatabase } from './test-database'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface ServiceRig extends Pick<Composition, 'decisions' | 'sweep' | 'audit' | 'hashing'> {
  readonly app: FastifyInstance
  readonly db: Db
  readonly clock: MovableClock
  readonly directory: SwitchableDirectory
  /** While it is held, the mail server takes nothing; it refuses whom `bounces` names, and takes its time by the clock of the rig. */
  readonly post: { isHeld: boolean; bounces: string | undefined; latencyMs: number }
  readonly log: LogEntry[]
  ask(method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE' | 'PUT', url: string, body?: unknown, headers?: InjectOptions['headers']): Promise<LightMyRequestResponse>
  captchaToken(): Promise<string>
  /** Sends what is due. */
  send(): Promise<void>
  /** Sends what is due, and answers every mail of the mailbox, oldest first. */
  mails(to?: string): Promise<Mail[]>
  close(): Promise<void>
}

export interface SwitchableDirectory extends Directory {
  isDown: boolean
}

/**
 * The whole service as it is built for production, with a clock that can be moved: one instance on an embedded database in memory,
 * or several by turns on a PostgreSQL (`test-database.ts`).
 */
export async function openServiceRig(environment: Record<string, string> = {}, { watch = noWatch }: { readonly watch?: Watch } = {}): Promise<ServiceRig> {
  const config = readConfig({ CAPTCHA: 'fixed:AAAA', RATE_LIMITS: 'off', DATA_DIR: 'memory://', ...environment })
  const database = await openTestDatabase()
  const { db } = database
  const clock = createMovableClock()
  const log: LogEntry[] = []
  const directory = switchable(createSampleDirectory())
  const post: ServiceRig['post'] = { isHeld: false, bounces: undefined, latencyMs: 0 }
  const mailbox = createPracticeTransport(db, clock)
  await seedPractice(db, clock, directory)
  const secretKey = randomBytes(32)
  const composeOn = ({ db: own, line }: TestDatabase['instances'][number]): Composition => compose({
    config,
    version: '0.0.0',
    db: own,
    line,
    secretKey,
    isShared: database.instances.length > 1,
    clock,
    log: (entry) => log.push(entry),
    watch,
    publicUrl: () => 'http://127.0.0.1:4010',
    evenOutMs: 0,
    ...(config.directory.kind === 'sample' && { directory }),
    ...(config.mail.kind === 'practice-mailbox' && {
      transport: {
        ...mailbox,
        async send(mail, signal) {
          clock.forward(post.latencyMs)
          if (post.isHeld) return { outcome: 'later', note: 'held' }
          return mail.to === post.bounces ? { outcome: 'bounced', note: 'RCPT TO 550' } : mailbox.send(mail, signal)
        },
      },
    }),
    wait: async (ms) => clock.forward(ms),
  })
  const compositions = database.instances.map(composeOn)
  const apps = await Promise.all(compositions.map(({ rooms }) => buildService(rooms)))
  const { decisions, sweep, audit, hashing } = compositions[0]!
  const drain = async (): Promise<void> => void (await Promise.all(compositions.map(({ dispatcher }) => dispatcher.drain())))
  let turn = 0

  // Each request goes to the next instance, as behind a proxy that knows nothing of who asks.
  const ask: ServiceRig['ask'] = (method, url, body, headers = {}) =>
    apps[turn++ % apps.length]!.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body as object }) })

  return {
    app: apps[0]!,
    db,
    clock,
    directory,
    post,
    log,
    decisions,
    sweep,
    audit,
    hashing,
    ask,

    async captchaToken() {
      const { captchaId } = (await ask('POST', '/v1/captchas', { locale: 'en' })).json<{ captchaId: string }>()
      return (await ask('POST', `/v1/captchas/${captchaId}/validation`, { answer: 'aaaa' })).json<{ captchaToken: string }>().captchaToken
    },

    send: drain,

    async mails(to) {
      await drain()
      const all = (await ask('GET', '/practice/mailbox.json', undefined, { host: '127.0.0.1' })).json<Mail[]>()
      return to === undefined ? all : all.filter((mail) => mail.to === to)
    },

    async close() {
      await Promise.all(apps.map((app) => app.close()))
      await Promise.all(compositions.map(({ dispatcher }) => dispatcher.stop(1000)))
      await database.close()
    },
  }
}

function switchable(directory: Directory): SwitchableDirectory {
  const rig = {
    isDown: false,
    async find(siret: string) {
      if (rig.isDown) throw new AppError('directory-unavailable', 'Switched off')
      return directory.find(siret)
    },
    isWell: async () => !rig.isDown,
  }
  return rig
}

let count = 0

/** An address that no other test of the file uses. */
export function newEmail(): string {
  return `person${++count}.${randomUUID().slice(0, 8)}@example.org`
}
