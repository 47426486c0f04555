import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createBreaker } from '@service/directory/breaker'
import type { Directory } from '@service/directory/directory'
import { createInseeSource, INSEE_QUOTA } from '@service/directory/insee-source'
import { forgetKeptAnswers } from '@service/directory/kept-answers'
import { BULK, createQuota, type Patience, type Quota, VISITOR } from '@service/directory/quota'
import { createRechercheEntreprisesSource, RECHERCHE_ENTREPRISES_QUOTA } from '@service/directory/recherche-entreprises-source'
import samples from '@service/directory/sample-establishments.json'
import { createSireneDirectory } from '@service/directory/sirene-directory'
import { SourceUnavailable } from '@service/directory/source'
import type { Db } from '@service/storage/database'
import { directoryAnswers, directoryQuotas } from '@service/storage/directory-tables'
import { createMovableClock, type MovableClock } from '../../support/movable-clock'
import { BIS, CEDEX, DUPLICATE, FORBIDDEN, HIDDEN_TRADER, SOLE_TRADER, UNKNOWN } from '../../support/service/sirene-records'
import { type Behaviour, type SireneStandIn, startSireneStandIn } from '../../support/service/sirene-stand-in'
import { openTestDatabase, type TestDatabase } from '../../support/service/test-database'

const HOUR_MS = 60 * 60_000
const NUMBERS = samples.map(({ siret }) => siret)

let database: TestDatabase
let standIn: SireneStandIn
let clock: MovableClock
let reported: string[]

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

beforeEach(async () => {
  clock = createMovableClock()
  reported = []
  standIn = await startSireneStandIn({ now: () => clock.now().getTime() })
  await database.db.delete(directoryAnswers)
  await database.db.delete(directoryQuotas)
})
afterEach(() => standIn.close())

/** Two instances: on two connections where there is a PostgreSQL, on one database in any case. */
const dbOf = (instance: number): Db => database.instances[instance % database.instances.length]!.db

interface Options {
  readonly kind?: 'insee' | 'recherche-entreprises'
  readonly timeoutMs?: number
  readonly apiKey?: string
  readonly baseUrl?: string
  readonly patience?: Patience
}

function open(instance = 0, { kind = 'insee', timeoutMs = 3_000, apiKey = standIn.apiKey, baseUrl, patience = VISITOR }: Options = {}): Directory {
  const common = { userAgent: 'Parvis/test', timeoutMs, clock }
  const db = dbOf(instance)
  const source =
    kind === 'insee'
      ? createInseeSource({ ...common, baseUrl: baseUrl ?? standIn.inseeUrl, apiKey })
      : createRechercheEntreprisesSource({ ...common, baseUrl: baseUrl ?? standIn.rechercheEntreprisesUrl })
  const terms = kind === 'insee' ? INSEE_QUOTA : RECHERCHE_ENTREPRISES_QUOTA
  return createSireneDirectory({ db, clock, source, quota: createQuota({ db, clock, terms, patience }), breaker: createBreaker({ clock }), report: (note) => reported.push(note) })
}

async function failureOf(asking: Promise<unknown>): Promise<SourceUnavailable> {
  const failure = await asking.then(
    () => 'answered',
    (thrown: unknown) => thrown,
  )
  expect(failure).toBeInstanceOf(SourceUnavailable)
  return failure as SourceUnavailable
}

describe.each(['insee', 'recherche-entreprises'] as const)('%s', (kind) => {
  it('answers for what is known, what is not, and what is not diffusible, and says who asks', async () => {
    const directory = open(0, { kind })
    expect(await directory.find(BIS)).toMatchObject({ siret: BIS, name: 'ATELIER DU PORT', sector: 'private', diffusible: true, closed: false })
    expect(await directory.find(UNKNOWN)).toBeUndefined()
    expect(await directory.find(HIDDEN_TRADER)).toEqual({ siret: HIDDEN_TRADER, name: undefined, address: undefined, sector: 'private', diffusible: false, closed: false })
    expect(standIn.asked.map(({ userAgent }) => userAgent)).toEqual(Array(3).fill('Parvis/test'))
    expect(await directory.isWell()).toBe(true)
  })

  it.each<Behaviour>(['down', 'half', 'html', 'reshaped', 'failing', 'wall', 'slow'])('is unavailable, and never crashes, when the other end is %s', async (behaviour) => {
    const directory = open(0, { kind, timeoutMs: behaviour === 'slow' ? 800 : 3_000 })
    standIn.behaves = behaviour
    expect((await failureOf(directory.find(BIS))).code).toBe('directory-unavailable')
    standIn.behaves = 'well'
    expect(await directory.find(BIS)).toMatchObject({ name: 'ATELIER DU PORT' })
    expect(reported).toHaveLength(1)
  })

  it('is unavailable when its address is wrong: nobody’s number is unknown for that', async () => {
    expect((await failureOf(open(0, { kind, baseUrl: `${standIn.rechercheEntreprisesUrl}/elsewhere` }).find(BIS))).trouble).toBe('not-understood')
  })
})

describe('insee', () => {
  it('takes its own 403 for not diffusible, and a number registered twice for closed', async () => {
    const directory = open()
    expect(await directory.find(FORBIDDEN)).toEqual({ siret: FORBIDDEN, name: undefined, address: undefined, sector: 'private', diffusible: false, closed: false })
    expect(await directory.find(DUPLICATE)).toMatchObject({ siret: DUPLICATE, closed: true })
  })

  it('says that its key is not admitted, without showing it to anybody', async () => {
    const failure = await failureOf(open(0, { apiKey: 'canary-of-somebody-else' }).find(BIS))
    expect([failure.trouble, reported]).toEqual(['not-admitted', ['not-admitted: HTTP 401']])
    standIn.behaves = 'half'
    const failures = [failure, await failureOf(open().find(BIS)), await failureOf(open(0, { baseUrl: 'http://127.0.0.1:9' }).find(BIS))]
    expect(inspect([failures, reported], { depth: 9, showHidden: true })).not.toMatch(new RegExp(`canary|${BIS}`))
  })
})

describe('what was answered', () => {
  it('is kept for all instances: what is known a day, what is unknown an hour', async () => {
    const [one, other] = [open(0), open(1)]
    for (const directory of [one, other, one]) expect([(await directory.find(BIS))?.name, await directory.find(UNKNOWN)]).toEqual(['ATELIER DU PORT', undefined])
    expect(standIn.asked).toHaveLength(2)
    clock.forward(HOUR_MS + 1000)
    await Promise.all([other.find(BIS), other.find(UNKNOWN)])
    expect(standIn.asked.map(({ siret }) => siret)).toEqual([BIS, UNKNOWN, UNKNOWN])
    clock.forward(23 * HOUR_MS)
    await one.find(BIS)
    expect(standIn.asked).toHaveLength(4)
  })

  it('is told of a company for a week while the source is down, of a person for a day, and nobody is told "unknown" then', async () => {
    const directory = open()
    await Promise.all([BIS, SOLE_TRADER, UNKNOWN].map((siret) => directory.find(siret)))
    standIn.behaves = 'down'
    clock.forward(25 * HOUR_MS)
    expect((await directory.find(BIS))?.name).toBe('ATELIER DU PORT')
    for (const siret of [SOLE_TRADER, UNKNOWN]) await failureOf(directory.find(siret))
    clock.forward(7 * 24 * HOUR_MS)
    await failureOf(directory.find(BIS))
  })

  it('of a person leaves the database after a day', async () => {
    const directory = open()
    await Promise.all([BIS, SOLE_TRADER, HIDDEN_TRADER, UNKNOWN].map((siret) => directory.find(siret)))
    clock.forward(24 * HOUR_MS + 1000)
    await forgetKeptAnswers(database.db, clock.now())
    expect((await database.db.select().from(directoryAnswers)).map(({ siret }) => siret)).toEqual([BIS])
  })

  it('is asked again when another version wrote it', async () => {
    const directory = open()
    await directory.find(BIS)
    await database.db.update(directoryAnswers).set({ establishment: sql`'{"name": 1}'::jsonb` })
    expect((await directory.find(BIS))?.name).toBe('ATELIER DU PORT')
    expect(standIn.asked).toHaveLength(2)
  })

  it('of fifty who ask at once for one number, one asks', async () => {
    standIn.latencyMs = 50
    const directory = open()
    const found = await Promise.all(Array.from({ length: 50 }, () => directory.find(BIS)))
    expect([new Set(found.map((it) => it?.name)), standIn.asked.length]).toEqual([new Set(['ATELIER DU PORT']), 1])
  })
})

describe('the quota', () => {
  it('of 30 a minute holds for two instances together; who comes later is told when to come back', async () => {
    // A machine that tests may be slow: twenty seconds are not a minute.
    const patience = { ...VISITOR, waitMs: 20_000 }
    const instances = [open(0, { patience, timeoutMs: 30_000 }), open(1, { patience, timeoutMs: 30_000 })]
    const all = await Promise.allSettled(NUMBERS.map((siret, index) => instances[index % 2]!.find(siret)))
    const refused = all.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as SourceUnavailable] : []))
    expect([all.length - refused.length, standIn.asked.length, standIn.asked.some(({ refused: isRefused }) => isRefused)]).toEqual([30, 30, false])
    for (const { trouble, retryAfterSeconds } of refused) expect([trouble, retryAfterSeconds! > 20 && retryAfterSeconds! <= 61]).toEqual(['busy', true])

    clock.forward(61_000)
    const left = NUMBERS.filter((siret) => !standIn.asked.some((asked) => asked.siret === siret))
    await Promise.all(left.map((siret, index) => instances[index % 2]!.find(siret)))
    expect(standIn.asked.map(({ siret }) => siret).sort()).toEqual([...NUMBERS].sort())
    expect(reported).toEqual([])
  })

  it('of 7 a second makes the next ones wait for their turn, and those beyond three seconds come again', async () => {
    const quotaFor = (waitMs: number) => [0, 1].map((instance) => createQuota({ db: dbOf(instance), clock, terms: RECHERCHE_ENTREPRISES_QUOTA, patience: { ...VISITOR, waitMs } }))
    const [patient, impatient] = [quotaFor(20_000), quotaFor(3_000)]
    const began = Date.now()
    await Promise.all(Array.from({ length: 10 }, (_, index) => patient[index % 2]!.take()))
    expect(Date.now() - began).toBeGreaterThan(1_400)
    const late = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => impatient[index % 2]!.take()))
    const refused = late.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as SourceUnavailable] : []))
    expect(refused.length).toBeGreaterThan(20)
    for (const { trouble, retryAfterSeconds } of refused) expect([trouble, retryAfterSeconds! >= 1]).toEqual(['busy', true])
  })

  it('never has more turns in any window, whoever takes them when', async () => {
    const terms = { name: 'steady', perWindow: 5, windowMs: 1_000, slackMs: 100 }
    let nowMs = Date.parse('2026-11-28T10:00:00.000Z')
    const own = { now: () => new Date(nowMs) }
    const turns: number[] = []
    const quotas = [0, 1].map((instance) => createQuota({ db: dbOf(instance), clock: own, terms, patience: { ...VISITOR, waitMs: 900 }, wait: async (ms) => void (nowMs += ms) }))
    for (let i = 0; i < 60; i += 1) {
      const took = await quotas[i % 2]!.take().then(() => true, () => false)
      if (took) turns.push(nowMs)
      nowMs += [0, 0, 130, 20, 700, 0, 1, 999][i % 8]!
    }
    expect(turns.length).toBeGreaterThan(30)
    for (const at of turns) expect(turns.filter((other) => other > at - terms.windowMs && other <= at).length).toBeLessThanOrEqual(terms.perWindow)
  })

  it('leaves a third to visitors while many numbers are asked in bulk', async () => {
    const waits: number[] = []
    const quotaFor = (patience: Patience): Quota =>
      createQuota({ db: dbOf(0), clock, terms: INSEE_QUOTA, patience, wait: async (ms) => { waits.push(ms); clock.forward(ms) } })
    const [bulk, visitor] = [quotaFor(BULK), quotaFor(VISITOR)]
    for (let i = 0; i < 20; i += 1) await bulk.take()
    for (let i = 0; i < 10; i += 1) await visitor.take()
    expect(waits).toEqual([])
    expect((await failureOf(visitor.take())).trouble).toBe('busy')
    await bulk.take()
    expect(waits).toEqual([expect.closeTo(61_000, -3.5)])
  })
})

describe('Retry-After', () => {
  it('of 429 holds for all instances', async () => {
    const [one, other] = [open(0), open(1)]
    // Somebody else has the same key.
    for (let i = 0; i < 30; i += 1) await fetch(`${standIn.inseeUrl}/siret/${UNKNOWN}`, { headers: { 'x-insee-api-key-integration': standIn.apiKey } })
    standIn.retryAfter = '120'
    expect(await failureOf(one.find(BIS))).toMatchObject({ trouble: 'too-many', retryAfterSeconds: 120 })
    clock.forward(60_000)
    expect(await failureOf(other.find(CEDEX))).toMatchObject({ trouble: 'busy', retryAfterSeconds: expect.closeTo(60, -0.7) as number })
    expect([standIn.asked.length, await one.isWell(), await other.isWell()]).toEqual([31, false, false])
    clock.forward(61_000)
    expect((await other.find(CEDEX))?.name).toBe('COURRIER SAS')
    expect(await one.isWell()).toBe(true)
  })

  it('of 503 too, and a 429 without one pauses for a minute', async () => {
    const directory = open()
    standIn.behaves = 'failing'
    standIn.retryAfter = new Date(clock.now().getTime() + 90_000).toUTCString()
    await failureOf(directory.find(BIS))
    expect((await failureOf(directory.find(BIS))).retryAfterSeconds).toSatisfy((seconds: number) => seconds > 85 && seconds <= 90)
    expect(standIn.asked).toHaveLength(1)

    clock.forward(91_000)
    standIn.behaves = 'well'
    standIn.retryAfter = undefined
    for (let i = 0; i < 30; i += 1) await fetch(`${standIn.inseeUrl}/siret/${UNKNOWN}`, { headers: { 'x-insee-api-key-integration': standIn.apiKey } })
    expect((await failureOf(directory.find(BIS))).trouble).toBe('too-many')
    expect((await failureOf(directory.find(BIS))).retryAfterSeconds).toSatisfy((seconds: number) => seconds > 55 && seconds <= 61)
  })
})

describe('a source that fails', () => {
  it('is left alone after five faults, is asked once after its rest, and is well again once it answers', async () => {
    const directory = open()
    standIn.behaves = 'down'
    for (const siret of NUMBERS.slice(0, 5)) await failureOf(directory.find(siret))
    const began = Date.now()
    expect(await failureOf(directory.find(BIS))).toMatchObject({ trouble: 'resting', retryAfterSeconds: expect.closeTo(30, -0.7) as number })
    expect([standIn.asked.length, await directory.isWell(), Date.now() - began < 1000]).toEqual([5, false, true])

    clock.forward(31_000)
    await failureOf(directory.find(BIS))
    await failureOf(directory.find(BIS))
    expect([standIn.asked.length, await directory.isWell()]).toEqual([6, false])

    standIn.behaves = 'well'
    clock.forward(61_000)
    expect((await directory.find(BIS))?.name).toBe('ATELIER DU PORT')
    expect(await directory.isWell()).toBe(true)
  })
})
