import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { isOutboxWell } from '@service/app/part-health'
import { createMailDispatcher, type MailDispatcher } from '@service/mail/mail-dispatcher'
import type { MailMessage } from '@service/mail/mail-message'
import { createOutbox, type Outbox } from '@service/mail/outbox'
import { createSmtpTransport } from '@service/mail/smtp-transport'
import type { OpenDatabase } from '@service/storage/database'
import { outbox as table } from '@service/storage/outbox-tables'
import { type MailReceiver, type Reply, startMailReceiver } from '../../support/mail-receiver'
import { openTestDatabase } from '../../support/service/test-database'
import { createMovableClock, type MovableClock } from '../../support/movable-clock'
import { ALL_SAMPLE_MAILS, SAMPLE_LINK, sampleMails } from '../../support/sample-mails'

const FROM = 'Service d’entraînement <no-reply@parvis.example>'
const ACTIVATION = sampleMails('fr').find(({ kind }) => kind === 'activation')!
let opened: OpenDatabase
let clock: MovableClock
let outbox: Outbox
let receiver: MailReceiver
let dispatcher: MailDispatcher
let acceptedCount: number

beforeAll(async () => {
  opened = await openTestDatabase()
})
afterAll(() => opened.close())
beforeEach(async () => {
  await opened.db.delete(table)
  acceptedCount = 0
  clock = createMovableClock()
  outbox = createOutbox({ clock, secretKey: randomBytes(32), environment: 'practice', messageIdDomain: 'parvis.example' })
  receiver = await startMailReceiver()
  dispatcher = dispatcherTo(receiver.url)
})
afterEach(async () => {
  await dispatcher.stop(0)
  await receiver.close()
})

function dispatcherTo(smtpUrl: string, bouncesTo?: string): MailDispatcher {
  return createMailDispatcher({
    db: opened.db,
    line: opened.line,
    clock,
    outbox,
    transport: createSmtpTransport({ smtpUrl, from: FROM, bouncesTo }),
    onAccepted: async () => {
      acceptedCount++
    },
    report: () => {},
  })
}

function queue(message: MailMessage = ACTIVATION): Promise<string> {
  return opened.db.transaction((tx) => outbox.queueMail(tx, message))
}

async function stateOf(id: string): Promise<{ state: string; lastFailure: string | null; attempts: number }> {
  const [row] = await opened.db.select().from(table).where(eq(table.id, id))
  return { state: row!.state, lastFailure: row!.lastFailure, attempts: row!.attempts }
}

describe('a mail over SMTP', () => {
  it('arrives with both bodies, its headers and its letters', async () => {
    const id = await queue({ ...ACTIVATION, to: 'zoe@example.org' })
    await dispatcher.drain()
    const [{ from, to, parsed, raw }] = receiver.received as [(typeof receiver.received)[number]]
    expect([from, to]).toEqual(['no-reply@parvis.example', ['zoe@example.org']])
    expect(parsed.subject).toBe('[Entraînement] Activez votre compte : lien valable 60 minutes')
    expect(parsed.from?.value).toEqual([{ name: 'Service d’entraînement', address: 'no-reply@parvis.example' }])
    expect(parsed.messageId).toBe(`<${id}@parvis.example>`)
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(parsed.headers.get('x-auto-response-suppress')).toBe('All')
    expect(parsed.headers.get('content-language')).toBe('fr')
    expect(parsed.date).toBeInstanceOf(Date)
    expect(parsed.text).toContain('Votre compte est prêt à être activé.')
    expect(parsed.text?.split('\n')).toContain(SAMPLE_LINK)
    expect(parsed.html).toContain('être activé')
    expect(parsed.html).toContain(`href="${SAMPLE_LINK}"`)
    expect(parsed.attachments).toEqual([])
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/im)
    expect(raw.split('\r\n').every((line) => Buffer.byteLength(line) <= 998)).toBe(true)
    expect(await stateOf(id)).toEqual({ state: 'sent', lastFailure: null, attempts: 1 })
  })

  it('arrives whole, whatever its kind and language', async () => {
    const umlauts = 'Grüße & Œuvres «ñ» 株式会社'
    const mails = [...ALL_SAMPLE_MAILS, ...sampleMails('fr', umlauts)]
    for (const mail of mails) await queue(mail)
    await dispatcher.drain()
    expect(receiver.received).toHaveLength(mails.length)
    expect(new Set(receiver.received.map(({ parsed }) => parsed.messageId)).size).toBe(mails.length)
    expect(receiver.received.filter(({ parsed }) => parsed.text?.includes(umlauts) && String(parsed.html).includes('Grüße &amp; Œuvres')).length).toBeGreaterThanOrEqual(5)
  })

  it('is tried again after a 4xx, at any stage, with the same Message-ID', async () => {
    const id = await queue()
    const stages: Reply[] = [{ at: 'sender', code: 421 }, { at: 'recipient', code: 451 }, { at: 'data', code: 452 }]
    for (const reply of stages) {
      receiver.refuseNext(reply)
      await dispatcher.drain()
      expect(await stateOf(id)).toMatchObject({ state: 'queued' })
      clock.forward(60_000)
    }
    await dispatcher.drain()
    expect(receiver.received.map(({ parsed }) => parsed.messageId)).toEqual([`<${id}@parvis.example>`])
    expect(await stateOf(id)).toEqual({ state: 'sent', lastFailure: null, attempts: 4 })
    expect(acceptedCount).toBe(1)
  })

  it.each([
    [{ at: 'recipient', code: 550 }, 'bounced', 'RCPT TO 550'],
    [{ at: 'recipient', code: 550, status: '5.1.1' }, 'bounced', 'RCPT TO 550 5.1.1'],
    [{ at: 'data', code: 550, status: '5.1.1' }, 'bounced', 'DATA 550 5.1.1'],
    [{ at: 'sender', code: 552 }, 'failed', 'MAIL FROM 552'],
    [{ at: 'data', code: 554 }, 'failed', 'DATA 554'],
  ] as const)('is given up after %o, and the note does not name the address', async (reply, state, lastFailure) => {
    const id = await queue()
    receiver.refuseNext(reply)
    await dispatcher.drain()
    expect(await stateOf(id)).toEqual({ state, lastFailure, attempts: 1 })
    clock.forward(3_600_000)
    await dispatcher.drain()
    expect(receiver.received).toEqual([])
    expect(acceptedCount).toBe(0)
  })

  it.each([
    [{ at: 'sender', code: 553 }, 'MAIL FROM 553'],
    [{ at: 'recipient', code: 554, status: '5.7.1' }, 'RCPT TO 554 5.7.1'],
    [{ at: 'data', code: 550, status: '5.7.26' }, 'DATA 550 5.7.26'],
  ] as const)('is kept when %o says that nothing of ours is taken, until somebody has seen to it', async (reply, lastFailure) => {
    const id = await queue()
    receiver.refuseNext(reply)
    await dispatcher.drain()
    expect(await stateOf(id)).toEqual({ state: 'queued', lastFailure, attempts: 1 })
    expect(await isOutboxWell(opened.db, clock)).toBe(false)
    clock.forward(60_000)
    await dispatcher.drain()
    expect(await stateOf(id)).toMatchObject({ state: 'sent' })
    expect(await isOutboxWell(opened.db, clock)).toBe(true)
  })

  it('asks the server for the row and for no text when a mail is returned, to an address of its own where there is one', async () => {
    const id = await queue()
    const other = dispatcherTo(receiver.url, 'bounces@parvis.example')
    await other.drain()
    await other.stop(0)
    expect(receiver.received[0]).toMatchObject({ from: 'bounces@parvis.example', dsn: { ret: 'HDRS', envid: id } })
    expect(receiver.received[0]!.parsed.from?.value[0]?.address).toBe('no-reply@parvis.example')
  })

  it('waits for a server that is not there, and for one that wants a password that we do not have', async () => {
    const id = await queue()
    const closed = await startMailReceiver()
    await closed.close()
    const lost = dispatcherTo(closed.url)
    await lost.drain()
    expect(await stateOf(id)).toMatchObject({ state: 'queued', lastFailure: expect.stringMatching(/^CONN /) })
    await lost.stop(0)

    clock.forward(60_000)
    const unknown = dispatcherTo(receiver.url.replace('smtp://', 'smtp://nobody:wrong@'))
    await unknown.drain()
    expect(await stateOf(id)).toMatchObject({ state: 'queued', attempts: 2 })
    await unknown.stop(0)

    clock.forward(60_000)
    await dispatcher.drain()
    expect(receiver.received).toHaveLength(1)
  })

  it('demands encryption when it is told to', async () => {
    const id = await queue()
    const strict = dispatcherTo(`${receiver.url}?requireTLS=true`)
    await strict.drain()
    await strict.stop(0)
    expect(await stateOf(id)).toMatchObject({ state: 'queued', attempts: 1 })
    expect(receiver.received).toEqual([])
  })

  it('cut off while the server was thinking, it goes again with the same Message-ID', async () => {
    const id = await queue()
    const letGo = receiver.hold()
    const cut = dispatcherTo(receiver.url)
    void cut.drain()
    await vi.waitFor(() => expect(receiver.attempts()).toBe(1), { timeout: 15_000 })
    await cut.stop(0)
    expect(await stateOf(id)).toMatchObject({ state: 'queued' })
    letGo()
    clock.forward(60_000)
    await dispatcher.drain()
    expect(new Set(receiver.received.map(({ parsed }) => parsed.messageId))).toEqual(new Set([`<${id}@parvis.example>`]))
    expect(await stateOf(id)).toMatchObject({ state: 'sent' })
  })

  it('goes to one receiver once, when twenty dispatchers are at it', async () => {
    const ids = await Promise.all(Array.from({ length: 60 }, () => queue()))
    const many = Array.from({ length: 20 }, () => dispatcherTo(receiver.url))
    await Promise.all(many.map((one) => one.drain()))
    await Promise.all(many.map((one) => one.stop(1000)))
    expect(receiver.received.map(({ parsed }) => parsed.messageId).sort()).toEqual(ids.map((id) => `<${id}@parvis.example>`).sort())
  })
})
