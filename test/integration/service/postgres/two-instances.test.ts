import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type BuiltServer, buildServer, type ServerRun } from '../../../support/service/built-server'
import { createTestDatabase } from '../../../support/service/test-database'
import { newEmail } from '../../../support/service/service-rig'

const PASSWORD = 'Correct-horse-9'

let server: BuiltServer
let database: Awaited<ReturnType<typeof createTestDatabase>>
let instances: ServerRun[]
let proxy: Server
let url: string

function start(name: string): ServerRun {
  return server.run({ DATABASE_URL: database.url, DATA_DIR: join(server.folder, name), SECRET_KEY_FILE: join(server.folder, 'secret.key'), CAPTCHA: 'fixed:AAAA', PUBLIC_URL: 'http://127.0.0.1:4010' })
}

/** Each request goes to the next instance, whatever connection it comes on. */
function roundRobin(addresses: readonly string[]): Server {
  let turn = 0
  return createServer((incoming, outgoing) => {
    const { hostname, port } = new URL(addresses[turn++ % addresses.length]!)
    const passed = request({ hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(outgoing)
    })
    passed.on('error', () => outgoing.destroy())
    incoming.pipe(passed)
  })
}

beforeAll(async () => {
  server = await buildServer()
  database = await createTestDatabase({ isEmpty: true })
  // The first start makes the key; both migrate, one after the other or together.
  const first = start('first')
  await first.address()
  instances = [first, start('second')]
  proxy = roundRobin(await Promise.all(instances.map((instance) => instance.address())))
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
}, 180_000)

afterAll(async () => {
  proxy.close()
  for (const { child, end } of instances) {
    child.kill('SIGTERM')
    expect(await end()).toBe(0)
  }
  server.remove()
  await database.drop()
})

async function ask<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ readonly status: number; readonly body: T }> {
  const answer = await fetch(url + path, { method, headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) })
  const text = await answer.text()
  return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T }
}

async function captchaToken(): Promise<string> {
  const { body: { captchaId } } = await ask<{ captchaId: string }>('POST', '/v1/captchas', { locale: 'en' })
  return (await ask<{ captchaToken: string }>('POST', `/v1/captchas/${captchaId}/validation`, { answer: 'AAAA' })).body.captchaToken
}

const applicationOf = (connectionEmail: string) => ({
  person: { connectionEmail, firstName: 'Ann', lastName: 'Lee', contactEmail: connectionEmail },
  structure: { identifierType: 'PARTICULIER', firstName: 'Ann', lastName: 'Lee', address: { line1: '1 rue du Port', postalCode: '44000', city: 'Nantes', country: 'FR' } },
  conditions: { version: '1', acceptedAt: new Date().toISOString() },
  locale: 'en',
})

describe('two processes on one PostgreSQL, behind a proxy that gives each request to the other one', () => {
  it('walk somebody from the captcha to the log-in', async () => {
    const email = newEmail()
    const token = await captchaToken()
    const registered = await ask<{ registrationId: string; accessKey: string }>('POST', '/v1/registrations', { ...applicationOf(email), captchaToken: token }, { 'idempotency-key': randomUUID() })
    expect(registered).toMatchObject({ status: 202, body: { state: 'requested' } })
    const { registrationId, accessKey } = registered.body
    const followed = () => ask<{ state: string; mail: { state: string } }>('GET', `/v1/registrations/${registrationId}`, undefined, { authorization: `Bearer ${accessKey}` })
    await vi.waitFor(async () => expect((await followed()).body).toMatchObject({ state: 'activation-sent', mail: { state: 'sent' } }), { timeout: 15_000 })

    const mails = (await ask<{ to: string; text: string }[]>('GET', '/practice/mailbox.json')).body.filter(({ to }) => to === email)
    const link = mails.map(({ text }) => /#t=([\w-]{43})/.exec(text)?.[1]).find(Boolean)
    expect(mails).toHaveLength(2)
    expect((await ask('POST', '/v1/activations', { token: link, password: PASSWORD })).status).toBe(201)
    expect((await ask('POST', '/v1/activations', { token: link, password: PASSWORD })).status).toBe(409)

    const session = await ask<{ sessionToken: string }>('POST', '/v1/sessions', { connectionEmail: email, password: PASSWORD })
    for (const _ of instances) expect((await ask('GET', '/v1/account', undefined, { authorization: `Bearer ${session.body.sessionToken}` })).status).toBe(200)
  })

  it('make one registration of eight that come at once under one key, and count them together', async () => {
    const key = randomUUID()
    const body = { ...applicationOf(newEmail()), captchaToken: await captchaToken() }
    // The limit by address holds for all instances together: this network has ten a minute, and used one above.
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask<{ registrationId?: string; code?: string }>('POST', '/v1/registrations', body, { 'idempotency-key': key })))
    const made = new Set(answers.flatMap(({ body: { registrationId } }) => registrationId ?? []))
    expect(made.size).toBe(1)
    expect(answers.filter(({ status }) => status !== 202).every(({ status, body: { code } }) => status === 409 && code === 'request-in-flight')).toBe(true)
    const more = await Promise.all(Array.from({ length: 4 }, () => ask<{ code: string }>('POST', '/v1/registrations', body, { 'idempotency-key': key })))
    expect(more.map(({ status }) => status).sort()).toEqual([202, 429, 429, 429])
  })

  it('refuse an instance with another key, or without one, before it serves anything', async () => {
    const stranger = server.run({ DATABASE_URL: database.url, DATA_DIR: join(server.folder, 'stranger') })
    expect([await stranger.end(), stranger.output()]).toEqual([78, expect.stringContaining('secret.key is missing, and the database was begun with a key')])
    const other = server.run({ DATA_DIR: join(server.folder, 'elsewhere') })
    await other.address()
    other.child.kill('SIGTERM')
    await other.end()
    const wrong = server.run({ DATABASE_URL: database.url, SECRET_KEY_FILE: join(server.folder, 'elsewhere/secret.key') })
    expect([await wrong.end(), wrong.output()]).toEqual([78, expect.stringContaining('is not the key that the database was begun with')])
  })

  it('go on when one of them is killed', async () => {
    const [victim, survivor] = instances
    victim!.child.kill('SIGKILL')
    await victim!.end()
    instances = [survivor!]
    expect((await ask('GET', '/v1/health').catch(() => ask('GET', '/v1/health'))).status).toBe(200)
  })
})
