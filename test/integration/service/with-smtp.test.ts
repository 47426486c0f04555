import { afterAll, beforeAll, expect, it } from 'vitest'
import { registered } from '../../support/service/applicants'
import { type MailReceiver, startMailReceiver } from '../../support/mail-receiver'
import { openServiceRig, type ServiceRig } from '../../support/service/service-rig'

let receiver: MailReceiver
let rig: ServiceRig
beforeAll(async () => {
  receiver = await startMailReceiver()
  rig = await openServiceRig({ SMTP_URL: receiver.url, MAIL_FROM: 'Parvis <noreply@parvis.example>' })
})
afterAll(async () => {
  await rig.close()
  await receiver.close()
})

it('summary and link go to the mail server in this order, and the 60 minutes begin when it has taken the link', async () => {
  receiver.refuseNext({ at: 'data', code: 451 }, { at: 'data', code: 451 })
  const applicant = await registered(rig)
  await rig.send()
  expect((await applicant.ask('GET')).json()).toMatchObject({ state: 'requested', mail: { state: 'queued' } })
  rig.clock.forward(20 * 60_000)
  await rig.send()
  expect(receiver.received.map(({ parsed }) => parsed.subject)).toEqual([expect.stringContaining('Summary'), expect.stringContaining('Activate')])
  expect((await applicant.ask('GET')).json()).toMatchObject({ state: 'activation-sent', activation: { secondsLeft: expect.toSatisfy((left: number) => left > 3590) }, mail: { state: 'sent' } })
})

it('an address that bounces is seen by the applicant, who corrects it', async () => {
  receiver.refuseNext({ at: 'recipient', code: 550 }, { at: 'recipient', code: 550 })
  const applicant = await registered(rig)
  await rig.send()
  expect((await applicant.ask('GET')).json()).toMatchObject({ state: 'requested', mail: { state: 'bounced' } })
  await applicant.ask('PATCH', '', { connectionEmail: 'right@example.org' })
  await rig.send()
  expect((await applicant.ask('GET')).json()).toMatchObject({ state: 'activation-sent', mail: { state: 'sent' } })
})

it('there is no practice mailbox beside a mail server', async () => {
  expect((await rig.ask('GET', '/practice/mailbox.json')).statusCode).toBe(404)
})
