import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPERATIONS } from '@service/http/operations'
import { captchas } from '@service/storage/captcha-tables'
import { sha256 } from '@service/storage/secrets'
import { isFailureCode } from '@shared/errors/failure-codes'
import { activated, NANTES, registered, siret, TOTALENERGIES } from '../../support/service/applicants'
import { hookTarget, PUBLIC_POSTS, targets, untried, type Target } from '../../support/service/fuzz-targets'
import { openServiceRig, type ServiceRig } from '../../support/service/service-rig'
import { AGENT, MANAGER, signedIn } from '../../support/service/sessions'

/** Per route, and per route that anybody may post to. `npm run prove` asks for more. */
const CASES = Number(process.env['PARVIS_FUZZ_CASES'] ?? 600)
const PUBLIC_CASES = Number(process.env['PARVIS_FUZZ_PUBLIC_CASES'] ?? 1_500)
const patienceMs = (cases: number): number => 60_000 + cases * 80
const SECRET = 'the-secret-of-the-mail-server-0123456789'
/** As many rows as one statement takes parameters for. */
const CHUNK = 1_000

let rig: ServiceRig
let known: Readonly<Record<string, Target>>
let spent = 0

beforeAll(async () => {
  rig = await openServiceRig()
  await solveCaptchas(PUBLIC_CASES + CASES)
  const person = await activated(rig)
  const captchaToken = await rig.captchaToken()
  const ticket = { situation: 'other', email: person.email, subject: 'x', description: 'x', locale: 'en', captchaToken }
  if ((await rig.ask('POST', '/v1/support/tickets', ticket)).statusCode !== 201) throw new Error('No ticket')
  const agent = await signedIn(rig, AGENT)
  const [waiting] = (await agent.ask('GET', '/v1/support/tickets')).json<{ id: string }[]>()
  known = targets({
    applicant: await registered(rig),
    owner: (await signedIn(rig, { connectionEmail: person.email })).sessionToken,
    manager: (await signedIn(rig, MANAGER)).sessionToken,
    agent: agent.sessionToken,
    waiting: { attachment: (await registered(rig, siret(TOTALENERGIES))).registrationId, structure: (await registered(rig, siret(NANTES))).registrationId, ticket: waiting!.id },
    solved: () => `solved-${spent++}`,
  })
})
afterAll(() => rig.close())

async function solveCaptchas(count: number): Promise<void> {
  const expiresAt = new Date(rig.clock.now().getTime() + 3_600_000)
  const solved = Array.from({ length: count }, (_unused, index) => ({
    id: randomUUID(), locale: 'fr' as const, sealedCharacters: '', triesLeft: 0, expiresAt, tokenSha256: sha256(`solved-${index}`), tokenExpiresAt: expiresAt,
  }))
  for (let at = 0; at < count; at += CHUNK) await rig.db.insert(captchas).values(solved.slice(at, at + CHUNK))
}

async function neverOurFault(on: ServiceRig, { method, url, body = fc.constant(undefined), headers = fc.constant({}), contentType }: Target, cases: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(url, body, headers, async (address, payload, sent) => {
      const hasBody = payload !== undefined && method !== 'GET'
      const response = await on.app.inject({
        method, url: address,
        headers: { ...sent, ...(hasBody && { 'content-type': contentType ?? 'application/json' }) },
        ...(hasBody && { payload: contentType ? (payload as string) : (JSON.stringify(payload) ?? 'null') }),
      })
      expect(response.statusCode === 503 || response.statusCode < 500, `${response.statusCode} ${response.body}`).toBe(true)
      if (response.statusCode < 400 || response.headers['content-type']?.toString().startsWith('text/html')) return
      expect(response.headers['content-type']).toContain('application/problem+json')
      expect(isFailureCode(response.json<{ code: unknown }>().code)).toBe(true)
    }),
    { numRuns: cases },
  )
  expect(on.log.filter(({ what }) => what === 'request-failed')).toEqual([])
}

const MAILBOX = 'readPracticeMailbox'
/** The mailbox first: other routes fill it, and it is answered whole. */
const routes = [
  MAILBOX, ...Object.values(OPERATIONS).map(({ operationId }) => operationId).filter((name) => name !== MAILBOX),
  'a mail of the practice mailbox', 'the page of a link', 'the form of the page', 'the page of a registration',
]

describe('promise 24: generated requests, and never a fault of ours', () => {
  it('every operation of the contract is tried', () => {
    expect(untried(known)).toEqual([])
    expect(Object.keys(known).filter((name) => !routes.includes(name))).toEqual([])
  })

  it.each(routes)('%s', async (name) => {
    const cases = PUBLIC_POSTS.includes(name) ? PUBLIC_CASES : CASES
    const before = spent
    await neverOurFault(rig, known[name]!, cases)
    // Else nothing would have got past the captcha.
    if (name === 'register' || name === 'submitTicket') expect(spent - before).toBeGreaterThan(cases / 20)
  }, patienceMs(PUBLIC_CASES))

  it('the hook of the mail server', async () => {
    const withHook = await openServiceRig({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'noreply@parvis.example', BOUNCES_WEBHOOK_SECRET: SECRET })
    try {
      await neverOurFault(withHook, hookTarget(SECRET), CASES)
    } finally {
      await withHook.close()
    }
  }, patienceMs(CASES))
})
