import fastify, { type FastifyInstance } from 'fastify'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerFailures } from '@service/http/answer-failures'
import { turnAway } from '@service/http/turn-away'

const MOST = 2

describe('an instance that has enough to do', () => {
  let app: FastifyInstance
  let letGo: (() => void)[]

  beforeEach(() => {
    app = fastify()
    letGo = []
    answerFailures(app, { unexpected: () => {} })
    turnAway(app, MOST)
    app.get('/slow', () => new Promise((resolve) => letGo.push(() => resolve({}))))
    app.post('/slow', () => new Promise((resolve) => letGo.push(() => resolve({}))))
    app.get('/wrong', () => Promise.reject(new Error('ours')))
    app.get('/health', { config: { isAlwaysLetIn: true } }, async () => ({}))
  })
  afterEach(() => app.close())

  const isWorkingOn = (count: number) => vi.waitFor(() => expect(letGo).toHaveLength(count))
  const statusOf = async (url: string) => (await app.inject(url)).statusCode

  it('turns away what comes, at once and with a time to wait, and answers whoever watches it', async () => {
    const first = [app.inject('/slow'), app.inject('/slow')]
    await isWorkingOn(MOST)
    const refused = await app.inject('/slow')
    expect([refused.statusCode, refused.json<{ code: string }>().code, refused.headers['retry-after']]).toEqual([503, 'service-busy', '2'])
    expect(await statusOf('/health')).toBe(200)
    for (const finish of letGo) finish()
    expect((await Promise.all(first)).map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(letGo).toHaveLength(MOST)
  })

  it('takes the next when one is done, also one that failed, and one that nobody answers to', async () => {
    for (let turn = 0; turn < 2 * MOST; turn += 1) expect(await statusOf('/wrong')).toBe(500)
    for (let turn = 0; turn < 2 * MOST; turn += 1) expect(await statusOf('/nowhere')).toBe(404)
    const one = app.inject('/slow')
    await isWorkingOn(1)
    letGo[0]!()
    expect((await one).statusCode).toBe(200)
  })

  it('does not count whoever hung up before all of it had come', async () => {
    await app.listen({ port: 0 })
    const { port } = app.server.address() as AddressInfo
    for (let turn = 0; turn < MOST; turn += 1) await hangUp(port, '{"half":')
    await vi.waitFor(async () => expect(await statusOf('/wrong')).toBe(500))
  })

  it('counts what it works on although nobody waits for it any more', async () => {
    await app.listen({ port: 0 })
    const { port } = app.server.address() as AddressInfo
    for (let turn = 0; turn < MOST; turn += 1) {
      const sent = request({ port, path: '/slow' }).on('error', () => {}).end()
      await isWorkingOn(turn + 1)
      sent.destroy()
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await statusOf('/wrong')).toBe(503)
    for (const finish of letGo) finish()
    await vi.waitFor(async () => expect(await statusOf('/wrong')).toBe(500))
  })
})

async function hangUp(port: number, half: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const sent = request({ port, path: '/slow', method: 'POST', headers: { 'content-type': 'application/json', 'content-length': 100 } })
    sent.on('error', () => resolve())
    sent.write(half, () => setTimeout(() => sent.destroy(new Error('hung up')), 30))
  })
}
