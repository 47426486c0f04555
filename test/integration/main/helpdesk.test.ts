import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHelpdesk, type Helpdesk } from '@main/account/helpdesk'
import { createSessionKeeper, type SessionKeeper } from '@main/account/session-keeper'
import { fixedAddress } from '@main/submission/service-address'
import { createServiceClient, type ServiceClient } from '@main/submission/service-client'
import { startService, type RunningService } from '@service/app/start-service'
import { readConfig } from '@service/config/read-config'
import { AppError } from '@shared/errors/app-error'
import { PATHS } from '@shared/http/paths'
import { TicketReceipt } from '@shared/http/tickets'

const MANAGER = { connectionEmail: 'manager@practice.example', password: 'Practice-manager-2026' }
const AGENT = { connectionEmail: 'agent@practice.example', password: 'Practice-agent-2026' }
const [NANTES, RENNES, EMMAUS] = ['21440109300015', '21350238800019', '31723624800017']
const NOBODY = '00000000-0000-4000-8000-000000000000'

let running: RunningService
let service: ServiceClient
let session: SessionKeeper
let desk: Helpdesk

beforeAll(async () => {
  running = await startService({
    config: readConfig({ PORT: '0', DATA_DIR: 'memory://', CAPTCHA: 'fixed:AAAA', RATE_LIMITS: 'off' }),
    version: '1.2.3', log: () => undefined, preparedFile: new URL('file:///nowhere'),
  })
  service = createServiceClient({ fetch, service: fixedAddress(running.url) })
})
afterAll(() => running.stop())
beforeEach(async () => {
  session = createSessionKeeper({ service, changed: () => undefined })
  desk = createHelpdesk(session)
  await session.signIn(AGENT)
})

const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (thrown: unknown) => AppError.from(thrown).code)

async function passCaptcha(): Promise<string> {
  const { captchaId } = await service.requestCaptcha('en')
  return (await service.validateCaptcha(captchaId, 'aaaa')).captchaToken
}

async function register(connectionEmail: string, identifier: string): Promise<void> {
  const person = { connectionEmail, firstName: 'Ann', lastName: 'Lee', contactEmail: connectionEmail }
  const body = { person, structure: { identifierType: 'SIRET', identifier }, conditions: { version: '1', acceptedAt: '2026-11-23T10:00:00.000Z' }, locale: 'en', captchaToken: await passCaptcha() }
  await service.tell({ method: 'POST', path: PATHS.registrations, body, idempotencyKey: crypto.randomUUID() })
}

async function submitTicket(subject: string): Promise<string> {
  const body = { situation: 'other', email: 'zoe@example.org', subject, description: 'Help.', locale: 'fr', captchaToken: await passCaptcha() }
  return (await service.ask({ method: 'POST', path: PATHS.supportTickets, body }, TicketReceipt)).reference
}

describe('an agent', () => {
  it('sees a public structure beside its record, and approves it once', async () => {
    await register('ann@example.org', NANTES)
    const [request] = await desk.structureRequests()
    expect(request).toMatchObject({ applicant: { connectionEmail: 'ann@example.org' }, directory: { is: 'found', sector: 'public', closed: false } })
    await desk.decideStructure(request!.id, { decision: 'approve' })
    expect(await desk.structureRequests()).toEqual([])
    expect(await codeOf(desk.decideStructure(request!.id, { decision: 'refuse', reason: 'Too late.' }))).toBe('decision-made')
    expect(await codeOf(desk.decideStructure(NOBODY, { decision: 'approve' }))).toBe('registration-unknown')
  })

  it('refuses with a reason that the story repeats, and decides in the place of a manager', async () => {
    await register('ben@example.org', RENNES)
    const [request] = await desk.structureRequests()
    await desk.decideStructure(request!.id, { decision: 'refuse', reason: 'Give your own company.' })
    expect(await desk.find('ben@example.org')).toMatchObject([{ state: 'structure-refused', decisionReason: 'Give your own company.' }])

    await register('cid@example.org', EMMAUS)
    const [attachment] = await desk.attachmentRequests()
    await desk.decideAttachment(attachment!.id, { decision: 'accept' })
    expect([await desk.attachmentRequests(), await codeOf(desk.decideAttachment(attachment!.id, { decision: 'accept' }))]).toEqual([[], 'decision-made'])
  })

  it('finds a registration by any of three, with its mails and links, and sends a link again where there can be one', async () => {
    await register('dora@example.org', NANTES)
    const [story] = await desk.find(' Dora@Example.org ')
    expect(story?.mails.map(({ kind }) => kind)).toContain('registration-summary')
    expect((await desk.find(story!.reference.toLowerCase())).map(({ id }) => id)).toEqual([story!.id])
    expect((await desk.find('214 401 093 00015')).map(({ id }) => id)).toContain(story!.id)
    expect(await codeOf(desk.sendLink((await desk.find('ben@example.org'))[0]!.id))).toBe('registration-not-open')
    await desk.sendLink((await desk.find('cid@example.org'))[0]!.id)
    expect((await desk.find('cid@example.org'))[0]?.mails.filter(({ kind }) => kind === 'activation')).toHaveLength(2)
    expect(JSON.stringify(story)).not.toMatch(/password|token/i)
  })

  it('answers a ticket, closes and opens it again', async () => {
    const reference = await submitTicket('No mail')
    const ticket = (await desk.tickets('open')).find((one) => one.reference === reference)!
    expect(await desk.changeTicket(ticket.id, { answer: 'Here is how.' })).toMatchObject({ state: 'answered', answers: [{ text: 'Here is how.' }] })
    expect((await desk.tickets('answered')).map(({ id }) => id)).toContain(ticket.id)
    expect((await desk.changeTicket(ticket.id, { state: 'closed' })).state).toBe('closed')
    expect((await desk.changeTicket(ticket.id, { state: 'open' })).state).toBe('open')
    expect(await codeOf(desk.changeTicket(NOBODY, { state: 'closed' }))).toBe('ticket-unknown')
  })

  it('has the figures of thirty days', async () => {
    const figures = await desk.figures()
    expect(figures.byDay).toHaveLength(30)
    expect(figures.byState.find(({ state }) => state === 'structure-refused')?.count).toBe(1)
  })
})

describe('nobody else', () => {
  it('with an account of their own gets anything of the desk', async () => {
    await session.signIn(MANAGER)
    const questions = [desk.structureRequests(), desk.attachmentRequests(), desk.find('ann@example.org'), desk.figures(), desk.tickets('open'), desk.sendLink(NOBODY), desk.changeTicket(NOBODY, { state: 'closed' }), desk.decideStructure(NOBODY, { decision: 'approve' })]
    expect(new Set(await Promise.all(questions.map(codeOf)))).toEqual(new Set(['access-denied']))
    expect(session.describe()).toMatchObject({ is: 'signed-in', role: 'account' })
  })

  it('without a session, or after its end', async () => {
    await session.signOut()
    expect([await codeOf(desk.structureRequests()), await codeOf(desk.tickets('open'))]).toEqual(['session-ended', 'session-ended'])
  })
})
