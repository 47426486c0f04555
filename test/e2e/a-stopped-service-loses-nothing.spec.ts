import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkStep } from './pages/check-step'
import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { personStep } from './pages/person-step'
import { queuePage } from './pages/queue-page'
import { screenIn, type Screen } from './pages/screen'
import { structureStep } from './pages/structure-step'
import { summaryPage } from './pages/summary-page'
import { expect, test } from './support/fixtures'
import { CAPTCHA_ANSWER, type RunningService } from './support/running-service'
import { DANONE } from './support/service-client'
import { register, walkToCheck } from './support/walk'

/** The first two steps, the second one without a service. */
async function prepareOffline(screen: Screen, service: RunningService): Promise<void> {
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
  await expect(screen.page.getByText(screen.say('queue.add.heading'))).toBeVisible()
  await expect(queuePage(screen).queueButton).toBeEnabled()
  await expect(checkStep(screen).createButton).toHaveCount(0)
  await expect(checkStep(screen).image).toHaveCount(0)
  await expect(frame.environment).toContainText(screen.say('app.environment.unreachable'))
}

test('the wizard goes on without the service, says so, and finishes when it is back', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await prepareOffline(screen, service)

  await service.resume()
  const check = checkStep(screen)
  await check.validate(CAPTCHA_ANSWER)
  await check.create()
  await summaryPage(screen).shows('activation-sent')
})

test('what is finished without the service is queued, and asks for its captcha when it is back', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await prepareOffline(screen, service)
  const queue = queuePage(screen)
  await queue.queueIt()
  await expect(queue.title).toHaveText(screen.say('queue.title'))
  await expect(screen.page.getByText(screen.say('queue.added.heading')).first()).toBeVisible()
  await expect(queue.state('offline')).toBeVisible()
  await expect(queue.image).toHaveCount(0)

  await service.resume()
  await queue.sendOne(CAPTCHA_ANSWER)
  await expect(queue.receipts).toHaveCount(1)
  await queue.receipts.getByRole('link').click()
  await summaryPage(screen).shows('activation-sent')
})

test('a registration is begun, finished and queued without the service, once Parvis has met it', async ({ start, service, userData }) => {
  const first = await start({ serviceUrl: service.url })
  await expect(frameOf(screenIn('en', first.window)).environment).toContainText(screenIn('en', first.window).say('app.environment.practice'))
  await expect.poll(() => readFile(join(userData, 'conditions.json'), 'utf8').catch(() => '')).toContain('"en"')
  await first.app.close()

  await service.pause()
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await frameOf(screen).createAccount()
  await personStep(screen).fill({ connectionEmail: 'zoe@example.org', firstName: 'Zoé', lastName: 'Béranger' })
  await personStep(screen).goOn()
  const structure = structureStep(screen)
  await structure.chooseType('SIRET')
  await structure.identifier.fill(DANONE)
  await expect(structure.notice('offline.heading')).toBeVisible()
  await structure.goOn()
  const queue = queuePage(screen)
  await queue.queueIt()

  await service.resume()
  await queue.sendOne(CAPTCHA_ANSWER)
  await expect(queue.receipts).toHaveCount(1)
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
  await expect(homePage(screen).rowOf('Zoé Béranger')).toContainText(/Activate within \d+ min/)
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
