import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deleteFinishedMails, findMailState, leaseDueMails } from '@service/mail/outbox-repository'
import type { OpenDatabase } from '@service/storage/database'
import { outbox as table } from '@service/storage/outbox-tables'
import { openTestDatabase } from '../../support/service/test-database'
import { ACTIVATION, listeningTransport, openOutboxRig, type OutboxRig, SUMMARY } from '../../support/outbox-rig'
import { SAMPLE_LINK } from '../../support/sample-mails'

const MINUTE = 60_000
let opened: OpenDatabase
let rig: OutboxRig

beforeAll(async () => {
  opened = await openTestDatabase()
})
afterAll(() => opened.close())
beforeEach(async () => {
  rig = await openOutboxRig(opened.db)
})
afterEach(() => rig.close())

describe('the outbox', () => {
  it('holds nothing in clear, and nothing at all once the mail is gone', async () => {
    const id = await rig.queue()
    const waiting = await rig.rowOf(id)
    expect(waiting).toMatchObject({ kind: 'activation', locale: 'fr', state: 'queued', attempts: 0, messageId: `<${id}@parvis.example>` })
    expect(JSON.stringify(waiting)).not.toMatch(/zoe|activate#t=|ABCD/)

    const transport = listeningTransport()
    await rig.dispatcherOf(transport).drain()
    expect(transport.sent).toHaveLength(1)
    expect(transport.sent[0]).toMatchObject({ id, to: 'zoe@example.org', messageId: waiting.messageId, locale: 'fr' })
    expect(transport.sent[0]?.text).toContain(SAMPLE_LINK)
    expect(await rig.rowOf(id)).toMatchObject({ state: 'sent', sealedContent: null, leasedUntil: null })
    expect((await rig.rowOf(id)).sentAt).toEqual(rig.accepted[0]?.acceptedAt)
  })

  it('has nothing of a transaction that came to nothing', async () => {
    const failed = opened.db.transaction(async (tx) => {
      await rig.outbox.queueMail(tx, ACTIVATION)
      throw new Error('no registration')
    })
    await expect(failed).rejects.toThrow('no registration')
    const transport = listeningTransport()
    await rig.dispatcherOf(transport).drain()
    expect(transport.sent).toEqual([])
  })

  it('fails the transaction that wants a mail which cannot be written', async () => {
    await expect(rig.queue({ ...ACTIVATION, activationLink: 'ftp://x' } as typeof ACTIVATION)).rejects.toThrow('web address')
    expect(await opened.db.select().from(table)).toEqual([])
  })

  it('takes back what has not left yet', async () => {
    const registrationId = randomUUID()
    await rig.queue(ACTIVATION, registrationId)
    const other = await rig.queue(ACTIVATION, randomUUID())
    await opened.db.transaction((tx) => rig.outbox.withdrawMails(tx, registrationId))
    const transport = listeningTransport()
    await rig.dispatcherOf(transport).drain()
    expect(transport.sent.map(({ id }) => id)).toEqual([other])
  })

  it('says of a registration how its newest mail stands', async () => {
    const registrationId = randomUUID()
    expect(await findMailState(opened.db, registrationId)).toBeUndefined()
    await rig.queue(SUMMARY, registrationId)
    await rig.dispatcherOf(listeningTransport()).drain()
    expect(await findMailState(opened.db, registrationId)).toBe('sent')
    await rig.queue(ACTIVATION, registrationId)
    expect(await findMailState(opened.db, registrationId)).toBe('queued')
    await leaseDueMails(opened.db, rig.clock.now(), new Date(rig.clock.now().getTime() + MINUTE), 10)
    expect(await findMailState(opened.db, registrationId)).toBe('queued')
    rig.clock.forward(2 * MINUTE)
    await rig.dispatcherOf(listeningTransport([{ outcome: 'bounced', note: 'RCPT TO 550' }])).drain()
    expect(await findMailState(opened.db, registrationId)).toBe('bounced')
  })

  it('is swept of what is over', async () => {
    const sent = await rig.queue()
    await rig.dispatcherOf(listeningTransport()).drain()
    const waiting = await rig.queue()
    await deleteFinishedMails(opened.db, rig.clock.now())
    expect(await rig.rowOf(sent)).toBeUndefined()
    expect(await rig.rowOf(waiting)).toBeDefined()
  })
})
