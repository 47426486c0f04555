import { randomUUID } from 'node:crypto'
import type { Drafts } from '@main/drafts/drafts'
import type { Timers } from '@main/platform/timers'
import type { Fetch } from '@main/submission/ask-service'
import { describeService } from '@main/submission/describe-service'
import { createFormRules } from '@main/submission/form-rules'
import { createQueue, type Queue } from '@main/submission/queue'
import { fixedAddress } from '@main/submission/service-address'
import { createServiceClient } from '@main/submission/service-client'
import { watchService } from '@main/submission/service-watch'
import { registrations } from '@service/storage/registration-tables'
import { AppError } from '@shared/errors/app-error'
import { PATHS } from '@shared/http/paths'
import { emptyContent, type DraftContent, type DraftId } from '@shared/registration/draft'
import { FAULTS, openFaultProxy, type Fault } from './fault-proxy'
import { openServiceRig, type ServiceRig } from './service/service-rig'

/** The drafts of a profile as each start of Parvis finds them. */
export interface Profile {
  /** A start. What one before it still wanted to write is never written any more. */
  readonly open: () => Promise<Drafts>
  /** As kill -9 does it. */
  readonly kill: () => void
}

export interface ExactlyOnceOptions {
  readonly submissions: number
  readonly profile: Profile
  /** The same seed is the same chance. */
  readonly seed?: number
  readonly say?: (line: string) => void
}

export interface ExactlyOnceFigures {
  readonly submissions: number
  /** What the service's own database holds. */
  readonly registrations: number
  readonly addresses: number
  /** Of an address that was registering already: a second registration of the same person. */
  readonly lookalikes: number
  readonly receipts: number
  readonly receiptsUnknownToService: number
  readonly requests: number
  readonly faults: Readonly<Record<Fault, number>>
  readonly kills: number
  readonly seconds: number
}

/** Waits of minutes pass in parts of a second; what is measured is their order, not their length. */
const FASTER = 2000
const PATIENCE_MS = 250
const FAULT_SHARE = 0.3
const KILL_SHARE = 0.01
const BATCH = 200
/** So many times in a thousand kills the machine stays off until every captcha token is too old. */
const LONG_OFF_SHARE = 0.2
const TOO_OLD_MS = 11 * 60_000

/**
 * Promise 2: queues registrations and sends them through a line that spoils a third of all requests, by a client that is killed
 * at random moments. Every one of them must be registered once. What was registered is counted in the service's database.
 */
export async function proveExactlyOnce({ submissions, profile, seed = 1, say = () => undefined }: ExactlyOnceOptions): Promise<ExactlyOnceFigures> {
  const started = performance.now()
  const chance = createChance(seed)
  const service = await openServiceRig()
  await service.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = service.app.server.address() as { port: number }
  const faults = Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Record<Fault, number>
  let deck: Fault[] = []
  let requests = 0
  const proxy = await openFaultProxy({
    target: `http://127.0.0.1:${port}`,
    faultOf() {
      requests += 1
      if (chance() >= FAULT_SHARE) return undefined
      if (deck.length === 0) deck = shuffledFaults(chance)
      const fault = deck.pop()!
      faults[fault] += 1
      return fault
    },
  })

  let kills = 0
  let client = await openClient()

  async function openClient(): Promise<Client> {
    return startClient({ drafts: await profile.open(), url: proxy.url, chance, dies: () => chance() < KILL_SHARE, kill: profile.kill })
  }

  async function restart(): Promise<void> {
    kills += 1
    client.queue.stop()
    if (chance() < LONG_OFF_SHARE) service.clock.forward(TOO_OLD_MS)
    client = await openClient()
    client.queue.wake()
  }

  const all: DraftId[] = []
  try {
    while (all.length < submissions) {
      const ids = await prepare(client.drafts, Math.min(BATCH, submissions - all.length), all.length)
      all.push(...ids)
      await alive(async ({ queue }) => queue.add({ draftIds: ids }))
      await drain(ids)
      say(`${all.length} of ${submissions} submissions, ${requests} requests, ${kills} kills`)
    }
    const receipts = await receiptsOf(await profile.open(), all)
    return { ...(await countedBy(service, receipts)), submissions, receipts: receipts.length, requests, faults, kills, seconds: Math.round((performance.now() - started) / 1000) }
  } finally {
    client.queue.stop()
    await proxy.close()
    await service.close()
  }

  /** What a person asks for again when Parvis has died meanwhile. */
  async function alive<T>(work: (client: Client) => Promise<T>): Promise<T> {
    for (;;) {
      if (client.isDead()) await restart()
      const outcome = await Promise.race([client.died, work(client).then((value) => ({ value }))])
      if (outcome !== 'died') return outcome.value
    }
  }

  /** Does what a person would, until nothing waits any more. */
  async function drain(ids: readonly DraftId[]): Promise<void> {
    while ((await alive(oneStep)) !== 'done') continue
    const receipts = await alive(({ drafts }) => receiptsOf(drafts, ids))
    if (receipts.length !== ids.length) throw new Error(`The queue is empty, and ${ids.length - receipts.length} have no receipt`)
  }

  async function oneStep({ queue, drafts }: Client): Promise<'goes on' | 'done'> {
    const { current, waiting, needsAttention, isPaused } = await queue.describe()
    if (isPaused) throw new Error('Nothing here stops a queue')
    if (needsAttention > 0) await acceptChanges(queue, drafts)
    if (waiting === 0) return 'done'
    if (current?.phase === 'captcha-wanted') await queue.send(current.draftId, await service.captchaToken()).catch(onlyGone)
    else await pauseMs(1)
    return 'goes on'
  }
}

interface Client {
  readonly queue: Queue
  readonly drafts: Drafts
  readonly isDead: () => boolean
  readonly died: Promise<'died'>
}

interface ClientRooms {
  readonly drafts: Drafts
  readonly url: string
  readonly chance: () => number
  readonly dies: () => boolean
  readonly kill: () => void
}

/** The queue as it is composed in the main process, in a client that may die before and after every request and every write. */
function startClient({ drafts, url, chance, dies, kill }: ClientRooms): Client {
  let isDead = false
  let tellDeath: (word: 'died') => void = () => undefined
  const died = new Promise<'died'>((resolve) => {
    tellDeath = resolve
  })
  const never = <T>(): Promise<T> => new Promise<T>(() => undefined)

  async function live<T>(work: () => Promise<T>): Promise<T> {
    if (!isDead && dies()) die()
    if (isDead) return never()
    const result = await work()
    if (!isDead && dies()) die()
    return isDead ? never() : result
  }

  function die(): void {
    isDead = true
    kill()
    tellDeath('died')
  }

  const mortalFetch: Fetch = (address, init) => (new URL(address).pathname === PATHS.registrations ? live(() => fetch(address, init)) : isDead ? never() : fetch(address, init))
  const mortalDrafts: Drafts = { ...drafts, change: (id, alter) => live(() => drafts.change(id, alter)) }
  const timers = fastTimers(() => isDead)
  const watch = watchService({ fetch: mortalFetch, describe: () => describeService(service), tell: () => undefined, everyMs: 3000 / FASTER })
  const service = createServiceClient({ fetch: watch.fetch, service: fixedAddress(url), patienceMs: PATIENCE_MS })
  const queue = createQueue({
    drafts: mortalDrafts, service, timers,
    rules: createFormRules(service),
    network: watch,
    randomness: { uuid: randomUUID, fraction: chance },
    now: () => new Date(),
    tell: () => undefined,
  })
  return {
    drafts, died,
    queue: { ...queue, stop: () => { watch.stop(); queue.stop() } },
    isDead: () => isDead,
  }
}

function fastTimers(isDead: () => boolean): Timers {
  return {
    monotonicMs: () => performance.now() * FASTER,
    after(milliseconds, run) {
      const timer = setTimeout(() => { if (!isDead()) run() }, milliseconds / FASTER)
      return () => { clearTimeout(timer) }
    },
  }
}

async function prepare(drafts: Drafts, count: number, from: number): Promise<DraftId[]> {
  const ids: DraftId[] = []
  for (let i = from; i < from + count; i += 1) ids.push((await drafts.create(contentOf(i))).id)
  return ids
}

/** Every fourth is looked up; nobody could when it was prepared. */
function contentOf(number: number): DraftContent {
  const empty = emptyContent('fr')
  const person = { ...empty.person, connectionEmail: `person-${number}@example.org`, firstName: 'Claire', lastName: `Martin ${number}` }
  const conditions = { version: '1', acceptedAt: '2026-01-05T10:00:00.000Z' }
  const structure: DraftContent['structure'] = number % 4 === 0
    ? { ...empty.structure, identifierType: 'SIRET', identifier: '55203253400646' }
    : { ...empty.structure, identifierType: 'PARTICULIER', firstName: 'Claire', lastName: 'Martin', address: { line1: '1 rue du Port', line2: '', line3: '', postalCode: '44000', city: 'Nantes', country: 'FR' } }
  return { ...empty, step: 'check', person, conditions, structure }
}

/** One after the other they bring the structure to Chorus Pro: what changes about it is seen, and accepted. */
async function acceptChanges(queue: Queue, drafts: Drafts): Promise<void> {
  for (const { row } of await drafts.indexed()) {
    if (row.state !== 'needs-attention') continue
    const { failure } = (await drafts.open(row.draftId)).draft.queue!
    if (failure?.code !== 'structure-changed') throw new Error(`Refused: ${JSON.stringify(failure)}`)
    await queue.acceptStructure(row.draftId)
  }
}

function onlyGone(thrown: unknown): void {
  if (AppError.from(thrown).code !== 'draft-not-found') throw thrown
}

async function receiptsOf(drafts: Drafts, ids: readonly DraftId[]): Promise<string[]> {
  const files = await Promise.all(ids.map((id) => drafts.open(id)))
  return files.flatMap(({ draft, accessKey }) => (draft.receipt && accessKey ? [draft.receipt.registrationId] : []))
}

async function countedBy({ db }: ServiceRig, receipts: readonly string[]): Promise<Pick<ExactlyOnceFigures, 'registrations' | 'addresses' | 'lookalikes' | 'receiptsUnknownToService'>> {
  const rows = await db.select({ id: registrations.id, kind: registrations.kind, emailKey: registrations.emailKey }).from(registrations)
  const known = new Set(rows.map(({ id }) => id))
  return {
    registrations: rows.length,
    addresses: new Set(rows.map(({ emailKey }) => emailKey)).size,
    lookalikes: rows.filter(({ kind }) => kind !== 'genuine').length,
    receiptsUnknownToService: receipts.filter((id) => !known.has(id)).length,
  }
}

/** Dealt out like cards, so that none is left to luck. Silence is rare: it costs the whole patience of the client. */
function shuffledFaults(chance: () => number): Fault[] {
  const cards = FAULTS.flatMap((fault): Fault[] => (fault.startsWith('silence') ? [fault] : [fault, fault, fault, fault]))
  return cards.map((fault) => ({ fault, place: chance() })).toSorted((a, b) => a.place - b.place).map(({ fault }) => fault)
}

/** mulberry32 */
function createChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const pauseMs = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
