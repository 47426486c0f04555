import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ticket, TicketReceipt } from '@shared/http/tickets'
import { NANTES, problemOf } from '../../support/service/applicants'
import { newEmail, openServiceRig, type ServiceRig } from '../../support/service/service-rig'
import { AGENT, MANAGER, signedIn, type SignedIn } from '../../support/service/sessions'

const DAY_MS = 24 * 60 * 60_000
const MESSAGE = { situation: 'connection-problem', subject: 'No mail', description: 'I wait.\r\nSince Monday.', locale: 'en' }
const PUBLIC = { legalStatus: 'Commune', siret: '214 401 093 00015', name: 'Commune de Nantes', address: { line1: '2 rue de l’Hôtel de Ville', postalCode: '44000', city: 'Nantes', country: 'FR' } }

let rig: ServiceRig
let agent: SignedIn
beforeAll(async () => {
  rig = await openServiceRig()
})
afterAll(() => rig.close())

const submit = async (change: object = {}) => rig.ask('POST', '/v1/support/tickets', { ...MESSAGE, email: newEmail(), captchaToken: await rig.captchaToken(), ...change })
const inState = async (state = '') => (await agent.ask('GET', `/v1/support/tickets${state && `?state=${state}`}`)).json<Ticket[]>()
async function submitted(change: object = {}): Promise<Ticket> {
  agent = await signedIn(rig, AGENT)
  const { reference } = (await submit(change)).json<TicketReceipt>()
  return (await inState()).find((ticket) => ticket.reference === reference)!
}
const change = (id: string, body: object) => agent.ask('PATCH', `/v1/support/tickets/${id}`, body)

describe('a ticket', () => {
  it('gets a reference and a mail that has none of its words, and waits for an agent as it was written', async () => {
    const email = newEmail()
    const ticket = await submitted({ email, registrationReference: ' pv-7k2m-9qdx ', subject: '=HYPERLINK("https://evil.example","Click")' })
    expect(ticket).toMatchObject({ state: 'open', email, subject: '=HYPERLINK("https://evil.example","Click")', description: 'I wait.\nSince Monday.', registrationReference: 'PV-7K2M-9QDX', answers: [] })
    expect(ticket.reference).toMatch(/^PT-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const [mail] = await rig.mails(email)
    expect(mail?.text).toContain(ticket.reference)
    expect(mail?.text).toContain('Connection problem')
    for (const word of ['Monday', 'HYPERLINK', 'evil']) expect(mail?.text).not.toContain(word)
  })

  it('for a public structure carries what support needs, the number in one form', async () => {
    expect((await submitted({ situation: 'public-structure', publicStructure: PUBLIC })).publicStructure).toEqual({ ...PUBLIC, siret: NANTES })
  })

  it('is answered by mail, in the language of who asked; an answer settles it, and it can be opened again', async () => {
    const email = newEmail()
    const { id, reference } = await submitted({ email, locale: 'fr' })
    const answered = await change(id, { answer: 'Regardez dans les indésirables.\n\nBien à vous' })
    expect([answered.statusCode, answered.json<Ticket>().state, answered.json<Ticket>().answers.map(({ text }) => text)]).toEqual([200, 'answered', ['Regardez dans les indésirables.\n\nBien à vous']])
    const mail = (await rig.mails(email)).at(-1)
    expect(mail?.subject).toContain('Le support a répondu')
    expect(mail?.text).toContain('Regardez dans les indésirables.')
    expect((await inState('answered')).map((ticket) => ticket.reference)).toContain(reference)
    expect((await change(id, { state: 'open' })).json<Ticket>().state).toBe('open')
    expect((await change(id, { state: 'closed', answer: 'C’est réglé.' })).json<Ticket>()).toMatchObject({ state: 'closed', answers: [{}, { text: 'C’est réglé.' }] })
    expect((await rig.mails(email)).filter(({ subject }) => subject.includes('répondu'))).toHaveLength(2)
  })

  it('is not answered twice by an answer that came twice, and is by another one', async () => {
    const email = newEmail()
    const { id } = await submitted({ email })
    for (const answer of ['Send it again.', 'Send it again.', 'Look into your spam folder.']) expect((await change(id, { answer })).statusCode).toBe(200)
    expect((await rig.mails(email)).filter(({ subject }) => subject.includes('answered'))).toHaveLength(2)
  })

  it('is erased 30 days after it was settled, and after 180 days in any case', async () => {
    const [settled, open] = [await submitted(), await submitted()]
    await change(settled.id, { state: 'closed' })
    rig.clock.forward(31 * DAY_MS)
    await rig.sweep.run()
    agent = await signedIn(rig, AGENT)
    expect(problemOf(await change(settled.id, { state: 'open' })).code).toBe('ticket-unknown')
    expect((await inState()).map(({ id }) => id)).toContain(open.id)
    rig.clock.forward(150 * DAY_MS)
    await rig.sweep.run()
    agent = await signedIn(rig, AGENT)
    expect((await inState()).map(({ id }) => id)).not.toContain(open.id)
  })

  it('costs a captcha, once', async () => {
    const captchaToken = await rig.captchaToken()
    const answers = await Promise.all([submit({ captchaToken }), submit({ captchaToken })])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 422])
    expect(problemOf(answers.find(({ statusCode }) => statusCode === 422)!).code).toBe('captcha-token-invalid')
  })

  it.each([
    [{ situation: 'love' }, '/situation'], [{ email: 'nobody' }, '/email'], [{ subject: '' }, '/subject'], [{ subject: 'two\nlines' }, '/subject'], [{ subject: 'x'.repeat(121) }, '/subject'],
    [{ description: ' \n ' }, '/description'], [{ description: 'x'.repeat(4001) }, '/description'], [{ description: 'a\u0000b' }, '/description'], [{ description: 'a\u202Eb' }, '/description'],
    [{ registrationReference: '12' }, '/registrationReference'], [{ situation: 'public-structure' }, '/publicStructure'], [{ publicStructure: PUBLIC }, '/publicStructure'],
    [{ situation: 'public-structure', publicStructure: { ...PUBLIC, siret: '21440109300016' } }, '/publicStructure/siret'], [{ situation: 'public-structure', publicStructure: { ...PUBLIC, legalStatus: undefined } }, '/publicStructure/legalStatus'],
    [{ captchaToken: undefined }, '/captchaToken'], [{ state: 'closed' }, '/state'],
  ])('is refused as %j, at its field', async (wrong, pointer) => {
    const refused = await submit(wrong)
    expect([refused.statusCode, problemOf(refused).errors?.map((error) => error.pointer)]).toEqual([400, [pointer]])
  })

  it('of a megabyte is refused unread', async () => {
    const refused = await submit({ description: 'x'.repeat(1_000_000) })
    expect([refused.statusCode, problemOf(refused).code]).toEqual([413, 'body-too-large'])
  })
})

describe('the agents’ tickets', () => {
  it('are nobody else’s', async () => {
    const { id } = await submitted()
    const manager = await signedIn(rig, MANAGER)
    for (const [method, path] of [['GET', '/v1/support/tickets'], ['PATCH', `/v1/support/tickets/${id}`]] as const)
      expect([(await rig.ask(method, path, {})).statusCode, (await manager.ask(method, path, {})).statusCode]).toEqual([401, 403])
  })

  it('leave a trace of every look and every answer', async () => {
    const { id } = await submitted()
    await change(id, { answer: 'Look at the spam folder.' })
    await change(id, { state: 'closed' })
    await inState('closed')
    expect(await rig.audit.verify()).toMatchObject({ isWhole: true })
    const { auditLog } = await import('@service/storage/audit-tables')
    const rows = await rig.db.select().from(auditLog)
    expect(rows.filter(({ subject }) => subject === id).map(({ action }) => action)).toEqual(['answered-ticket', 'closed-ticket'])
    expect(rows.at(-1)?.action).toBe('looked-at-tickets')
    expect(JSON.stringify(rows)).not.toContain('spam')
  })

  it.each([[{}, 400], [{ answer: ' ' }, 400], [{ answer: 'x'.repeat(4001) }, 400], [{ state: 'answered' }, 400]])('are not changed by %j', async (body, status) => {
    const { id } = await submitted()
    expect((await change(id, body)).statusCode).toBe(status)
    expect((await inState()).map((ticket) => ticket.id)).toContain(id)
  })
})
