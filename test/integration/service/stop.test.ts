import { randomUUID } from 'node:crypto'
import { connect, createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RegistrationAnswer } from '@shared/http/registrations'
import { type BuiltServer, buildServer } from '../../support/service/built-server'
import { applicationOf } from '../../support/service/applicants'
import { newEmail } from '../../support/service/service-rig'

/** The grace of `start-service.ts` is 5 s; a busy machine takes longer to close its database. Without a grace it would be the 30 s of a request. */
const LONGEST_END_MS = 20_000

let server: BuiltServer
beforeAll(async () => {
  server = await buildServer()
}, 120_000)
afterAll(() => { server.remove() })

const settings = (name: string) => ({ DATA_DIR: join(server.folder, name), CAPTCHA: 'fixed:AAAA', RATE_LIMITS: 'off' })

async function post<T>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return (await answer.json()) as T
}

async function register(address: string): Promise<RegistrationAnswer> {
  const { captchaId } = await post<{ captchaId: string }>(`${address}/v1/captchas`, { locale: 'en' })
  const { captchaToken } = await post<{ captchaToken: string }>(`${address}/v1/captchas/${captchaId}/validation`, { answer: 'AAAA' })
  return post(`${address}/v1/registrations`, { ...applicationOf(newEmail()), captchaToken }, { 'idempotency-key': randomUUID() })
}

describe('a stop', () => {
  it('under load ends in time with 0, and every registration that was acknowledged is there afterwards', async () => {
    const running = server.run(settings('load'))
    const address = await running.address()
    const acknowledged: RegistrationAnswer[] = []
    let isOver = false
    const crowd = Array.from({ length: 8 }, async () => {
      while (!isOver) {
        try {
          acknowledged.push(await register(address))
        } catch {
          isOver = true
        }
      }
    })
    while (acknowledged.length < 10) await wait(20)
    const before = acknowledged.length
    const askedAt = Date.now()
    running.child.kill('SIGTERM')
    expect(await running.end()).toBe(0)
    expect(Date.now() - askedAt).toBeLessThan(LONGEST_END_MS)
    await Promise.all(crowd)
    expect(acknowledged.length).toBeGreaterThanOrEqual(before)
    expect(running.output()).not.toContain('"what"')

    const again = server.run(settings('load'))
    const there = await again.address()
    for (const { registrationId, accessKey } of acknowledged) {
      const answer = await fetch(`${there}/v1/registrations/${registrationId}`, { headers: { authorization: `Bearer ${accessKey}` } })
      expect(answer.status).toBe(200)
    }
    again.child.kill('SIGTERM')
    expect(await again.end()).toBe(0)
  }, 120_000)

  it('does not wait for ever for a client that has stopped sending', async () => {
    const running = server.run(settings('slow'))
    const { port } = new URL(await running.address())
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write('POST /v1/captchas HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{')
    await wait(300)
    const askedAt = Date.now()
    running.child.kill('SIGTERM')
    expect(await running.end()).toBe(0)
    expect(Date.now() - askedAt).toBeLessThan(LONGEST_END_MS)
    socket.destroy()
  })
})

describe('the figures of the built server', () => {
  it('are on the port of their own, and a port that is taken is refused by name', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const port = String((taken.address() as { port: number }).port)
    const refused = server.run({ ...settings('figures'), METRICS_PORT: port })
    expect([await refused.end(), refused.output()]).toEqual([78, 'METRICS_PORT: Nothing can listen there (EADDRINUSE). Stop what listens there, or choose another.\n'])
    taken.close()
    await once(taken, 'close')

    const running = server.run({ ...settings('figures'), METRICS_PORT: port, LOG_REQUESTS: 'all' })
    const address = await running.address()
    expect((await fetch(`${address}/v1/conditions?locale=fr`)).status).toBe(200)
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    expect(text).toContain('parvis_http_request_duration_seconds_count{method="GET",route="/v1/conditions",status="2xx"} 1')
    expect(text).toContain('parvis_outbox_mails{state="queued"} 0')
    expect((await fetch(`${address}/metrics`)).status).toBe(404)
    expect(running.output()).toMatch(/"what":"request","method":"GET","route":"\/v1\/conditions","status":200,"ms":\d+\}/)
    running.child.kill('SIGTERM')
    expect(await running.end()).toBe(0)
  }, 60_000)
})
