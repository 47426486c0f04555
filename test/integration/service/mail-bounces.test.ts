import { randomUUID } from 'node:crypto'
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readMailbox } from '@service/mail/bounces/read-mailbox'
import { createTakeReturned, type TakeReturned } from '@service/mail/bounces/returned-mails'
import { findMailState, leaseDueMails, type OutboxRow } from '@service/mail/outbox-repository'
import { bounceFiles, bounceMessages } from '@service/storage/bounce-tables'
import { ACTIVATION, listeningTransport, openOutboxRig, type OutboxRig } from '../../support/outbox-rig'
import { asMboxEntry, type ReportOptions, reportOf } from '../../support/sample-reports'
import { openTestDatabase, type TestDatabase } from '../../support/service/test-database'

const DAY = 24 * 60 * 60_000
let opened: TestDatabase
let rig: OutboxRig
let take: TakeReturned
let events: object[]

beforeAll(async () => {
  opened = await openTestDatabase()
})
afterAll(() => opened.close())
beforeEach(async () => {
  rig = await openOutboxRig(opened.db)
  await opened.db.delete(bounceFiles)
  await opened.db.delete(bounceMessages)
  events = []
  take = createTakeReturned({ db: opened.db, clock: rig.clock, report: (event) => events.push(event) })
})
afterEach(() => rig.close())

/** A mail that a server has taken. */
async function sentMail(registrationId?: string): Promise<OutboxRow> {
  const id = await rig.queue(ACTIVATION, registrationId)
  await rig.dispatcherOf(listeningTransport()).drain()
  return rig.rowOf(id)
}

const returned = (mail: OutboxRow, options: ReportOptions = {}): string => reportOf({ messageId: mail.messageId, ...options })
const stateOf = async ({ id }: OutboxRow): Promise<string> => (await rig.rowOf(id)).state

describe('a mail that comes back', () => {
  it.each([
    [{}, 'bounced', 'returned failed 5.1.1'],
    [{ status: '4.4.7' }, 'failed', 'returned failed 4.4.7'],
    [{ status: '5.7.1' }, 'failed', 'returned failed 5.7.1'],
    [{ action: 'delayed', status: '4.4.1' }, 'sent', 'returned delayed 4.4.1'],
    [{ action: 'relayed' }, 'sent', null],
  ] as const)('with %o is %s, as whoever follows it sees', async (options, state, lastFailure) => {
    const registrationId = randomUUID()
    const mail = await sentMail(registrationId)
    expect(await take(Buffer.from(returned(mail, options)))).toBe('done')
    expect(await rig.rowOf(mail.id)).toEqual({ ...mail, state, lastFailure })
    expect(await findMailState(opened.db, registrationId)).toBe(state)
  })

  it('is known by its envelope where nothing of it came back', async () => {
    const mail = await sentMail()
    await take(Buffer.from(reportOf({ returns: 'nothing', envelopeId: mail.id })))
    expect(await stateOf(mail)).toBe('bounced')
    expect(events).toEqual([{ what: 'mail-returned', mailId: mail.id, note: 'returned failed 5.1.1' }])
  })

  it('counts once, and what comes later changes nothing', async () => {
    const mail = await sentMail()
    for (const options of [{}, {}, { status: '4.4.7' }, { action: 'delayed' }]) await take(Buffer.from(returned(mail, options)))
    expect(await rig.rowOf(mail.id)).toMatchObject({ state: 'bounced', lastFailure: 'returned failed 5.1.1' })
    expect(events).toHaveLength(1)
  })

  it('is left alone when it never left, was given up, or went out more than 30 days ago', async () => {
    const queued = await rig.rowOf(await rig.queue())
    await take(Buffer.from(returned(queued)))
    expect(await rig.rowOf(queued.id)).toEqual(queued)

    await rig.dispatcherOf(listeningTransport([{ outcome: 'refused', note: 'DATA 554' }])).drain()
    await take(Buffer.from(returned(queued)))
    expect(await rig.rowOf(queued.id)).toMatchObject({ state: 'failed', lastFailure: 'DATA 554' })

    const old = await sentMail()
    rig.clock.forward(30 * DAY + 1000)
    await take(Buffer.from(returned(old)))
    expect(await stateOf(old)).toBe('sent')
    expect(events).toEqual([])
  })

  it('is to be brought again while its acceptance is only being noted', async () => {
    const id = await rig.queue()
    await leaseDueMails(opened.db, rig.clock.now(), new Date(rig.clock.now().getTime() + 60_000), 10)
    const mail = await rig.rowOf(id)
    expect(await take(Buffer.from(returned(mail)))).toBe('early')
    expect(await rig.rowOf(id)).toEqual(mail)
  })

  it('that nobody knows, or that was made up, changes nothing', async () => {
    const mail = await sentMail()
    for (const text of [reportOf({ messageId: `<${randomUUID()}@parvis.example>` }), reportOf({ messageId: `<${mail.id}@other.example>` }), reportOf({ returns: 'nothing', envelopeId: "' or 1=1" }), 'noise']) expect(await take(Buffer.from(text))).toBe('done')
    expect(await rig.rowOf(mail.id)).toEqual(mail)
  })
})

describe('the mailbox of returned mails', () => {
  let folder: string
  let box: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parvis-bounces-'))
    box = join(folder, 'bounces')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  let taken: string[]
  const read = async (): Promise<string[]> => {
    taken = []
    await readMailbox(opened.db, rig.clock, box, async (message) => {
      taken.push(/^Subject: (.*)$/m.exec(Buffer.from(message).toString())?.[1] ?? '')
      return take(message)
    })
    return taken
  }
  const entry = (subject: string): string => asMboxEntry(`Subject: ${subject}\n\nbody\n`)

  it('that is not there yet is empty', async () => {
    expect(await read()).toEqual([])
  })

  it('as mbox is read from where it was read to, and a report in it counts', async () => {
    const mail = await sentMail()
    writeFileSync(box, entry('one') + asMboxEntry(returned(mail)))
    expect(await read()).toEqual(['one', 'Undelivered Mail Returned to Sender'])
    expect(await stateOf(mail)).toBe('bounced')
    expect(await read()).toEqual([])
    appendFileSync(box, entry('two'))
    expect(await read()).toEqual(['two'])
  })

  it('a message that is only being written is read when it is whole', async () => {
    const mail = await sentMail()
    const text = asMboxEntry(returned(mail))
    writeFileSync(box, entry('one') + text.slice(0, 700))
    expect(await read()).toEqual(['one'])
    expect(await read()).toEqual([])
    appendFileSync(box, text.slice(700))
    expect(await read()).toHaveLength(1)
    expect(await stateOf(mail)).toBe('bounced')
  })

  it('a report that is early stays to be read', async () => {
    const id = await rig.queue()
    await leaseDueMails(opened.db, rig.clock.now(), new Date(rig.clock.now().getTime() + 60_000), 10)
    writeFileSync(box, asMboxEntry(returned(await rig.rowOf(id))) + entry('behind'))
    expect(await read()).toHaveLength(1)
    rig.clock.forward(61_000)
    await rig.dispatcherOf(listeningTransport()).drain()
    expect(await read()).toHaveLength(2)
    expect(await rig.rowOf(id)).toMatchObject({ state: 'bounced' })
  })

  it.each([
    ['renamed', () => renameSync(box, `${box}.1`)],
    ['copied and cut', () => { copyFileSync(box, `${box}-20261128`); truncateSync(box) }],
  ])('that was %s is read to its end, then the new one', async (_how, rotate) => {
    writeFileSync(box, entry('one'))
    await read()
    appendFileSync(box, entry('two'))
    rotate()
    writeFileSync(join(folder, 'bounces.other'), entry('foreign'))
    appendFileSync(box, entry('three'))
    expect(await read()).toEqual(['two', 'three'])
    expect(await read()).toEqual([])
  })

  it('that was emptied or rewritten is read anew', async () => {
    writeFileSync(box, entry('one') + entry('two'))
    await read()
    writeFileSync(box, entry('three'))
    expect(await read()).toEqual(['three'])
    writeFileSync(box, entry('four') + entry('five') + entry('six'))
    expect(await read()).toEqual(['four', 'five', 'six'])
  })

  it('as Maildir is read each message once, also when another program moves it, and nothing is touched', async () => {
    for (const name of ['tmp', 'new', 'cur']) mkdirSync(join(box, name), { recursive: true })
    const mail = await sentMail()
    writeFileSync(join(box, 'new', '1795893852.M1P1.host'), returned(mail))
    writeFileSync(join(box, 'cur', '1795893851.M1P1.host:2,S'), 'Subject: seen\n\n')
    writeFileSync(join(box, 'tmp', '1795893853.M1P1.host'), 'Subject: half\n')
    expect(await read()).toEqual(['Undelivered Mail Returned to Sender', 'seen'])
    expect(await stateOf(mail)).toBe('bounced')
    renameSync(join(box, 'new', '1795893852.M1P1.host'), join(box, 'cur', '1795893852.M1P1.host:2,S'))
    expect(await read()).toEqual([])
    writeFileSync(join(box, 'new', '1795893854.M1P1.host'), 'Subject: next\n\n')
    expect(await read()).toEqual(['next'])
  })

  it('as Maildir keeps no account of what is too old to tell anything', async () => {
    mkdirSync(join(box, 'new'), { recursive: true })
    const path = join(box, 'new', '1.M1P1.host')
    writeFileSync(path, 'Subject: old\n\n')
    expect(await read()).toEqual(['old'])
    rig.clock.forward(63 * DAY)
    expect(await read()).toEqual([])
    expect(await opened.db.select().from(bounceMessages)).toEqual([])
    utimesSync(path, rig.clock.now(), rig.clock.now())
    expect(await read()).toEqual(['old'])
  })
})
