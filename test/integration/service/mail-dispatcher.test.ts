import { randomBytes, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Delivery, MailTransport } from '@service/mail/mail-transport'
import { createOutbox } from '@service/mail/outbox'
import { leaseDueMails, noteGivenUp, noteRetry } from '@service/mail/outbox-repository'
import type { OpenDatabase } from '@service/storage/database'
import { outbox as table } from '@service/storage/outbox-tables'
import { openTestDatabase } from '../../support/service/test-database'
import { ACTIVATION, listeningTransport, openOutboxRig, type OutboxRig, SUMMARY } from '../../support/outbox-rig'

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

describe('the dispatcher', () => {
  it('tells once, inside the transaction that notes it, that a mail was accepted and when', async () => {
    const registrationId = randomUUID()
    const id = await rig.queue(ACTIVATION, registrationId)
    const before = rig.clock.now()
    let stateInside: string | undefined
    const dispatcher = rig.dispatcherOf(listeningTransport(), {
      async onAccepted(tx) {
        stateInside = (await tx.select().from(table).where(eq(table.id, id)))[0]?.state
      },
    })
    await dispatcher.drain()
    await dispatcher.drain()
    expect(rig.accepted).toHaveLength(1)
    expect(rig.accepted[0]).toMatchObject({ id, kind: 'activation', registrationId })
    expect(rig.accepted[0]!.acceptedAt >= before).toBe(true)
    expect(stateInside).toBe('sent')
  })

  it('tries again later, with the same Message-ID, and waits longer each time', async () => {
    const id = await rig.queue()
    const later: Delivery = { outcome: 'later', note: 'RCPT TO 451' }
    const transport = listeningTransport([later, later])
    const dispatcher = rig.dispatcherOf(transport)
    for (const seconds of [5, 10]) {
      const before = rig.clock.now()
      await dispatcher.drain()
      const row = await rig.rowOf(id)
      expect(row).toMatchObject({ state: 'queued', lastFailure: 'RCPT TO 451' })
      expect(row.nextAttemptAt.getTime() - before.getTime()).toBeGreaterThanOrEqual(seconds * 1000)
      await dispatcher.drain()
      expect((await rig.rowOf(id)).attempts).toBe(row.attempts)
      rig.clock.forward(seconds * 1000 + 1000)
    }
    await dispatcher.drain()
    expect(transport.sent.map(({ messageId }) => messageId)).toEqual([`<${id}@parvis.example>`])
    expect(await rig.rowOf(id)).toMatchObject({ state: 'sent', attempts: 3, lastFailure: null })
    expect(rig.troubles.map(({ what }) => what)).toEqual(['mail-delayed', 'mail-delayed'])
  })

  it.each([
    ['bounced', 'bounced', 'RCPT TO 550'],
    ['refused', 'failed', 'DATA 554'],
  ] as const)('gives a %s mail up, visibly, and blanks its content', async (outcome, state, note) => {
    const id = await rig.queue()
    const dispatcher = rig.dispatcherOf(listeningTransport([{ outcome, note }]))
    await dispatcher.drain()
    expect(await rig.rowOf(id)).toMatchObject({ state, lastFailure: note, sealedContent: null })
    expect(rig.troubles).toEqual([{ what: 'mail-given-up', mailId: id, note }])
    rig.clock.forward(24 * 60 * MINUTE)
    await dispatcher.drain()
    expect(await rig.rowOf(id)).toMatchObject({ state, attempts: 1 })
    expect(rig.accepted).toEqual([])
  })

  it('keeps what is shut out, tells that it is the set-up, and gives up after the same time as for anything else', async () => {
    const id = await rig.queue()
    const dispatcher = rig.dispatcherOf(listeningTransport(Array.from({ length: 60 }, () => ({ outcome: 'shut-out' as const, note: 'AUTH PLAIN 535' }))))
    await dispatcher.drain()
    expect(await rig.rowOf(id)).toMatchObject({ state: 'queued', lastFailure: 'AUTH PLAIN 535', isShutOut: true })
    expect(rig.troubles).toEqual([{ what: 'mail-shut-out', mailId: id, note: 'AUTH PLAIN 535' }])
    for (let i = 0; i < 60; i++) {
      rig.clock.forward(31 * MINUTE)
      await dispatcher.drain()
    }
    expect(await rig.rowOf(id)).toMatchObject({ state: 'failed', attempts: 50, isShutOut: false })
  })

  it('gives up after its last attempt', async () => {
    const id = await rig.queue()
    const dispatcher = rig.dispatcherOf(listeningTransport(Array.from({ length: 60 }, () => ({ outcome: 'later' as const, note: 'CONN ESOCKET' }))))
    for (let i = 0; i < 60; i++) {
      await dispatcher.drain()
      rig.clock.forward(31 * MINUTE)
    }
    expect(await rig.rowOf(id)).toMatchObject({ state: 'failed', attempts: 50, lastFailure: 'CONN ESOCKET', sealedContent: null })
  })

  it('sends again what a killed dispatcher had leased, once the lease is over, with the same Message-ID', async () => {
    const id = await rig.queue()
    const leased = await leaseDueMails(opened.db, rig.clock.now(), new Date(rig.clock.now().getTime() + 2 * MINUTE), 10)
    expect(leased.map((row) => row.id)).toEqual([id])
    const transport = listeningTransport()
    const dispatcher = rig.dispatcherOf(transport)
    await dispatcher.drain()
    expect(transport.sent).toEqual([])
    rig.clock.forward(2 * MINUTE + 1000)
    await dispatcher.drain()
    expect(transport.sent.map(({ messageId }) => messageId)).toEqual([leased[0]!.messageId])
    expect(await rig.rowOf(id)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('takes such leases over at its start when it is alone', async () => {
    await rig.queue()
    await leaseDueMails(opened.db, rig.clock.now(), new Date(rig.clock.now().getTime() + 2 * MINUTE), 10)
    const transport = listeningTransport()
    await rig.dispatcherOf(transport, { isAlone: true }).start()
    await vi.waitFor(() => expect(transport.sent).toHaveLength(1), { timeout: 15_000 })
  })

  it('lets nobody whose lease is over change what the next holder does', async () => {
    const id = await rig.queue()
    const [stale] = await leaseDueMails(opened.db, rig.clock.now(), rig.clock.now(), 10)
    rig.clock.forward(1000)
    const [held] = await leaseDueMails(opened.db, rig.clock.now(), new Date(rig.clock.now().getTime() + MINUTE), 10)
    await noteRetry(opened.db, stale!, { nextAttemptAt: rig.clock.now(), lastFailure: 'late', isShutOut: false })
    await noteGivenUp(opened.db, stale!, 'failed', 'late')
    expect(await rig.rowOf(id)).toMatchObject({ state: 'sending', attempts: held!.attempts, lastFailure: null })
  })

  it('settles a mail later that was accepted and could not be settled, tells so, and does not send it again', async () => {
    const id = await rig.queue()
    const transport = listeningTransport()
    let failures = 1
    const dispatcher = rig.dispatcherOf(transport, {
      async onAccepted() {
        if (failures-- > 0) throw new Error('the database went away')
      },
    })
    await dispatcher.drain()
    const { acceptedAt } = await rig.rowOf(id)
    expect(await rig.rowOf(id)).toMatchObject({ state: 'sending', acceptedAt: expect.any(Date) })
    expect(rig.troubles.map(({ what }) => what)).toEqual(['mail-unsettled'])
    rig.clock.forward(2 * MINUTE + 1000)
    await dispatcher.drain()
    expect(transport.sent).toHaveLength(1)
    expect(rig.accepted).toMatchObject([{ id, acceptedAt }])
    expect(await rig.rowOf(id)).toMatchObject({ state: 'sent' })
  })

  it('goes on with the others when one cannot be opened', async () => {
    const other = createOutbox({ clock: rig.clock, secretKey: randomBytes(32), environment: 'practice', messageIdDomain: 'x.example' })
    const broken = await opened.db.transaction((tx) => other.queueMail(tx, ACTIVATION))
    const whole = await rig.queue()
    const transport = listeningTransport()
    await rig.dispatcherOf(transport).drain()
    expect(transport.sent.map(({ id }) => id)).toEqual([whole])
    expect(await rig.rowOf(broken)).toMatchObject({ state: 'failed', lastFailure: 'content unreadable: the secret key has changed' })
  })

  it('survives a transport that throws', async () => {
    const id = await rig.queue()
    await rig.dispatcherOf({ send: () => Promise.reject(new Error('bug')), close() {} }).drain()
    expect(await rig.rowOf(id)).toMatchObject({ state: 'queued', attempts: 1 })
  })

  it('sends each of 200 mails once, when twenty dispatchers are at it', async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, () => rig.queue()))
    const transport = listeningTransport()
    await Promise.all(Array.from({ length: 20 }, () => rig.dispatcherOf(transport).drain()))
    expect(transport.sent.map(({ id }) => id).sort()).toEqual(ids.sort())
    expect(rig.accepted).toHaveLength(200)
  })

  it('sends the mails about one registration in their order, also when the first is slow', async () => {
    const registrationId = randomUUID()
    const [first, second] = await opened.db.transaction(async (tx) => [
      await rig.outbox.queueMail(tx, SUMMARY, { registrationId }),
      await rig.outbox.queueMail(tx, ACTIVATION, { registrationId }),
    ])
    const ended: string[] = []
    const slowFirst: MailTransport = {
      async send({ id }) {
        if (id === first) await new Promise((resolve) => setTimeout(resolve, 100))
        ended.push(id)
        return { outcome: 'accepted' }
      },
      close() {},
    }
    await rig.dispatcherOf(slowFirst).drain()
    expect(ended).toEqual([first, second])
  })

  it('is woken by whoever queued something', async () => {
    const transport = listeningTransport()
    const dispatcher = rig.dispatcherOf(transport)
    await dispatcher.start()
    for (let i = 1; i <= 5; i++) {
      await rig.queue()
      dispatcher.wake()
      await vi.waitFor(() => expect(transport.sent).toHaveLength(i), { timeout: 15_000 })
    }
  })

  it('stops with grace: ends what is under way, begins nothing more', async () => {
    const registrationId = randomUUID()
    const under = await rig.queue(SUMMARY, registrationId)
    const waiting = await rig.queue(ACTIVATION, registrationId)
    const { transport, hasBegun, letGo } = slowTransport()
    const dispatcher = rig.dispatcherOf(transport)
    void dispatcher.drain()
    await hasBegun
    const stopped = dispatcher.stop(30_000)
    letGo()
    await stopped
    expect(await rig.rowOf(under)).toMatchObject({ state: 'sent' })
    expect(await rig.rowOf(waiting)).toMatchObject({ state: 'queued', attempts: 0 })
  })

  it('cuts off what takes longer than the grace, and leaves it to be sent again', async () => {
    const id = await rig.queue()
    let begun = (): void => {}
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve
    })
    const deaf: MailTransport = {
      async send(_mail, signal) {
        begun()
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        return { outcome: 'later', note: 'DATA EABORT' }
      },
      close() {},
    }
    const dispatcher = rig.dispatcherOf(deaf)
    void dispatcher.drain()
    await hasBegun
    await dispatcher.stop(10)
    expect(await rig.rowOf(id)).toMatchObject({ state: 'queued', attempts: 1 })
  })
})

/** Takes its time with the first mail until it is let go. */
function slowTransport(): { transport: MailTransport; hasBegun: Promise<void>; letGo: () => void } {
  let begin = (): void => {}
  let letGo = (): void => {}
  const hasBegun = new Promise<void>((resolve) => (begin = resolve))
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  return {
    hasBegun,
    letGo,
    transport: {
      async send() {
        begin()
        await gate
        return { outcome: 'accepted' }
      },
      close() {},
    },
  }
}
