import { checkStep } from './pages/check-step'
import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { personStep } from './pages/person-step'
import { screenIn } from './pages/screen'
import { structureStep } from './pages/structure-step'
import { summaryPage } from './pages/summary-page'
import { expect, test } from './support/fixtures'
import { CAPTCHA_ANSWER } from './support/running-service'
import { DANONE } from './support/service-client'
import { register, walkToCheck } from './support/walk'

test('the wizard goes on without the service, says so, and finishes when it is back', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const frame = frameOf(screen)
  await frame.createAccount()
  await personStep(screen).fill({ connectionEmail: 'zoe@example.org', firstName: 'Zoé', lastName: 'Béranger' })
  await personStep(screen).goOn()
  const structure = structureStep(screen)
  await structure.chooseType('SIRET')

  await service.pause()
  await structure.identifier.fill(DANONE)
  await expect(structure.notice('offline.heading')).toBeVisible()
  await expect(frame.saveStatus).toHaveText('Saved')
  await structure.goOn()
  const check = checkStep(screen)
  await expect(screen.page.getByText(screen.say('failures.code.service-unreachable.happened'))).toBeVisible()
  await expect(check.createButton).toBeDisabled()
  await expect(frame.environment).toContainText(screen.say('app.environment.unreachable'))

  await service.resume()
  await check.retryButton.click()
  await check.validate(CAPTCHA_ANSWER)
  await check.create()
  await summaryPage(screen).shows('activation-sent')
})

test('a service that stops between captcha and Create loses neither draft nor registration', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await walkToCheck(screen, { email: 'zoe@example.org' })
  const check = checkStep(screen)
  await check.validate(CAPTCHA_ANSWER)
  await expect(check.createButton).toBeEnabled()
  await service.pause()
  await check.create()
  await expect(screen.page.getByText(screen.say('failures.code.service-unreachable.happened'))).toBeVisible()

  await service.resume()
  await check.retryButton.click()
  await summaryPage(screen).shows('activation-sent')
})

test('the list and the summary show what was last known', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await register(screen, { email: 'zoe@example.org' })
  const summary = summaryPage(screen)
  await summary.shows('activation-sent')
  await service.pause()
  await expect(summary.quietNotice).toBeVisible({ timeout: 20_000 })
  await summary.shows('activation-sent')
  await frameOf(screen).goHome()
  await expect(homePage(screen).rowOf('Zoé Béranger')).toContainText(screen.say('home.states.activation-sent'))
  await service.resume()
})

test('Parvis that finds no service says so on its first screen, and still prepares registrations', async ({ start, service }) => {
  await service.pause()
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await expect(homePage(screen).unreachableNotice).toBeVisible()
  await frameOf(screen).createAccount()
  await personStep(screen).field('lastName').fill('Lee')
  await expect(frameOf(screen).saveStatus).toHaveText('Saved')
})
