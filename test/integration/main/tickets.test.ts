import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTicketHandlers } from '@main/app/ticket-handlers'
import { fixedAddress } from '@main/submission/service-address'
import { createServiceClient, type ServiceClient } from '@main/submission/service-client'
import { startService, type RunningService } from '@service/app/start-service'
import { readConfig } from '@service/config/read-config'
import { AppError } from '@shared/errors/app-error'
import { PATHS } from '@shared/http/paths'
import { PracticeMailbox } from '@shared/http/practice-mailbox'
import { Session } from '@shared/http/sessions'
import { Ticket, TICKET_LIMITS, type TicketRequest } from '@shared/http/tickets'
import { ACCOUNT_CONTRACT } from '@shared/ipc/account-contract'
import { z } from 'zod'

const FORMULA = '=HYPERLINK("https://evil.example";"Click")'
const PUBLIC = { legalStatus: 'Commune', siret: '214 401 093 00015', name: 'Commune de Nantes', address: { line1: '2 rue de l’Hôtel de Ville', postalCode: '44000', city: 'Nantes', country: 'FR' } }

let running: RunningService
let service: ServiceClient
let tickets: ReturnType<typeof createTicketHandlers>

beforeAll(async () => {
  running = await startService({
    config: readConfig({ PORT: '0', DATA_DIR: 'memory://', CAPTCHA: 'fixed:AAAA', RATE_LIMITS: 'off' }),
    version: '1.2.3', log: () => undefined, preparedFile: new URL('file:///nowhere'),
  })
  service = createServiceClient({ fetch, service: fixedAddress(running.url) })
  tickets = createTicketHandlers({ service })
})
afterAll(() => running.stop())

async function captchaToken(): Promise<string> {
  const { captchaId } = await service.requestCaptcha('en')
  return (await service.validateCaptcha(captchaId, 'AAAA')).captchaToken
}

async function ticket(change: Partial<TicketRequest> = {}): Promise<TicketRequest> {
  return { situation: 'connection-problem', email: 'zoe@example.org', subject: 'No mail', description: 'I wait.', locale: 'en', captchaToken: await captchaToken(), ...change }
}

async function ofAgent(reference: string): Promise<Ticket | undefined> {
  const { sessionToken: bearer } = await service.ask({ method: 'POST', path: PATHS.sessions, body: { connectionEmail: 'agent@practice.example', password: 'Practice-agent-2026' } }, Session)
  return (await service.ask({ path: PATHS.supportTickets, bearer }, z.array(Ticket))).find((found) => found.reference === reference)
}

const refusalOf = (asked: Promise<unknown>) => asked.then(() => undefined, (thrown: unknown) => AppError.from(thrown))

describe('a ticket from the window', () => {
  it('reaches support as it was written, formulas and all, and only its reference comes by mail', async () => {
    const { reference } = await tickets['ticket:submit'](await ticket({ subject: FORMULA, description: `${FORMULA}\n@SUM(1+1)*cmd|' /C calc'!A0`, registrationReference: 'PV-7K2M-9QDX' }))
    expect(reference).toMatch(/^PT-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(await ofAgent(reference)).toMatchObject({ subject: FORMULA, description: `${FORMULA}\n@SUM(1+1)*cmd|' /C calc'!A0`, registrationReference: 'PV-7K2M-9QDX' })
    await expect.poll(async () => (await service.ask({ path: PATHS.practiceMailboxJson }, PracticeMailbox)).map(({ text }) => text).join()).toContain(reference)
    expect((await service.ask({ path: PATHS.practiceMailboxJson }, PracticeMailbox)).map(({ text, html }) => text + html).join()).not.toMatch(/HYPERLINK|evil/)
  })

  it('for a public structure brings what support needs', async () => {
    const { reference } = await tickets['ticket:submit'](await ticket({ situation: 'public-structure', publicStructure: PUBLIC }))
    expect((await ofAgent(reference))?.publicStructure).toEqual({ ...PUBLIC, siret: '21440109300015' })
  })

  it('that is too long, or has a wrong number, is refused at its field and its captcha is still good', async () => {
    const good = await ticket()
    const long = await refusalOf(tickets['ticket:submit']({ ...good, description: 'x'.repeat(TICKET_LIMITS.description + 1) }))
    expect(long).toMatchObject({ code: 'input-invalid', problems: [{ pointer: '/description', code: 'too-long', params: { maximum: TICKET_LIMITS.description } }] })
    const mistyped = await refusalOf(tickets['ticket:submit']({ ...good, situation: 'public-structure', publicStructure: { ...PUBLIC, siret: '21440109300016' } }))
    expect(mistyped).toMatchObject({ code: 'input-invalid', problems: [{ pointer: '/publicStructure/siret', code: 'siret-check-digit' }] })
    expect((await tickets['ticket:submit'](good)).reference).toMatch(/^PT-/)
  })

  it('costs a captcha of its own', async () => {
    const first = await ticket()
    await tickets['ticket:submit'](first)
    expect(await refusalOf(tickets['ticket:submit'](first))).toMatchObject({ code: 'captcha-token-invalid' })
  })
})

describe('what may cross from the window', () => {
  const { input } = ACCOUNT_CONTRACT['ticket:submit']
  const whole = { situation: 'other', email: 'zoe@example.org', subject: 'A', description: 'B', locale: 'fr', captchaToken: 't' }

  it('is a whole ticket, and nothing that belongs to another situation', () => {
    expect(input.safeParse(whole).success).toBe(true)
    expect(input.safeParse({ ...whole, subject: ' ' }).success).toBe(false)
    expect(input.safeParse({ ...whole, publicStructure: PUBLIC }).success).toBe(false)
    expect(input.safeParse({ ...whole, situation: 'public-structure' }).success).toBe(false)
  })
})
