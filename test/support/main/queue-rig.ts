import { randomUUID } from 'node:crypto'
import { createFormRules } from '@main/submission/form-rules'
import type { Network } from '@main/submission/network'
import { createQueue, type Queue } from '@main/submission/queue'
import { fixedAddress } from '@main/submission/service-address'
import { createServiceClient } from '@main/submission/service-client'
import { createSubmission, type SubmitRegistration } from '@main/submission/submit-registration'
import { PATHS } from '@shared/http/paths'
import type { QueueDescription } from '@shared/ipc/queue'
import type { DraftContent, DraftId } from '@shared/registration/draft'
import { createMemoryDrafts, type Disk, type MemoryDrafts } from './memory-drafts'
import { createMovableTimers, type MovableTimers } from './movable-timers'
import { json, problem, scriptFetch, type Sent } from './scripted-fetch'
import { completeContent } from './stored-draft'

export const ACCEPTED = { registrationId: '3f1f7e36-9a1c-4a7e-8f61-0f6d6f5f1b11', reference: 'PV-7K3M-92QD', accessKey: 'the-access-key', state: 'requested', createdAt: '2026-01-05T10:00:00.000Z' }
export const HEALTH = { status: 'ok', version: '1', environment: 'practice', phoneRequired: false, database: 'well', outbox: 'well', directory: 'well' }
export const DANONE = {
  standing: 'not-registered', sector: 'private', diffusible: true, closed: false, name: 'DANONE',
  address: { line1: '17 BOULEVARD HAUSSMANN', postalCode: '75009', city: 'PARIS', country: 'FR' },
} as const

type Answer = (sent: Sent, count: number) => Response | Promise<Response>

export interface QueueRigOptions {
  readonly disk?: Disk
  /** To `POST /v1/registrations`; `count` from 1. */
  readonly answer?: Answer
  readonly lookUp?: Answer
  readonly health?: Answer
  readonly now?: () => Date
  /** What `Randomness.fraction` answers. */
  readonly fraction?: number
}

export interface QueueRig {
  readonly queue: Queue
  readonly submit: SubmitRegistration
  readonly drafts: MemoryDrafts
  readonly timers: MovableTimers
  readonly network: ScriptedNetwork
  readonly waits: readonly number[]
  readonly told: readonly QueueDescription[]
  readonly sent: readonly Sent[]
  readonly posts: () => readonly Sent[]
  /** Queues a complete draft and answers its id. */
  readonly queued: (content?: DraftContent) => Promise<DraftId>
  readonly entryOf: (id: DraftId) => Promise<{ readonly state: string | undefined; readonly mayHaveArrived: boolean | undefined; readonly failure: string | undefined }>
}

/** The queue over drafts in memory, a scripted service and a clock that a test moves. */
export function openQueueRig({ disk = new Map(), answer = () => json(202, ACCEPTED), lookUp = () => json(200, DANONE), health = () => json(200, HEALTH), now = () => new Date('2026-01-05T12:00:00.000Z'), fraction = 0.5 }: QueueRigOptions = {}): QueueRig {
  const counts = new Map<Answer, number>()
  const { fetch, sent } = scriptFetch((asked) => {
    const script = asked.path === PATHS.health ? health : asked.path.startsWith('/v1/structures/') ? lookUp : answer
    counts.set(script, (counts.get(script) ?? 0) + 1)
    return script(asked, counts.get(script)!)
  })
  const drafts = createMemoryDrafts({ disk, now })
  const timers = createMovableTimers()
  const network = scriptNetwork()
  const service = createServiceClient({ fetch, service: fixedAddress('http://127.0.0.1:1') })
  const rules = createFormRules(service)
  const told: QueueDescription[] = []
  const waits: number[] = []
  const queue = createQueue({ drafts, service, rules, network, timers, now, randomness: { uuid: randomUUID, fraction: () => fraction }, tell: (description) => told.push(description) })
  const submit = createSubmission({ drafts, runner: queue.runner, rules, newKey: randomUUID, now, waitMs: async (milliseconds) => void waits.push(milliseconds) })

  return {
    queue, submit, drafts, timers, network, waits, told, sent,
    posts: () => sent.filter(({ method, path }) => method === 'POST' && path === PATHS.registrations),
    async queued(content = completeContent()) {
      const { id } = await drafts.create(content)
      const { refused } = await queue.add({ draftIds: [id] })
      if (refused[0]) throw new Error(`Not queued: ${JSON.stringify(refused[0].failure)}`)
      return id
    },
    async entryOf(id) {
      const { queue: entry } = (await drafts.open(id)).draft
      return { state: entry?.state, mayHaveArrived: entry?.mayHaveArrived, failure: entry?.failure?.code }
    },
  }
}

export interface ScriptedNetwork extends Network {
  readonly turn: (state: QueueDescription['network']) => void
  readonly looks: () => number
}

function scriptNetwork(): ScriptedNetwork {
  const listeners = new Set<() => void>()
  let state: QueueDescription['network'] = 'reachable'
  let looks = 0
  return {
    state: () => state,
    looks: () => looks,
    async look() {
      looks += 1
      return state
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    turn(next) {
      state = next
      for (const listener of listeners) listener()
    },
  }
}

export const keyOf = (post: Sent | undefined): string | undefined => post?.headers['idempotency-key']
export const tokenOf = (post: Sent | undefined): unknown => (post?.body as { captchaToken?: unknown } | undefined)?.captchaToken
export const cutOff = (): never => {
  throw new TypeError('the line was cut')
}
export const refusal = problem
