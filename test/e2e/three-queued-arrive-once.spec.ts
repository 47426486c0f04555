import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { queuePage } from './pages/queue-page'
import { screenIn } from './pages/screen'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { CAPTCHA_ANSWER } from './support/running-service'
import { walkToCheck } from './support/walk'

const EMAILS = ['ann@example.org', 'bob@example.org', 'cleo@example.org'] as const

test('three that were queued without a service survive a kill, and arrive once each', async ({ start, service }) => {
  const first = await start({ serviceUrl: service.url })
  const screen = screenIn('en', first.window)
  const queue = queuePage(screen)
  for (const email of EMAILS) {
    await walkToCheck(screen, { email })
    await expect(frameOf(screen).saveStatus).toHaveText('Saved')
    await frameOf(screen).goHome()
  }

  await service.pause()
  for (const email of EMAILS) {
    await homePage(screen).rowOf(email).getByRole('link').click()
    await queue.queueIt()
    await expect(queue.title).toHaveText(screen.say('queue.title'))
    await frameOf(screen).goHome()
  }
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve))
  first.app.process().kill('SIGKILL')
  await ended

  await service.resume()
  const again = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const sending = queuePage(again)
  await again.page.getByRole('banner').getByRole('link', { name: again.say('queue.open') }).click()
  for (const [index] of EMAILS.entries()) {
    await sending.sendOne(CAPTCHA_ANSWER)
    await expect(sending.receipts).toHaveCount(index + 1)
  }
  await expect(sending.doneHeading).toHaveText('3 registrations sent. 3 receipts.')
  for (const email of EMAILS) expect((await mailboxOf(service.url).nextLinkTo(email)).link).toContain('activate')
})
