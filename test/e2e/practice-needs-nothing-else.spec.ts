import { activationPage } from './pages/activation-page'
import { checkStep } from './pages/check-step'
import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { mailboxPanel } from './pages/mailbox-panel'
import { screenIn } from './pages/screen'
import { summaryPage } from './pages/summary-page'
import { expect, test } from './support/fixtures'
import { knowCaptcha } from './support/known-captcha'
import { CAPTCHA_ANSWER } from './support/running-service'
import { PASSWORD, walkToCheck } from './support/walk'

test('Parvis alone, its own service and its own mailbox: from nothing to an active account', async ({ start }) => {
  const { window } = await start({ practice: 'on', prepare: knowCaptcha })
  const screen = screenIn('en', window)
  await expect(frameOf(screen).environment).toContainText('Practice', { timeout: 60_000 })
  await expect(homePage(screen).practiceNotice).toBeVisible()
  await walkToCheck(screen, { email: 'zoe@example.org' })
  await checkStep(screen).validate(CAPTCHA_ANSWER)
  await checkStep(screen).create()
  await summaryPage(screen).shows('activation-sent')

  const mailbox = mailboxPanel(screen)
  await mailbox.open()
  await expect(mailbox.mails).toHaveCount(2)
  await mailbox.read('Summary of your request')
  await expect(mailbox.openLinkButton).toHaveCount(0)
  await mailbox.panel.getByRole('button', { name: screen.say('mailbox.back') }).click()
  await mailbox.read('Activate your account')
  await mailbox.openLink()

  const activation = activationPage(screen)
  await expect(activation.heading('whose')).toBeVisible()
  await activation.choosePassword(PASSWORD)
  await expect(activation.heading('done')).toBeVisible()
})

test('the practice service starts behind the window, which does not wait for it, and is gone when Parvis is', async ({ start }) => {
  const { app, window } = await start({ practice: 'on' })
  const screen = screenIn('en', window)
  await frameOf(screen).createAccount()
  await expect(frameOf(screen).heading).toHaveText('Personal information')
  await expect(frameOf(screen).environment).toContainText('Practice', { timeout: 60_000 })
  const pids = await app.evaluate(({ app: electronApp }) => electronApp.getAppMetrics().filter(({ type }) => type === 'Utility').map(({ pid }) => pid))
  expect(pids.length).toBeGreaterThan(0)
  await app.close()
  for (const pid of pids) await expect.poll(() => isAlive(pid)).toBe(false)
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
