import { randomBytes } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PracticeMailbox } from '@shared/http/practice-mailbox'
import { answerFailures } from '@service/http/answer-failures'
import { validateByZod } from '@service/http/validation'
import { createMailDispatcher } from '@service/mail/mail-dispatcher'
import type { MailMessage } from '@service/mail/mail-message'
import { createOutbox } from '@service/mail/outbox'
import { practiceMailboxRoutes } from '@service/mail/practice-mailbox-routes'
import { createPracticeTransport } from '@service/mail/practice-transport'
import type { OpenDatabase } from '@service/storage/database'
import { outbox as outboxTable, practiceMails } from '@service/storage/outbox-tables'
import { openTestDatabase } from '../../support/service/test-database'
import { SAMPLE_LINK, sampleMails } from '../../support/sample-mails'

const clock = { now: () => new Date() }
const outbox = createOutbox({ clock, secretKey: randomBytes(32), environment: 'practice', messageIdDomain: 'parvis.example' })
let opened: OpenDatabase
const apps: FastifyInstance[] = []

beforeAll(async () => {
  opened = await openTestDatabase()
})
afterAll(() => opened.close())
beforeEach(async () => {
  await opened.db.delete(outboxTable)
  await opened.db.delete(practiceMails)
})
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

async function mailbox(practiceSecret?: string): Promise<FastifyInstance> {
  const app = fastify()
  app.setValidatorCompiler(validateByZod)
  app.setSerializerCompiler(serializerCompiler)
  answerFailures(app, { unexpected: (failure) => expect.fail(String(failure)) })
  await app.register(practiceMailboxRoutes, { db: opened.db, practiceSecret })
  apps.push(app)
  return app
}

async function send(messages: readonly MailMessage[]): Promise<string[]> {
  const ids: string[] = []
  for (const message of messages) ids.push(await opened.db.transaction((tx) => outbox.queueMail(tx, message)))
  const dispatcher = createMailDispatcher({
    db: opened.db,
    line: opened.line,
    clock,
    outbox,
    transport: createPracticeTransport(opened.db, clock),
    onAccepted: async () => {},
    report: (trouble) => expect.fail(JSON.stringify(trouble)),
  })
  await dispatcher.drain()
  await dispatcher.stop(0)
  return ids
}

describe('the practice mailbox', () => {
  it('gives every mail as JSON, newest last', async () => {
    const app = await mailbox()
    expect((await app.inject('/practice/mailbox.json')).json()).toEqual([])
    const messages = sampleMails('fr').slice(0, 3)
    for (const message of messages) await send([message])
    const answer = await app.inject('/practice/mailbox.json')
    expect(answer.headers['cache-control']).toBe('no-store')
    const mails = PracticeMailbox.parse(answer.json())
    expect(mails.map(({ to }) => to)).toEqual(['zoe@example.org', 'zoe@example.org', 'zoe@example.org'])
    expect([...mails].sort((one, other) => one.sentAt.localeCompare(other.sentAt))).toEqual(mails)
    expect(Object.keys(mails[0]!).sort()).toEqual(['html', 'id', 'sentAt', 'subject', 'text', 'to'])
  })

  it('shows a mail once, however often it comes', async () => {
    const [id] = await send([sampleMails('en')[0]!])
    const transport = createPracticeTransport(opened.db, clock)
    const mail = { id: id!, messageId: '<x>', to: 'x@example.org', subject: '', text: '', html: '', locale: 'en' as const }
    expect(await transport.send(mail, new AbortController().signal)).toEqual({ outcome: 'accepted' })
    expect((await (await mailbox()).inject('/practice/mailbox.json')).json()).toHaveLength(1)
  })

  it.each([
    ['fr', 'Boîte aux lettres d’entraînement', 'rien ne quitte cette machine'],
    ['en', 'Practice mailbox', 'nothing leaves this machine'],
  ])('is a page (%s) that lists them, with the link of each', async (locale, title, notice) => {
    await send(sampleMails('fr').filter(({ kind }) => kind === 'activation'))
    const app = await mailbox()
    const byQuery = await app.inject(`/practice/mailbox?locale=${locale}`)
    const byHeader = await app.inject({ url: '/practice/mailbox', headers: { 'accept-language': `${locale}-BE, de;q=0.5` } })
    expect(byHeader.body).toBe(byQuery.body)
    expect(byQuery.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(byQuery.headers['content-security-policy']).toMatch(/^default-src 'none'; font-src 'self'; style-src 'sha256-/)
    expect(byQuery.body).toContain(`<html lang="${locale}">`)
    expect(byQuery.body).toContain(title)
    expect(byQuery.body).toContain(notice)
    expect(byQuery.body).toContain(`<a href="${SAMPLE_LINK}" rel="noreferrer">`)
  })

  it('lets nothing that a mail says become part of the page', async () => {
    await send(sampleMails('fr', '</pre><script>alert(1)</script><img src=x>'))
    const { body } = await (await mailbox()).inject('/practice/mailbox')
    expect(body).toContain('&lt;script&gt;')
    expect(body).not.toMatch(/<script|<img/)
  })

  it('shows a mail as HTML in a sandbox', async () => {
    const [id] = await send(sampleMails('en').filter(({ kind }) => kind === 'activation'))
    const app = await mailbox()
    const answer = await app.inject(`/practice/mailbox/${id}`)
    expect(answer.body).toMatch(/^<!doctype html>/)
    expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'.*; sandbox/)
    expect(answer.headers['content-security-policy']).not.toMatch(/allow-scripts|allow-forms|allow-same-origin/)
    expect((await app.inject(`/practice/mailbox/${crypto.randomUUID()}`)).statusCode).toBe(404)
  })

  it('answers only who knows the secret, when there is one', async () => {
    const app = await mailbox('open sesame')
    for (const url of ['/practice/mailbox.json', '/practice/mailbox', `/practice/mailbox/${crypto.randomUUID()}`])
      for (const authorization of [undefined, 'Bearer', 'Bearer wrong', 'open sesame', 'Bearer open sesame '])
        expect((await app.inject({ url, headers: authorization ? { authorization } : {} })).statusCode).toBe(401)
    const known = await app.inject({ url: '/practice/mailbox.json', headers: { authorization: 'Bearer open sesame' } })
    expect(known.statusCode).toBe(200)
  })

  it('answers nobody from elsewhere, nor under a foreign name', async () => {
    const app = await mailbox()
    expect((await app.inject({ url: '/practice/mailbox.json', remoteAddress: '192.0.2.7' })).statusCode).toBe(401)
    expect((await app.inject({ url: '/practice/mailbox.json', headers: { host: 'evil.example:4010' } })).statusCode).toBe(401)
    for (const host of ['127.0.0.1:4010', 'localhost:4010', '[::1]:4010', 'localhost'])
      expect((await app.inject({ url: '/practice/mailbox.json', headers: { host } })).statusCode).toBe(200)
  })
})
