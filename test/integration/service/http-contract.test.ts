import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isFailureCode } from '@shared/errors/failure-codes'
import { Health } from '@shared/http/health'
import { PATHS } from '@shared/http/paths'
import { ProblemDocument } from '@shared/http/problem-document'
import { DANONE, NANTES, problemOf, registered, TOTALENERGIES } from '../../support/service/applicants'
import { newEmail, openServiceRig, type ServiceRig } from '../../support/service/service-rig'

let rig: ServiceRig
beforeAll(async () => {
  rig = await openServiceRig({ RATE_LIMITS: 'on' })
})
afterAll(() => rig.close())

describe('promise 24: problem documents', () => {
  const raw = (payload: string, type = 'application/json') => ({ method: 'POST' as const, url: '/v1/activations', payload, headers: { 'content-type': type } })

  it.each([
    ['nothing there', { method: 'GET', url: '/nowhere' }, 404, 'route-unknown'],
    ['another method', { method: 'PUT', url: '/v1/health' }, 405, 'method-not-allowed'],
    ['a method on an address with a parameter', { method: 'POST', url: '/v1/captchas/x/sound' }, 405, 'method-not-allowed'],
    ['malformed JSON', raw('{'), 400, 'body-malformed'],
    ['a forbidden key', raw('{"__proto__":{"a":1}}'), 400, 'body-malformed'],
    ['no JSON', raw('token=x', 'application/x-www-form-urlencoded'), 415, 'content-type-unsupported'],
    ['plain text', raw('x', 'text/plain'), 415, 'content-type-unsupported'],
    ['65 KiB', raw(`{"token":"${'x'.repeat(65 * 1024)}"}`), 413, 'body-too-large'],
    ['an empty body', raw(''), 400, 'input-invalid'],
    ['a list', raw('[]'), 400, 'input-invalid'],
    ['NUL in a text', raw('{"token":"a\\u0000b"}'), 400, 'input-invalid'],
    ['half a surrogate pair', raw('{"token":"a\\ud800b"}'), 400, 'input-invalid'],
    ['an address that cannot be read', { method: 'GET', url: '/v1/structures/SIRET/%zz' }, 400, 'body-malformed'],
    ['a type that there is none of', { method: 'GET', url: '/v1/structures/SIREN/732829320' }, 400, 'input-invalid'],
    ['a query field that there is none of', { method: 'GET', url: '/v1/conditions?locale=fr&x=1' }, 400, 'input-invalid'],
  ] as const)('%s', async (_case, request, status, code) => {
    const response = await rig.app.inject(request)
    expect(response.headers['content-type']).toContain('application/problem+json')
    const problem = ProblemDocument.parse(response.json())
    expect([response.statusCode, problem.status, problem.code]).toEqual([status, status, code])
    expect(isFailureCode(problem.code)).toBe(true)
  })

  it('405 names the methods that there are', async () => {
    expect((await rig.ask('DELETE', '/v1/registrations')).headers['allow']).toBe('POST')
    expect((await rig.ask('PUT', '/v1/registrations/x')).headers['allow']).toBe('DELETE, GET, HEAD, PATCH')
  })

  it('point at each refused field, and say which fields belong together', async () => {
    expect(problemOf(await rig.ask('POST', '/v1/activations', { reference: 'PV-1', password: 3, 'a/b': 1 })).errors).toEqual([
      { pointer: '/password', code: 'wrong-type', params: {} },
      { pointer: '/a~1b', code: 'unknown-field', params: {} },
    ])
    expect(problemOf(await rig.ask('POST', '/v1/activations', { reference: 'PV-1', password: '' })).errors).toEqual([{ pointer: '/code', code: 'required', params: {} }])
    expect(problemOf(await rig.ask('POST', '/v1/password-resets', {})).errors).toEqual([{ pointer: '/connectionEmail', code: 'required', params: {} }])
  })

  it('stop at a hundred refused fields: the answer is no larger than the question', async () => {
    const body = Object.fromEntries(Array.from({ length: 5_000 }, (_unused, index) => [`k${index}`, 1]))
    const response = await rig.ask('POST', '/v1/password-resets', body)
    expect(problemOf(response).errors).toHaveLength(100)
    expect(response.body.length).toBeLessThan(JSON.stringify(body).length)
  })

  it('a fault of ours is 500 without a word of what went wrong, and is logged without values', async () => {
    const broken = await openServiceRig()
    broken.app.get('/broken', async () => {
      throw new Error('canary@example.org is in this message')
    })
    const response = await broken.ask('GET', '/broken')
    expect([response.statusCode, problemOf(response).code]).toEqual([500, 'unexpected'])
    expect(response.body).not.toContain('canary')
    expect(broken.log).toMatchObject([{ what: 'request-failed', route: '/broken' }, { what: 'request', method: 'GET', route: '/broken', status: 500 }])
    await broken.close()
  })
})

describe('answers', () => {
  it('health says what it is and whether its parts are well', async () => {
    const response = await rig.ask('GET', '/v1/health')
    expect(response.statusCode).toBe(200)
    expect(Health.parse(response.json())).toMatchObject({ status: 'ok', environment: 'practice', database: 'well', outbox: 'well', directory: 'well' })
    rig.directory.isDown = true
    expect((await rig.ask('GET', '/v1/health')).json()).toMatchObject({ status: 'degraded', directory: 'unwell' })
    rig.directory.isDown = false
  })

  it.each(['fr', 'en'])('conditions in %s, version 1', async (locale) => {
    const { version, text } = (await rig.ask('GET', `/v1/conditions?locale=${locale}`)).json<{ version: string; text: string }>()
    expect(version).toBe('1')
    expect(text).toMatch(locale === 'fr' ? /ministre chargé du budget/ : /Minister for the Budget/)
  })

  it.each([
    [DANONE, { standing: 'not-registered', sector: 'private', diffusible: true, closed: false, name: 'DANONE' }],
    [TOTALENERGIES, { standing: 'registered', sector: 'private', name: 'TOTALENERGIES SE' }],
    [NANTES, { standing: 'not-registered', sector: 'public' }],
    ['35600000049837', { standing: 'not-registered', name: 'LA POSTE' }],
    ['21930066200018', { closed: true, sector: 'public' }],
    ['552 032 534 00646', { name: 'DANONE' }],
  ])('structure %s', async (number, expected) => {
    const response = await rig.ask('GET', `/v1/structures/SIRET/${encodeURIComponent(number)}`)
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject(expected)
  })

  it('what is not diffusible is absent, not masked', async () => {
    expect((await rig.ask('GET', '/v1/structures/SIRET/94957325700019')).json()).toEqual({
      standing: 'not-registered',
      sector: 'private',
      diffusible: false,
      closed: false,
    })
  })

  it.each([
    ['SIRET/73282932000074', 404, 'structure-unknown'],
    ['SIRET/73282932000079', 422, 'identifier-invalid'],
    ['UE_HORS_FRANCE/DE136695978', 422, 'identifier-invalid'],
    ['PARTICULIER/anything', 422, 'identifier-not-looked-up'],
    ['AUTRE/anything', 422, 'identifier-not-looked-up'],
  ])('structure %s is %i %s', async (path, status, code) => {
    const response = await rig.ask('GET', `/v1/structures/${path}`)
    expect([response.statusCode, problemOf(response).code]).toEqual([status, code])
  })

  it.each(['RIDET/0833517001', 'TAHITI/000026001', 'UE_HORS_FRANCE/DE136695976', 'HORS_UE/CHNESTLESA'])('%s has no directory and is not registered', async (path) => {
    expect((await rig.ask('GET', `/v1/structures/${path}`)).json()).toEqual({ standing: 'not-registered', sector: 'private', diffusible: true, closed: false })
  })

  it('carry a strict policy, and nothing that concerns a person is cached', async () => {
    const response = await rig.ask('GET', '/activate')
    expect(response.headers['content-security-policy']).toContain("default-src 'none'")
    expect(response.headers['content-security-policy']).not.toContain('unsafe')
    expect(response.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    expect((await rig.ask('POST', '/v1/activations/inspection', { token: 'x' })).headers['cache-control']).toBe('no-store')
  })

  it('the OpenAPI document has every call of the contract, with what it takes', async () => {
    const document = (await rig.ask('GET', PATHS.openApi)).json<{ openapi: string; paths: Record<string, Record<string, { requestBody?: unknown; responses: object }>>; components: { responses: object } }>()
    expect(document.openapi).toMatch(/^3\.1/)
    const { openApi, activationPage, statusPage, practiceMailbox, ...calls } = PATHS
    for (const hidden of [openApi, activationPage, statusPage, practiceMailbox]) expect(document.paths).not.toHaveProperty([hidden])
    for (const path of Object.values(calls)) expect(Object.keys(document.paths)).toContain(path)
    expect(JSON.stringify(document.paths['/v1/registrations']!['post']!.requestBody)).toContain('connectionEmail')
    expect(document.paths['/v1/password-resets']!['post']!.responses).toMatchObject({ 202: { description: expect.anything() } })
    expect(document.paths['/v1/password-resets']!['post']!.responses).not.toHaveProperty(['202', 'content'])
    const problem = { $ref: '#/components/responses/Problem' }
    for (const operations of Object.values(document.paths))
      for (const { responses } of Object.values(operations)) expect(responses).toMatchObject({ '4XX': problem, '5XX': problem })
    expect(document.components.responses).toHaveProperty(['Problem', 'content', 'application/problem+json'])
  })
})

describe('limits', () => {
  it('a look-up too many is 429 with Retry-After, counted by address and minute', async () => {
    const statuses: number[] = []
    rig.clock.forward(120_000)
    for (let i = 0; i < 61; i++) statuses.push((await rig.ask('GET', `/v1/structures/SIRET/${DANONE}`)).statusCode)
    expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true)
    const refused = await rig.ask('GET', `/v1/structures/SIRET/${DANONE}`)
    expect([refused.statusCode, problemOf(refused).code]).toEqual([429, 'rate-limited'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await rig.app.inject({ url: `/v1/structures/SIRET/${DANONE}`, remoteAddress: '203.0.113.7' })).statusCode).toBe(200)
    rig.clock.forward(61_000)
    expect((await rig.ask('GET', `/v1/structures/SIRET/${DANONE}`)).statusCode).toBe(200)
  })

  it('corrections are counted by registration, whatever address each names', async () => {
    rig.clock.forward(120_000)
    const applicant = await registered(rig)
    const statuses: number[] = []
    for (let i = 0; i < 4; i++) statuses.push((await applicant.ask('PATCH', '', { connectionEmail: `person${i}@example.org` })).statusCode)
    expect(statuses).toEqual([200, 200, 200, 429])
  })

  it('resets are counted by address of the account, whoever asks', async () => {
    rig.clock.forward(120_000)
    const ask = (remoteAddress: string, connectionEmail: string) =>
      rig.app.inject({ method: 'POST', url: '/v1/password-resets', payload: { connectionEmail }, remoteAddress })
    for (let i = 0; i < 5; i++) expect((await ask(`203.0.113.${i}`, i % 2 ? 'A@example.org' : 'a@example.org')).statusCode).toBe(202)
    expect((await ask('203.0.113.99', 'a@example.org')).statusCode).toBe(429)
    expect((await ask('203.0.113.99', 'b@example.org')).statusCode).toBe(202)
  })

  it('fifty resets within a minute: five are taken, and the rest refused alike for an address that is known and one that nobody has', async () => {
    rig.clock.forward(120_000)
    const applicant = await registered(rig)
    const before = (await rig.mails(applicant.email)).length
    const outcomesOf = async (connectionEmail: string): Promise<string[]> => {
      const answers = await Promise.all(Array.from({ length: 50 }, () => rig.ask('POST', '/v1/password-resets', { connectionEmail })))
      return answers.map(({ statusCode, body }) => (statusCode === 202 ? '202' : `${statusCode} ${(JSON.parse(body) as { code: string }).code}`)).sort()
    }
    const [known, unknown] = [await outcomesOf(applicant.email), await outcomesOf(newEmail())]
    expect(known).toEqual([...Array<string>(5).fill('202'), ...Array<string>(45).fill('429 rate-limited')])
    expect(unknown).toEqual(known)
    expect((await rig.mails(applicant.email)).length - before).toBeLessThanOrEqual(5)
  })
})
