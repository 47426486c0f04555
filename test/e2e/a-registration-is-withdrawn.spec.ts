import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { screenIn } from './pages/screen'
import { summaryPage } from './pages/summary-page'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { serviceClient } from './support/service-client'
import { PASSWORD, register } from './support/walk'

test('asked once more, then its links are dead, and the list says so', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await register(screen, { email: 'zoe@example.org' })
  const summary = summaryPage(screen)
  await summary.shows('activation-sent')
  const { token } = await mailboxOf(service.url).nextLinkTo('zoe@example.org')

  await summary.withdraw()
  await summary.shows('withdrawn')
  const client = serviceClient(service.url)
  expect((await client.post('/v1/activations', { token, password: PASSWORD })).status).toBeGreaterThanOrEqual(400)
  expect((await client.post('/v1/activations/inspection', { token })).body).not.toMatchObject({ state: 'live' })
  await frameOf(screen).goHome()
  await expect(homePage(screen).rowOf('Zoé Béranger')).toContainText('Withdrawn')
})
