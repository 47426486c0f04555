import { activationPage } from './pages/activation-page'
import { checkStep } from './pages/check-step'
import { frameOf } from './pages/frame'
import { screenIn } from './pages/screen'
import { structureStep } from './pages/structure-step'
import { summaryPage } from './pages/summary-page'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { CAPTCHA_ANSWER } from './support/running-service'
import { serviceClient, TOTAL_ENERGIES } from './support/service-client'
import { PASSWORD, walkToCheck } from './support/walk'

test('no link goes out, the manager is asked, and the summary says who acts next', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await walkToCheck(screen, { email: 'zoe@example.org', siret: TOTAL_ENERGIES })
  await checkStep(screen).validate(CAPTCHA_ANSWER)
  await checkStep(screen).create()
  const summary = summaryPage(screen)
  await summary.shows('awaiting-manager')
  await expect(summary.stations).toHaveCount(4)
  await expect(screen.page.getByText(screen.say('progress.next.manager'), { exact: true })).toBeVisible()

  const mailbox = mailboxOf(service.url)
  await expect.poll(async () => (await mailbox.mailsTo('manager@practice.example')).length).toBe(1)
  const mails = await mailbox.mailsTo('zoe@example.org')
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).not.toContain('#t=')
})

test('the wizard says it before anything is sent', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await walkToCheck(screen, { email: 'zoe@example.org', siret: TOTAL_ENERGIES })
  await screen.page.getByRole('button', { name: screen.say('wizard.check.editOf', { block: screen.say('wizard.steps.structure') }) }).click()
  await expect(structureStep(screen).notice('already')).toBeVisible()
  await expect(structureStep(screen).name).toHaveAttribute('readonly', '')
})

test('no route activates it while the manager has not decided', async ({ service }) => {
  const client = serviceClient(service.url)
  const { registrationId, accessKey, reference } = await client.register('zoe@example.org', { siret: TOTAL_ENERGIES })

  // Sending the link again, and "forgot your password", are the two ways by which one could hope for a link.
  await client.post(`/v1/registrations/${registrationId}/activation-mails`, {}, { authorization: `Bearer ${accessKey}` })
  expect((await client.post('/v1/password-resets', { connectionEmail: 'zoe@example.org' })).status).toBe(202)
  const mails = mailboxOf(service.url)
  await expect.poll(async () => (await mails.mailsTo('zoe@example.org')).length).toBeGreaterThanOrEqual(2)
  expect((await mails.mailsTo('zoe@example.org')).filter(({ text, html }) => `${text} ${html}`.includes('#t='))).toEqual([])

  expect((await client.post('/v1/activations', { reference, code: 'AAAA-AAAA', password: PASSWORD })).status).toBe(404)
  expect((await client.get<{ state: string }>(`/v1/registrations/${registrationId}`, accessKey)).body.state).toBe('awaiting-manager')
})

test('a link that went out before somebody else became the manager is blocked until they decide', async ({ start, service }) => {
  const client = serviceClient(service.url)
  const mailbox = mailboxOf(service.url)
  // Both bring the same new structure; the first who activates becomes its manager.
  await client.register('first@example.org')
  const first = await mailbox.nextLinkTo('first@example.org')
  await client.register('zoe@example.org')
  const { link, token } = await mailbox.nextLinkTo('zoe@example.org')
  expect((await client.post('/v1/activations', { token: first.token, password: PASSWORD })).status).toBe(201)

  expect(await client.post('/v1/activations', { token, password: PASSWORD })).toMatchObject({ status: 409, body: { code: 'activation-blocked' } })
  expect(await client.post('/v1/password-resets/completion', { token, password: PASSWORD })).toMatchObject({ status: 409, body: { code: 'activation-blocked' } })
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await frameOf(screen).enterLink()
  await activationPage(screen).paste(link)
  await expect(activationPage(screen).heading('blocked')).toBeVisible()
})
