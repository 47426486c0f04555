import type { TicketReceipt } from '@shared/http/tickets'
import { helpdeskPage } from './pages/helpdesk-page'
import { screenIn } from './pages/screen'
import { signInPage } from './pages/sign-in-page'
import { axeFindings } from './support/access/axe'
import { reflowFindings } from './support/access/reflow'
import { expect, test } from './support/fixtures'
import type { Parvis } from './support/launch-parvis'
import { mailboxOf } from './support/mailbox'
import { serviceClient } from './support/service-client'

/** Long ways through a window, beside the walk through every screen. */
test.setTimeout(150_000)

const AGENT = { connectionEmail: 'agent@practice.example', password: 'Practice-agent-2026' }
const [NANTES, RENNES] = ['21440109300015', '21350238800019']
const PROFILE = ['--profile=helpdesk']

async function signIn(parvis: Parvis): Promise<void> {
  const screen = screenIn('en', parvis.window)
  await helpdeskPage(screen).goToSignIn()
  await signInPage(screen).signIn(AGENT.connectionEmail, AGENT.password)
  await expect(helpdeskPage(screen).titleOf('structures')).toBeVisible()
}

test('the desk is shut until an agent signs in, and opens where structures wait', async ({ start, service }) => {
  const parvis = await start({ serviceUrl: service.url, more: PROFILE })
  const desk = helpdeskPage(screenIn('en', parvis.window))
  await expect(desk.closed).toBeVisible()
  await signIn(parvis)
  await expect(desk.titleOf('structures')).toBeVisible()
  await expect(desk.tab('structures')).toHaveAttribute('aria-current', 'page')
  // The header of this profile, which the walk through all states does not see.
  expect([...(await axeFindings(parvis.window)), ...(await reflowFindings(parvis))]).toEqual([])
  await parvis.window.getByRole('link', { name: 'Registrations', exact: true }).click()
  await expect(parvis.window.getByRole('heading', { level: 1, name: 'Your registrations' })).toBeVisible()
})

test('a public structure is approved, the next one refused with a reason, and both applicants are told', async ({ start, service }) => {
  const client = serviceClient(service.url)
  const mailbox = mailboxOf(service.url)
  await client.register('nora@example.org', { siret: NANTES })
  await client.register('remi@example.org', { siret: RENNES })
  const parvis = await start({ serviceUrl: service.url, more: PROFILE })
  await signIn(parvis)
  const desk = helpdeskPage(screenIn('en', parvis.window))
  await expect(desk.row(/NANTES/)).toHaveAttribute('aria-current', 'true')
  await expect(desk.main.getByRole('table')).toContainText('same')

  await desk.approve()
  await expect(desk.one).toBeFocused()
  await expect(desk.one).toHaveText(/RENNES/)
  await mailbox.nextLinkTo('nora@example.org')

  await desk.refuse('Give your own company, not your customer.')
  await expect(desk.main).toContainText('Nothing else waits.')
  await expect.poll(async () => (await mailbox.mailsTo('remi@example.org')).map(({ text }) => text).join('\n')).toContain('Give your own company, not your customer.')
  expect((await mailbox.mailsTo('remi@example.org')).map(({ text }) => text).join('\n')).not.toContain('/activate#t=')
})

test('a colleague was quicker: it is said, and the request is gone', async ({ start, service }) => {
  const client = serviceClient(service.url)
  const { registrationId } = await client.register('nora@example.org', { siret: NANTES })
  const parvis = await start({ serviceUrl: service.url, more: PROFILE })
  await signIn(parvis)
  const desk = helpdeskPage(screenIn('en', parvis.window))
  await desk.askToApprove()
  const { body: colleague } = await client.post<{ sessionToken: string }>('/v1/sessions', AGENT)
  await client.post(`/v1/support/structure-requests/${registrationId}/decision`, { decision: 'refuse', reason: 'No.' }, { authorization: `Bearer ${colleague.sessionToken}` })
  await desk.dialog.getByRole('button', { name: 'Approve and tell' }).click()
  await expect(desk.main).toContainText('This request has been answered already.')
  await expect(desk.row(/NANTES/)).toHaveCount(0)
})

test('a registration is found by its SIRET with what became of each mail, and gets a new link', async ({ start, service }) => {
  const mailbox = mailboxOf(service.url)
  await serviceClient(service.url).register('zoe@example.org')
  const { link } = await mailbox.nextLinkTo('zoe@example.org')
  const parvis = await start({ serviceUrl: service.url, more: PROFILE })
  await signIn(parvis)
  const desk = helpdeskPage(screenIn('en', parvis.window))
  await desk.tab('find').click()
  await desk.search('552 032 534 00646')
  await expect(desk.main).toContainText('Email: activation link')
  await expect(desk.main).toContainText('Handed over to the mail server')
  await expect(desk.main).toContainText('Valid until')
  await desk.sendLinkButton.click()
  await expect(desk.main).toContainText('A new link is on its way to zoe@example.org.')
  await mailbox.nextLinkTo('zoe@example.org', [link])
  // What an agent sees holds neither link nor code, and no address of this window names anybody.
  expect(await parvis.window.content()).not.toContain(link.split('#t=')[1])
  expect(parvis.window.url()).not.toContain('552')
})

test('a ticket is answered by mail, and opened again', async ({ start, service }) => {
  const client = serviceClient(service.url)
  const ticket = { situation: 'connection-problem', email: 'zoe@example.org', subject: 'No mail', description: 'Nothing came.', locale: 'en', captchaToken: await client.passCaptcha() }
  const { status, body: { reference } } = await client.post<TicketReceipt>('/v1/support/tickets', ticket)
  expect(status).toBe(201)
  const parvis = await start({ serviceUrl: service.url, more: PROFILE })
  await signIn(parvis)
  const desk = helpdeskPage(screenIn('en', parvis.window))
  await desk.tab('tickets').click()
  await desk.row('No mail').click()
  await expect(desk.main).toContainText(reference)
  await desk.answer.fill('A new link has just been sent.')
  await desk.sendAnswerButton.click()
  await expect(desk.main).toContainText('No ticket is open')
  await expect.poll(async () => (await mailboxOf(service.url).mailsTo('zoe@example.org')).map(({ text }) => text).join('\n')).toContain('A new link has just been sent.')
  await desk.ticketsIn('answered').click()
  await desk.main.getByRole('button', { name: 'Open again' }).click()
  await desk.ticketsIn('open').click()
  await expect(desk.row('No mail')).toBeVisible()
})
