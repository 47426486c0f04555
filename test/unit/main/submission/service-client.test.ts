import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { describeService } from '@main/submission/describe-service'
import { fixedAddress, type ServiceAddress } from '@main/submission/service-address'
import { createServiceClient } from '@main/submission/service-client'
import { AppError } from '@shared/errors/app-error'
import { json, problem, scriptFetch } from '../../../support/main/scripted-fetch'

const SOMEWHERE = fixedAddress('https://service.example/')
const HEALTH = { status: 'ok', version: '1', environment: 'qualification', phoneRequired: true, database: 'well', outbox: 'well', directory: 'well' }
const CAPTCHA_ID = '7c8f8bf0-5c54-4e8e-9a52-3f6d4b3a8f10'

function clientFor(answer: Parameters<typeof scriptFetch>[0]) {
  const { fetch, sent } = scriptFetch(answer)
  return { client: createServiceClient({ fetch, service: SOMEWHERE }), sent }
}

describe('a question', () => {
  it('goes to the service alone: no cookies, no redirects, only the headers that it needs', async () => {
    const { client, sent } = clientFor(() => json(200, { a: 1 }))
    await client.ask({ method: 'POST', path: '/v1/x', body: { b: 2 }, bearer: 'key', idempotencyKey: 'id' }, z.object({ a: z.number() }))
    expect(sent).toMatchObject([{ method: 'POST', path: '/v1/x', body: { b: 2 }, init: { redirect: 'error', credentials: 'omit' } }])
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Bearer key', 'idempotency-key': 'id', 'content-type': 'application/json' })
  })

  it('encodes what a person typed as one part of the address', async () => {
    const { client, sent } = clientFor(() => json(200, { standing: 'registered', sector: 'private', diffusible: true, closed: false }))
    await client.lookUpStructure('HORS_UE', 'US/../x?y#z')
    expect(sent[0]?.path).toBe('/v1/structures/HORS_UE/US%2F..%2Fx%3Fy%23z')
  })
})

describe('a refusal', () => {
  it('keeps the service’s code, its fields and its waiting time', async () => {
    const errors = [{ pointer: '/person/connectionEmail', code: 'email-malformed', params: {} }]
    const { client } = clientFor(() => problem(400, 'input-invalid', { errors, retryAfterSeconds: 7 }))
    const failure = await client.tell({ path: '/' }).catch(AppError.from)
    expect((failure as AppError).toFailure()).toEqual({ code: 'input-invalid', problems: errors, retryAfterSeconds: 7 })
  })

  it.each([
    ['a code that only this machine says', () => problem(422, 'vault-unavailable'), { code: 'service-refused' }],
    ['a failure that nobody named', () => problem(500, 'unexpected'), { code: 'service-refused' }],
    ['a code that is not known yet', () => problem(422, 'from-the-future'), { code: 'service-refused' }],
    ['a proxy that has too many questions', () => new Response('slow down', { status: 429, headers: { 'retry-after': '30' } }), { code: 'rate-limited', retryAfterSeconds: 30 }],
    ['a proxy without a service behind it', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), { code: 'service-unreachable' }],
    ['a busy service behind a proxy', () => new Response('', { status: 503, headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' } }), { code: 'service-busy', retryAfterSeconds: undefined }],
    ['a page that somebody put in its place', () => new Response('<h1>Not found</h1>', { status: 404 }), { code: 'service-refused' }],
  ])('%s', async (_case, answer, expected) => {
    await expect(clientFor(answer).client.tell({ path: '/' })).rejects.toMatchObject(expected)
  })
})

describe('an answer that is not what the contract says', () => {
  it.each([
    ['a page', () => new Response('<h1>Welcome to the hotel</h1>', { status: 200 })],
    ['another shape', () => json(200, { version: 1 })],
    ['nothing', () => new Response(null, { status: 204 })],
    ['an endless one', () => new Response(new Uint8Array(9 * 1024 * 1024), { status: 200 })],
  ])('is service-refused: %s', async (_case, answer) => {
    await expect(clientFor(answer).client.readConditions('fr')).rejects.toMatchObject({ code: 'service-refused' })
  })

  it('is refused for a captcha that the window would not show, or not play', async () => {
    const image = { mediaType: 'text/html', base64: 'AAAA' }
    const page = clientFor(() => json(201, { captchaId: CAPTCHA_ID, image, soundHref: '/x', expiresAt: '2026-01-05T10:00:00.000Z' }))
    await expect(page.client.requestCaptcha('fr')).rejects.toMatchObject({ code: 'service-refused' })
    const sound = clientFor(() => new Response('x', { headers: { 'content-type': 'text/html' } }))
    await expect(sound.client.listenToCaptcha(CAPTCHA_ID)).rejects.toMatchObject({ code: 'service-refused' })
  })
})

describe('no answer', () => {
  it('is service-unreachable when the line is cut', async () => {
    const { client } = clientFor(() => Promise.reject(new TypeError('fetch failed')))
    await expect(client.tell({ path: '/' })).rejects.toMatchObject({ code: 'service-unreachable' })
  })

  it('is service-unreachable when nobody listens, and when somebody listens and never answers', async () => {
    const server = createServer(() => undefined)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const service = fixedAddress(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    await expect(createServiceClient({ fetch, service, patienceMs: 100 }).tell({ path: '/' })).rejects.toMatchObject({ code: 'service-unreachable' })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await expect(createServiceClient({ fetch, service }).tell({ path: '/' })).rejects.toMatchObject({ code: 'service-unreachable' })
  })

  it('does not follow a redirect with the access key in its hand', async () => {
    const seen: string[] = []
    const server = createServer((request, response) => {
      seen.push(request.url ?? '')
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const service = fixedAddress(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    await expect(createServiceClient({ fetch, service }).tell({ path: '/v1', bearer: 'key' })).rejects.toBeInstanceOf(AppError)
    expect(seen).toEqual(['/v1'])
    expect(await describeService(createServiceClient({ fetch, service }))).toEqual({ state: 'unreachable', code: 'network-intercepted' })
  })
})

describe('the description of the service', () => {
  const starting: ServiceAddress = {
    address: () => new Promise(() => undefined),
    addressNow: () => {
      throw new AppError('service-starting', 'not yet')
    },
  }

  it('says what the form has to know', async () => {
    const { client } = clientFor(() => json(200, HEALTH))
    expect(await describeService(client)).toEqual({ state: 'ready', environment: 'qualification', version: '1', phoneRequired: true })
    expect(await client.formRules()).toEqual({ strictness: 'qualification', phoneRequired: true })
    const withMail = clientFor(() => json(200, { ...HEALTH, mailFrom: 'noreply@service.example' }))
    expect(await describeService(withMail.client)).toMatchObject({ mailFrom: 'noreply@service.example' })
  })

  it('does not wait for one that is starting', async () => {
    const client = createServiceClient({ fetch: scriptFetch(() => json(200, HEALTH)).fetch, service: starting })
    expect(await describeService(client)).toEqual({ state: 'starting' })
  })

  it.each([
    ['down', () => json(503, { ...HEALTH, status: 'down' }), 'service-busy'],
    ['gone', () => Promise.reject(new TypeError('fetch failed')), 'service-unreachable'],
    ['something else', () => json(200, {}), 'network-intercepted'],
    ['the sign-in page of a hotel', () => new Response('<h1>Welcome</h1>', { status: 200, headers: { 'content-type': 'text/html' } }), 'network-intercepted'],
    ['a page that is not there', () => new Response('<h1>Not found</h1>', { status: 404 }), 'network-intercepted'],
    ['a page that wants to be paid', () => new Response('', { status: 511 }), 'network-intercepted'],
    ['a redirect, as Node says it', () => Promise.reject(new TypeError('fetch failed', { cause: new Error('unexpected redirect') })), 'network-intercepted'],
    ['a redirect, as Chromium says it', () => Promise.reject(new Error("Attempted to redirect, but redirect policy was 'error'")), 'network-intercepted'],
    ['a gateway without a service', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 'service-unreachable'],
    ['a gateway whose service rests', () => new Response('<h1>Busy</h1>', { status: 503 }), 'service-busy'],
    ['a certificate that nobody trusts', () => Promise.reject(new Error('net::ERR_CERT_AUTHORITY_INVALID')), 'service-unreachable'],
  ])('says why it cannot be used: it is %s', async (_case, answer, code) => {
    expect(await describeService(clientFor(answer).client)).toEqual({ state: 'unreachable', code })
  })
})
