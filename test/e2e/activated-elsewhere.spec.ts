import { homePage } from './pages/home-page'
import { frameOf } from './pages/frame'
import { screenIn } from './pages/screen'
import { summaryPage } from './pages/summary-page'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { serviceClient } from './support/service-client'
import { PASSWORD, register } from './support/walk'

test('the summary advances by itself when the account is activated on another device', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await register(screen, { email: 'zoe@example.org' })
  await summaryPage(screen).shows('activation-sent')
  const { token } = await mailboxOf(service.url).nextLinkTo('zoe@example.org')

  expect((await serviceClient(service.url).post('/v1/activations', { token, password: PASSWORD })).status).toBe(201)
  await summaryPage(screen).shows('active')
  await expect(summaryPage(screen).ring).toHaveCount(0)
  await frameOf(screen).goHome()
  await expect(homePage(screen).rowOf('Zoé Béranger')).toContainText('Active')
})

test('it advances after a restart too: the key to the registration is in the keychain', async ({ start, service }) => {
  const first = await start({ serviceUrl: service.url })
  const screen = screenIn('en', first.window)
  await register(screen, { email: 'zoe@example.org' })
  await frameOf(screen).help()
  await expect(frameOf(screen).heading).toHaveText(screen.say('help.title'))
  test.skip(!(await screen.page.getByText(screen.say('data.key.keychain')).isVisible()), 'this session has no keychain; npm test brings one')
  await first.app.close()
  const { token } = await mailboxOf(service.url).nextLinkTo('zoe@example.org')
  await serviceClient(service.url).post('/v1/activations', { token, password: PASSWORD })

  const again = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await homePage(again).open('Zoé Béranger')
  await summaryPage(again).shows('active')
})
