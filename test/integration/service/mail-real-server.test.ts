import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { FollowedRegistration } from '@shared/http/registrations'
import { startMailServer, whyNoMailServer } from '../../../tools/mail-server.mjs'
import { type Applicant, GOOD_PASSWORD, INDIVIDUAL, registered, tokenIn } from '../../support/service/applicants'
import { openServiceRig, type ServiceRig } from '../../support/service/service-rig'

const PATIENCE = { timeout: 30_000, interval: 200 }
const why = whyNoMailServer()
if (why) process.stderr.write(`mail-real-server.test.ts is skipped: ${why}\n`)

describe.skipIf(why !== undefined)('with Postfix', () => {
  let server: Awaited<ReturnType<typeof startMailServer>>
  let rig: ServiceRig

  beforeAll(async () => {
    server = await startMailServer({ boxes: { 'ann@town.example': 'maildir', 'bounces@parvis.example': 'mbox' }, farDomain: 'far.example' })
    rig = await openServiceRig({
      SMTP_URL: server.url, MAIL_FROM: 'Parvis <noreply@parvis.example>', MAIL_BOUNCES_TO: 'bounces@parvis.example', BOUNCES_MAILBOX: server.boxOf('bounces@parvis.example'),
    })
  })
  afterAll(async () => {
    await rig?.close()
    await server?.stop()
  })

  const follow = async (applicant: Applicant): Promise<FollowedRegistration> => (await applicant.ask('GET')).json<FollowedRegistration>()

  function inboxOf(address: string): string[] {
    const folder = join(server.boxOf(address), 'new')
    return existsSync(folder) ? readdirSync(folder).sort().map((name) => readFileSync(join(folder, name), 'utf8')) : []
  }

  it('a registration arrives in a mailbox, with both texts and its headers, and the link opens', async () => {
    const applicant = await registered(rig, INDIVIDUAL, 'ann@town.example')
    await rig.send()
    const raw = await vi.waitFor(() => {
      const mails = inboxOf('ann@town.example')
      expect(mails).toHaveLength(2)
      return mails
    }, PATIENCE)
    const mails = await Promise.all(raw.map((text) => simpleParser(text)))
    const activation = mails.find(({ subject }) => subject?.includes('Activate'))!
    expect(mails.some(({ subject }) => subject?.includes('Summary'))).toBe(true)
    expect(activation.headers.get('auto-submitted')).toBe('auto-generated')
    expect(activation.headers.get('content-language')).toBe('en')
    expect(activation.headers.get('return-path')).toMatchObject({ value: [{ address: 'bounces@parvis.example' }] })
    expect(activation.from?.value).toEqual([{ name: 'Parvis', address: 'noreply@parvis.example' }])
    expect(activation.messageId).toMatch(/^<[0-9a-f-]{36}@parvis\.example>$/)
    const token = tokenIn(activation.text ?? '')
    expect(token).toBeDefined()
    expect(activation.html).toContain(token)
    expect(await follow(applicant)).toMatchObject({ state: 'activation-sent', mail: { state: 'sent' } })
    expect((await rig.ask('POST', '/v1/activations/inspection', { token })).json()).toMatchObject({ state: 'live' })
    expect((await rig.ask('POST', '/v1/activations', { token, password: GOOD_PASSWORD })).statusCode).toBe(201)
  })

  it('an address that the server does not know is refused at once, and bounced', async () => {
    const applicant = await registered(rig, INDIVIDUAL, 'nobody@town.example')
    await rig.send()
    expect(await follow(applicant)).toMatchObject({ state: 'requested', mail: { state: 'bounced' } })
    expect(rig.log).toContainEqual(expect.objectContaining({ what: 'mail-given-up', note: 'RCPT TO 550 5.1.1' }))
  })

  it('a mail that it took and another server refused comes back to the mailbox, and is bounced by the next sweep', async () => {
    const applicant = await registered(rig, INDIVIDUAL, 'zoe@far.example')
    await rig.send()
    expect(await follow(applicant)).toMatchObject({ state: 'activation-sent', mail: { state: 'sent' } })
    await vi.waitFor(async () => {
      await rig.sweep.run()
      expect(await follow(applicant)).toMatchObject({ state: 'activation-sent', mail: { state: 'bounced' } })
    }, PATIENCE)
    expect(rig.log).toContainEqual(expect.objectContaining({ what: 'mail-returned', note: 'returned failed 5.1.1' }))
    // The link in a mail does not come back with it, where the mailbox of an operator would keep it.
    expect(readFileSync(server.boxOf('bounces@parvis.example'), 'utf8')).not.toContain('/activate#t=')
  })
})
