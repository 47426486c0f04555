import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Delivery } from '@service/mail/mail-transport'
import { createSmtpTransport } from '@service/mail/smtp-transport'
import { type Certificates, makeCertificates } from '../../support/certificates'
import { type MailReceiver, type ReceiverOptions, startMailReceiver } from '../../support/mail-receiver'
import { registered } from '../../support/service/applicants'
import { openServiceRig } from '../../support/service/service-rig'

const USER = { name: 'parvis@relay.example', password: 'p:a/s@s ?#w&rd' }
const SIGNED_IN = `${encodeURIComponent(USER.name)}:${encodeURIComponent(USER.password)}@`
let certificates: Certificates
let trusted: string
let receiver: MailReceiver

beforeAll(() => {
  certificates = makeCertificates('IP:127.0.0.1')
  trusted = `tls.ca=${encodeURIComponent(certificates.ca)}`
})
afterEach(() => receiver.close())

async function serve(kind: 'smtps' | 'starttls' | undefined, options: ReceiverOptions = {}, { key, cert }: { readonly key: string; readonly cert: string } = certificates): Promise<void> {
  receiver = await startMailReceiver({ ...options, ...(kind && { tls: { kind, key, cert } }) })
}

/** One mail to the receiver, with these words in the address. */
async function send({ user = '', settings = '' }: { readonly user?: string; readonly settings?: string } = {}): Promise<Delivery> {
  const transport = createSmtpTransport({ smtpUrl: `${receiver.url.replace('://', `://${user}`)}${settings && `/?${settings}`}`, from: 'Parvis <noreply@parvis.example>' })
  const id = randomUUID()
  try {
    return await transport.send({ id, messageId: `<${id}@parvis.example>`, locale: 'en', to: 'zoe@example.org', subject: 'x', text: 'x', html: '<p>x</p>' }, AbortSignal.timeout(30_000))
  } finally {
    transport.close()
  }
}

describe.each([
  ['smtps', ''],
  ['starttls', 'requireTLS=true&'],
] as const)('over %s', (kind, settings) => {
  it('a mail goes encrypted to a server whose certificate an authority has signed that we trust', async () => {
    await serve(kind)
    expect(await send({ settings: `${settings}${trusted}` })).toEqual({ outcome: 'accepted' })
    expect(receiver.received).toEqual([expect.objectContaining({ isEncrypted: true })])
  })

  it('waits for the operator where nobody has signed it, and goes where that is accepted', async () => {
    await serve(kind)
    expect(await send({ settings: settings.replace('&', '') })).toEqual({ outcome: 'shut-out', note: expect.stringMatching(/^(?:CONN|STARTTLS) (?!ESOCKET|ETLS)[A-Z_]+$/) })
    expect(receiver.received).toEqual([])
    expect(await send({ settings: `${settings}tls.rejectUnauthorized=false` })).toEqual({ outcome: 'accepted' })
  })

  it('waits for the operator where the certificate is of another server', async () => {
    const other = makeCertificates('DNS:other.example')
    await serve(kind, {}, other)
    expect(await send({ settings: `${settings}tls.ca=${encodeURIComponent(other.ca)}` })).toEqual({ outcome: 'shut-out', note: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID') })
    expect(receiver.received).toEqual([])
  })

  it('signs in, whatever characters the password has', async () => {
    await serve(kind, { user: USER })
    expect(await send({ user: SIGNED_IN, settings: `${settings}${trusted}` })).toEqual({ outcome: 'accepted' })
    expect(receiver.received).toEqual([expect.objectContaining({ user: USER.name, isEncrypted: true })])
  })

  it('waits for the operator with a wrong password, or with none where one is asked for', async () => {
    await serve(kind, { user: USER })
    expect(await send({ user: 'parvis:wrong@', settings: `${settings}${trusted}` })).toEqual({ outcome: 'shut-out', note: 'AUTH PLAIN 535 5.7.8' })
    expect(await send({ settings: `${settings}${trusted}` })).toEqual({ outcome: 'shut-out', note: 'MAIL FROM 530' })
    expect(receiver.received).toEqual([])
  })
})

describe('without encryption', () => {
  it('a server that offers none gets nothing where it is demanded', async () => {
    await serve(undefined, { user: USER })
    expect(await send({ user: SIGNED_IN, settings: 'requireTLS=true' })).toMatchObject({ outcome: 'shut-out', note: expect.stringMatching(/^STARTTLS 5/) })
    expect(receiver.received).toEqual([])
  })

  it('encryption that is offered is taken, though it was not demanded', async () => {
    await serve('starttls')
    expect(await send({ settings: trusted })).toEqual({ outcome: 'accepted' })
    expect(receiver.received).toEqual([expect.objectContaining({ isEncrypted: true })])
  })

  it('TLS to a server that does not speak it is no mail', async () => {
    await serve(undefined)
    const transport = createSmtpTransport({ smtpUrl: receiver.url.replace('smtp:', 'smtps:'), from: 'noreply@parvis.example' })
    const id = randomUUID()
    expect(await transport.send({ id, messageId: `<${id}@x>`, locale: 'en', to: 'zoe@example.org', subject: 'x', text: 'x', html: 'x' }, AbortSignal.timeout(30_000))).toMatchObject({ outcome: 'shut-out' })
    transport.close()
  })
})

it('a wrong password is a fault of the set-up: health and log say so at once, the applicant is not told that the address is bad, and nothing is lost', async () => {
  await serve(undefined, { user: USER })
  const rig = await openServiceRig({ SMTP_URL: receiver.url.replace('://', '://parvis:wrong@') })
  const applicant = await registered(rig)
  await rig.send()
  expect((await rig.ask('GET', '/v1/health')).json()).toMatchObject({ status: 'degraded', outbox: 'unwell' })
  expect((await applicant.ask('GET')).json()).toMatchObject({ state: 'requested', mail: { state: 'queued' } })
  expect(rig.log).toContainEqual(expect.objectContaining({ what: 'mail-shut-out', note: 'AUTH PLAIN 535 5.7.8' }))
  expect(JSON.stringify(rig.log)).not.toMatch(/wrong|parvis:|example\.org/)
  await rig.close()
})
