import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { captchas } from '@service/storage/captcha-tables'
import { sha256 } from '@service/storage/secrets'
import { isFailureCode } from '@shared/errors/failure-codes'
import { IDENTIFIER_TYPES } from '@shared/identifiers/identifier-type'
import { type Applicant, applicationOf, registered } from '../../support/service/applicants'
import { openServiceRig, type ServiceRig } from '../../support/service/service-rig'

/** Per route. `npm run prove` asks for more. */
const CASES = Number(process.env['PARVIS_FUZZ_CASES'] ?? 2_000)
const PATIENCE_MS = 60_000 + CASES * 50
/** As many rows as one statement takes parameters for. */
const CHUNK = 1_000

let rig: ServiceRig
let applicant: Applicant
beforeAll(async () => {
  rig = await openServiceRig()
  applicant = await registered(rig)
  const expiresAt = new Date(rig.clock.now().getTime() + 3_600_000)
  const solved = Array.from({ length: CASES }, (_unused, index) => ({
    id: randomUUID(), locale: 'fr' as const, sealedCharacters: '', triesLeft: 0, expiresAt, tokenSha256: sha256(`solved-${index}`), tokenExpiresAt: expiresAt,
  }))
  for (let at = 0; at < CASES; at += CHUNK) await rig.db.insert(captchas).values(solved.slice(at, at + CHUNK))
})
afterAll(() => rig.close())

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', ' ', '\u0000', '\ud800', '../..', "' or 1=1 --", '<script>', 'a@b.c', 'PV-0000-0000', '00000000', 'A'.repeat(43), '1', 'x'.repeat(5_000), randomUUID()),
)
const anything = fc.oneof({ weight: 3, arbitrary: text }, fc.jsonValue({ maxDepth: 2 }))

/** Bodies that are nearly right: each field as it should be, of any kind, or missing; and now and then one too many. */
function nearly(fields: Record<string, unknown>): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(
    Object.entries(fields).map(([name, good]) => [
      name,
      fc.oneof({ weight: 4, arbitrary: fc.constant(good) }, { weight: 3, arbitrary: anything }, ...(isPlain(good) ? [{ weight: 6, arbitrary: nearly(good) }] : [])),
    ]),
  )
  const body = fc.record(model, { requiredKeys: [] })
  return fc.oneof(
    { weight: 8, arbitrary: body },
    { weight: 1, arbitrary: fc.tuple(body, fc.string({ unit: 'binary', minLength: 1 }), anything).map(([good, key, value]) => ({ ...(good as object), [key]: value })) },
    { weight: 1, arbitrary: anything },
  )
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

interface Target {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly url: fc.Arbitrary<string>
  readonly body?: fc.Arbitrary<unknown>
  /** As a browser without script sends it; answered with a page. */
  readonly asForm?: boolean
  readonly headers?: () => fc.Arbitrary<Record<string, string>>
}

const segment = text.map(encodeLoosely)
const bearer = () => fc.constantFrom(`Bearer ${applicant.accessKey}`, 'Bearer x', 'Basic eDp5', '').map((authorization) => ({ authorization }))
const own = (path = '') => fc.oneof(fc.constant(undefined), segment).map((id) => `/v1/registrations/${id ?? applicant.registrationId}${path}`)
const key = () => fc.oneof(fc.uuid(), fc.constantFrom('', '"', 'x', '00000000-0000-0000-0000-000000000000')).map((value) => ({ 'idempotency-key': value }))
const address = { line1: '1 rue', line2: 'x', postalCode: '44000', city: 'Nantes', country: 'FR' }
const application = {
  ...applicationOf('fuzz@example.org', { identifierType: 'PARTICULIER', identifier: 'x', name: 'x', firstName: 'A', lastName: 'B', label: 'x', address }),
  captchaToken: 'x',
}
let spent = 0
/** Whoever has the rest right gets as far as the database, with a captcha that is good. */
const applications = fc
  .tuple(nearly(application), fc.oneof(fc.emailAddress(), fc.constant('fuzz@example.org')))
  .map(([body, connectionEmail]) => {
    const { captchaToken, person } = (body ?? {}) as { captchaToken?: unknown; person?: Record<string, unknown> }
    if (captchaToken !== 'x') return body
    return { ...(body as object), captchaToken: `solved-${spent++}`, ...(isPlain(person) && { person: { ...person, connectionEmail } }) }
  })
const proof = { token: 'A'.repeat(43), reference: 'PV-0000-0000', code: '00000000' }

const TARGETS: Readonly<Record<string, Target>> = {
  health: { method: 'GET', url: segment.map((query) => `/v1/health?${query}`) },
  conditions: { method: 'GET', url: segment.map((locale) => `/v1/conditions?locale=${locale}`) },
  structures: {
    method: 'GET',
    url: fc.tuple(fc.oneof(fc.constantFrom(...IDENTIFIER_TYPES), segment), segment).map(([type, identifier]) => `/v1/structures/${type}/${identifier}`),
  },
  'captcha validation': { method: 'POST', url: segment.map((id) => `/v1/captchas/${id}/validation`), body: nearly({ answer: 'AAAA' }) },
  'captcha sound': { method: 'GET', url: segment.map((id) => `/v1/captchas/${id}/sound`) },
  registrations: { method: 'POST', url: fc.constant('/v1/registrations'), body: applications, headers: key },
  following: { method: 'GET', url: own(), headers: bearer },
  'correcting the address': { method: 'PATCH', url: own(), body: nearly({ connectionEmail: 'not an address' }), headers: bearer },
  withdrawing: { method: 'DELETE', url: segment.map((id) => `/v1/registrations/${id}`), headers: bearer },
  'sending again': { method: 'POST', url: segment.map((id) => `/v1/registrations/${id}/activation-mails`), body: nearly({ x: 1 }), headers: bearer },
  inspection: { method: 'POST', url: fc.constant('/v1/activations/inspection'), body: nearly(proof) },
  activation: { method: 'POST', url: fc.constant('/v1/activations'), body: nearly({ ...proof, password: 'Correct-horse-9' }) },
  'password reset': { method: 'POST', url: fc.constant('/v1/password-resets'), body: nearly({ connectionEmail: 'fuzz@example.org', token: proof.token }) },
  'reset completion': { method: 'POST', url: fc.constant('/v1/password-resets/completion'), body: nearly({ token: proof.token, password: 'Correct-horse-9' }) },
  'the form of the page': {
    method: 'POST',
    url: segment.map((query) => `/activate?lang=${query}`),
    body: fc.record({ reference: text, code: text, password: text }, { requiredKeys: [] }),
    asForm: true,
  },
  mailbox: { method: 'GET', url: segment.map((id) => `/practice/mailbox/${id}`) },
}

function formOf(fields: Record<string, string>): string {
  return Object.entries(fields).map(([name, value]) => `${name}=${encodeLoosely(value)}`).join('&')
}

/** Some of it is not even a right encoding. */
function encodeLoosely(value: string): string {
  try {
    return encodeURIComponent(value).slice(0, 400)
  } catch {
    return '%ED%A0%80'
  }
}

it.each(Object.entries(TARGETS))(
  `promise 24: %s: ${CASES} generated requests, and never a fault of ours`,
  async (name, { method, url, body = fc.constant(undefined), asForm = false, headers = () => fc.constant({}) }) => {
    await fc.assert(
      fc.asyncProperty(url, body, headers(), async (address, payload, sent) => {
        const hasBody = payload !== undefined && method !== 'GET'
        const response = await rig.app.inject({
          method,
          url: address,
          headers: { ...sent, ...(hasBody && { 'content-type': asForm ? 'application/x-www-form-urlencoded' : 'application/json' }) },
          ...(hasBody && { payload: asForm ? formOf(payload as Record<string, string>) : (JSON.stringify(payload) ?? 'null') }),
        })
        expect(response.statusCode === 503 || response.statusCode < 500, `${response.statusCode} ${response.body}`).toBe(true)
        if (response.statusCode < 400 || response.headers['content-type']?.toString().startsWith('text/html')) return
        expect(response.headers['content-type']).toContain('application/problem+json')
        expect(isFailureCode(response.json<{ code: unknown }>().code)).toBe(true)
      }),
      { numRuns: CASES },
    )
    expect(name !== 'registrations' || spent > CASES / 20).toBe(true)
    expect(rig.log.filter(({ what }) => what === 'request-failed')).toEqual([])
  },
  PATIENCE_MS,
)

it('a picture is drawn for a known language only', async () => {
  await fc.assert(
    fc.asyncProperty(nearly({ locale: 'xx' }), async (payload) => {
      fc.pre((payload as { locale?: unknown } | null)?.locale !== 'fr' && (payload as { locale?: unknown } | null)?.locale !== 'en')
      const response = await rig.app.inject({ method: 'POST', url: '/v1/captchas', headers: { 'content-type': 'application/json' }, payload: JSON.stringify(payload) })
      expect(response.statusCode).toBe(400)
    }),
    { numRuns: CASES },
  )
}, PATIENCE_MS)
