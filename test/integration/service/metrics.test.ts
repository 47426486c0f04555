import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMetrics, type Metrics } from '@service/metrics/metrics'
import { startMetricsServer } from '@service/metrics/metrics-server'
import type { Db } from '@service/storage/database'
import { applicationOf, DANONE, postRegistration, siret } from '../../support/service/applicants'
import { openServiceRig, type ServiceRig } from '../../support/service/service-rig'

const CANARY = 'zqcanary'
let metrics: Metrics
let rig: ServiceRig

beforeAll(async () => {
  metrics = createMetrics({ version: '0.0.0', environment: 'practice' })
  rig = await openServiceRig({ LOG_REQUESTS: 'all' }, { watch: metrics.watch })
  metrics.observe({ db: rig.db, clock: rig.clock, hashing: rig.hashing, pool: () => ({ total: 3, idle: 2, waiting: 0 }), report: () => undefined })
})
afterAll(() => rig.close())

/** `parvis_…{a="b"} 1` → its labels and value. */
async function series(): Promise<{ readonly name: string; readonly labels: Record<string, string>; readonly value: number }[]> {
  const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('parvis_'))
  return lines.map((line) => {
    const [, name = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
    return { name, labels: Object.fromEntries([...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, text]) => [key, text])), value: Number(value) }
  })
}

async function valueOf(name: string, labels: Record<string, string> = {}): Promise<number | undefined> {
  return (await series()).find((one) => one.name === name && Object.entries(labels).every(([key, text]) => one.labels[key] === text))?.value
}

describe('promise 8: figures and the request log', () => {
  it('tell what happened, by route pattern and status class, and nothing of who it was', async () => {
    const email = `${CANARY}@example.org`
    expect((await postRegistration(rig, applicationOf(email, siret(DANONE)))).statusCode).toBe(202)
    await rig.send()
    await rig.ask('GET', `/v1/structures/SIRET/${DANONE}?${CANARY}=1`)
    await rig.ask('GET', `/v1/structures/SIRET/${DANONE}`)
    await rig.ask('GET', `/${CANARY}`)
    await rig.ask('POST', '/v1/sessions', { connectionEmail: email, password: CANARY }, { 'user-agent': CANARY, 'x-forwarded-for': CANARY })

    expect(await valueOf('parvis_http_request_duration_seconds_count', { method: 'POST', route: '/v1/registrations', status: '2xx' })).toBe(1)
    expect(await valueOf('parvis_http_request_duration_seconds_count', { route: 'none', status: '4xx' })).toBe(1)
    expect(await valueOf('parvis_outbox_mails', { state: 'sent' })).toBe(2)
    expect(await valueOf('parvis_outbox_mails', { state: 'failed' })).toBe(0)
    expect(await valueOf('parvis_outbox_oldest_waiting_seconds')).toBe(0)
    expect(await valueOf('parvis_mails_total', { outcome: 'mail-accepted' })).toBe(2)
    expect(await valueOf('parvis_directory_calls_total', { outcome: 'found' })).toBeGreaterThan(0)
    expect(await valueOf('parvis_database_connections', { state: 'idle' })).toBe(2)
    expect(await valueOf('parvis_password_hashing', { state: 'running' })).toBe(0)
    expect(await valueOf('parvis_password_hashing_refused_total')).toBe(0)
    expect(await metrics.text()).toContain('process_cpu_seconds_total')

    const requests = rig.log.filter(({ what }) => what === 'request')
    expect(requests).toContainEqual({ what: 'request', method: 'GET', route: '/v1/structures/:identifierType/:identifier', status: 200, ms: expect.any(Number) })
    for (const text of [await metrics.text(), JSON.stringify(rig.log)]) {
      expect(text).not.toContain(CANARY)
      expect(text).not.toContain(DANONE)
    }
  })

  it('are as many after three hundred different addresses as after one', async () => {
    await rig.ask('GET', `/${randomUUID()}`)
    await rig.ask('GET', `/v1/registrations/${randomUUID()}`)
    const before = (await series()).length
    for (let i = 0; i < 150; i++) {
      await rig.ask('GET', `/${randomUUID()}?${randomUUID()}`)
      await rig.ask('GET', `/v1/registrations/${randomUUID()}`)
    }
    expect((await series()).length).toBe(before)
    const labels = new Set((await series()).flatMap((one) => Object.keys(one.labels)))
    expect([...labels].sort()).toEqual(['environment', 'le', 'method', 'outcome', 'route', 'state', 'status', 'version'])
  })

  it('tell how long the oldest mail has been waiting', async () => {
    rig.post.isHeld = true
    await postRegistration(rig, applicationOf(`${randomUUID()}@example.org`))
    await rig.send()
    rig.clock.forward(600_000)
    expect(await valueOf('parvis_outbox_oldest_waiting_seconds')).toBeGreaterThanOrEqual(600)
    expect(await valueOf('parvis_mails_total', { outcome: 'mail-delayed' })).toBeGreaterThan(0)
    rig.post.isHeld = false
  })

  it('are told without a database, too, but for what only it knows', async () => {
    const troubles: unknown[] = []
    const alone = createMetrics({ version: '0.0.0', environment: 'practice' })
    const broken = { select: () => { throw new Error(CANARY) } } as unknown as Db
    alone.observe({ db: broken, clock: rig.clock, hashing: rig.hashing, pool: undefined, report: (cause) => troubles.push(cause) })
    const text = await alone.text()
    expect(text).toContain('parvis_password_hashing{state="waiting"} 0')
    expect(text).not.toMatch(/^parvis_outbox_(?:mails\{|oldest)/m)
    expect(text).not.toContain(CANARY)
    expect(troubles).toHaveLength(2)
  })

  it('are served under /metrics and nowhere else', async () => {
    const server = await startMetricsServer(metrics, { host: '127.0.0.1', port: 0 })
    const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method })
    const answer = await ask('/metrics')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain; version=0.0.4')])
    expect(await answer.text()).toContain('parvis_build_info{version="0.0.0",environment="practice"} 1')
    expect([(await ask('/')).status, (await ask('/metrics?x')).status, (await ask('/metrics', 'POST')).status]).toEqual([404, 404, 405])
    await server.close()
    expect((await rig.ask('GET', '/metrics')).statusCode).toBe(404)
  })
})
