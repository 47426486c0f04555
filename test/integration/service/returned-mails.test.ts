import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outbox } from '@service/storage/outbox-tables'
import type { FollowedRegistration } from '@shared/http/registrations'
import { type MailReceiver, startMailReceiver } from '../../support/mail-receiver'
import { asMboxEntry, reportOf } from '../../support/sample-reports'
import { type Applicant, GOOD_PASSWORD, INDIVIDUAL, problemOf, registered, tokenIn } from '../../support/service/applicants'
import { newEmail, openServiceRig, type ServiceRig } from '../../support/service/service-rig'

const SECRET = 'the-secret-of-the-mail-server-0123456789'
let folder: string
let box: string
let receiver: MailReceiver
let rig: ServiceRig

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-returned-'))
  box = join(folder, 'bounces')
  receiver = await startMailReceiver()
  rig = await openServiceRig({ SMTP_URL: receiver.url, MAIL_FROM: 'Parvis <noreply@parvis.example>', BOUNCES_MAILBOX: box, BOUNCES_WEBHOOK_SECRET: SECRET })
})
afterAll(async () => {
  await rig.close()
  await receiver.close()
  rmSync(folder, { recursive: true })
})

async function follow(applicant: Applicant): Promise<FollowedRegistration> {
  return (await applicant.ask('GET')).json<FollowedRegistration>()
}

/** Of the newest mail to that address: what a mail server would return. */
function reportFor(email: string): string {
  return reportOf({ messageId: receiver.received.findLast(({ to }) => to.includes(email))!.parsed.messageId! })
}

function bring(body: string, headers: Record<string, string> = {}) {
  return rig.ask('POST', '/hooks/bounces', body, { authorization: `Bearer ${SECRET}`, 'content-type': 'message/rfc822', ...headers })
}

async function sent(email = newEmail()): Promise<Applicant> {
  const applicant = await registered(rig, INDIVIDUAL, email)
  await rig.send()
  return applicant
}

describe('a mail that a server returns later', () => {
  it('is read from the mailbox by the sweep; the link goes on living, and a corrected address starts anew', async () => {
    const applicant = await sent()
    expect(await follow(applicant)).toMatchObject({ state: 'activation-sent', mail: { state: 'sent' } })
    writeFileSync(box, asMboxEntry(reportFor(applicant.email)))
    await rig.sweep.run()
    expect(await follow(applicant)).toMatchObject({ state: 'activation-sent', mail: { state: 'bounced' }, activation: { secondsLeft: expect.any(Number) } })
    expect(rig.log).toContainEqual(expect.objectContaining({ what: 'mail-returned', note: 'returned failed 5.1.1' }))
    expect(JSON.stringify(rig.log)).not.toContain('example.org')
    await applicant.ask('PATCH', '', { connectionEmail: newEmail() })
    await rig.send()
    expect(await follow(applicant)).toMatchObject({ mail: { state: 'sent' } })
  })

  it('does not tell a known address from any other', async () => {
    const owner = await sent()
    const token = tokenIn(receiver.received.findLast(({ to }) => to.includes(owner.email))!.parsed.text!)
    expect((await rig.ask('POST', '/v1/activations', { token, password: GOOD_PASSWORD })).statusCode).toBe(201)
    const pending = await sent()
    const shapes = []
    for (const email of [newEmail(), owner.email, pending.email]) {
      const applicant = await sent(email)
      const mail = await newestMailOf(applicant)
      await bring(reportOf({ messageId: mail.messageId }))
      const { state, nextActor, timeline, activation, mail: fate } = await follow(applicant)
      shapes.push({ state, nextActor, events: timeline.map(({ event }) => event), keys: Object.keys(activation ?? {}), fate })
    }
    expect(shapes[0]).toMatchObject({ state: 'activation-sent', fate: { state: 'bounced' } })
    expect(shapes[1]).toEqual(shapes[0])
    expect(shapes[2]).toEqual(shapes[0])
    // What came back was a mail about the other registration; the one that is really pending is as it was.
    expect(await follow(pending)).toMatchObject({ mail: { state: 'sent' } })
  })
})

async function newestMailOf({ registrationId }: Applicant): Promise<typeof outbox.$inferSelect> {
  const [row] = await rig.db.select().from(outbox).where(and(eq(outbox.registrationId, registrationId), eq(outbox.state, 'sent'))).orderBy(desc(outbox.position)).limit(1)
  return row!
}

describe('POST /hooks/bounces', () => {
  it('takes a whole mail, or the report alone', async () => {
    const whole = await sent()
    expect((await bring(reportFor(whole.email))).statusCode).toBe(204)
    expect(await follow(whole)).toMatchObject({ mail: { state: 'bounced' } })

    const other = await sent()
    const [head = '', ...body] = reportFor(other.email).split('\n\n')
    const type = /^Content-Type: (multipart[^\n]*\n[^\n]*)/m.exec(head)![1]!.replace(/\s+/g, ' ')
    expect((await bring(body.join('\n\n'), { 'content-type': type })).statusCode).toBe(204)
    expect(await follow(other)).toMatchObject({ mail: { state: 'bounced' } })
  })

  it('answers anything that it does not know alike', async () => {
    for (const body of [reportOf(), 'Subject: hello\n\n', '-']) expect((await bring(body)).statusCode).toBe(204)
  })

  it('asks to bring again what is early', async () => {
    const applicant = await sent()
    const mail = await newestMailOf(applicant)
    await rig.db.update(outbox).set({ state: 'sending' }).where(eq(outbox.id, mail.id))
    const answer = await bring(reportOf({ messageId: mail.messageId }))
    expect([answer.statusCode, answer.headers['retry-after'], problemOf(answer).code]).toEqual([503, '60', 'service-busy'])
    await rig.db.update(outbox).set({ state: 'sent' }).where(eq(outbox.id, mail.id))
  })

  it.each([
    ['no secret', {}, { authorization: '' }, 401, 'access-denied'],
    ['another secret', {}, { authorization: `Bearer ${SECRET}x` }, 401, 'access-denied'],
    ['JSON', {}, { 'content-type': 'application/json' }, 415, 'content-type-unsupported'],
    ['a body that is too large', { size: 300_000 }, {}, 413, 'body-too-large'],
  ])('refuses %s', async (_what, { size = 10 }: { size?: number }, headers, status, code) => {
    const answer = await bring('x'.repeat(size), headers)
    expect([answer.statusCode, problemOf(answer).code]).toEqual([status, code])
  })

  it('is not there without a secret, nor in the contract', async () => {
    const without = await openServiceRig({ SMTP_URL: receiver.url })
    expect((await without.ask('POST', '/hooks/bounces', {})).statusCode).toBe(404)
    await without.close()
    expect((await rig.ask('GET', '/v1/openapi.json')).body).not.toContain('hooks')
  })
})
