import { frameOf } from './pages/frame'
import { personStep } from './pages/person-step'
import { screenIn } from './pages/screen'
import { summaryPage } from './pages/summary-page'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { serviceClient } from './support/service-client'
import { activate, register } from './support/walk'

test('everything goes anew to the right address, and the old link is dead', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const mailbox = mailboxOf(service.url)
  await register(screen, { email: 'zeo@example.org' })
  const summary = summaryPage(screen)
  await summary.shows('activation-sent')
  const old = await mailbox.nextLinkTo('zeo@example.org')

  await summary.correctAddress('zoe@example.org')
  await expect(screen.page.getByText(screen.say('progress.state.activation-sent.body', { email: 'zoe@example.org' }))).toBeVisible()
  const { link } = await mailbox.nextLinkTo('zoe@example.org')
  const subjects = (await mailbox.mailsTo('zoe@example.org')).map(({ subject }) => subject)
  expect(subjects).toHaveLength(2)
  expect((await serviceClient(service.url).post('/v1/activations/inspection', { token: old.token })).status).toBe(404)
  await activate(screen, link)
})

test('a slip is asked about while it is typed', async ({ start }) => {
  const screen = screenIn('en', (await start()).window)
  await frameOf(screen).createAccount()
  const person = personStep(screen)
  await person.field('connectionEmail').fill('zoe@gmial.com')
  await expect(screen.page.getByText(screen.say('wizard.person.suggestion', { email: 'zoe@gmail.com' }))).toBeVisible()
  await screen.page.getByRole('button', { name: screen.say('wizard.person.takeSuggestion') }).click()
  await expect(person.field('connectionEmail')).toHaveValue('zoe@gmail.com')
  await expect(person.field('contactEmail')).toHaveValue('zoe@gmail.com')
})
