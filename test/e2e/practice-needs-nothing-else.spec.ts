import { accountPage } from './pages/account-page'
import { activationPage } from './pages/activation-page'
import { checkStep } from './pages/check-step'
import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { mailboxPanel } from './pages/mailbox-panel'
import { requestsPage } from './pages/requests-page'
import { screenIn } from './pages/screen'
import { signInPage } from './pages/sign-in-page'
import { summaryPage } from './pages/summary-page'
import { expect, test } from './support/fixtures'
import { knowCaptcha } from './support/known-captcha'
import { CAPTCHA_ANSWER } from './support/running-service'
import { TOTAL_ENERGIES } from './support/service-client'
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
  await mailbox.backToList()
  await mailbox.read('Activate your account')
  await mailbox.openLink()

  const activation = activationPage(screen)
  await expect(activation.heading('whose')).toBeVisible()
  await activation.choosePassword(PASSWORD)
  await expect(activation.heading('done')).toBeVisible()
})

test('one person plays the applicant and the manager in one window', async ({ start }) => {
  test.setTimeout(180_000)
  const { window } = await start({ practice: 'on', prepare: knowCaptcha })
  const screen = screenIn('en', window)
  await expect(frameOf(screen).environment).toContainText('Practice', { timeout: 60_000 })
  await walkToCheck(screen, { email: 'zoe@example.org', siret: TOTAL_ENERGIES })
  await checkStep(screen).validate(CAPTCHA_ANSWER)
  await checkStep(screen).create()
  await summaryPage(screen).shows('awaiting-manager')

  const mailbox = mailboxPanel(screen)
  await mailbox.open()
  await expect(mailbox.mails).toHaveCount(2)
  await mailbox.showOnly('manager')
  await expect(mailbox.mails).toHaveCount(1)
  // The practice manager's language is French.
  await mailbox.read('Une demande de rattachement attend votre réponse')
  await mailbox.goToSignIn()
  await signInPage(screen).practiceButton('manager').click()
  await signInPage(screen).submit.click()
  await screen.page.getByRole('link', { name: screen.say('account.toDecide.open'), exact: true }).click()
  await requestsPage(screen).accept('Zoé Béranger')
  await expect(requestsPage(screen).done('accept', 'Zoé Béranger')).toBeVisible()
  await accountPage(screen).link.click()
  await accountPage(screen).signOut()

  await mailbox.open()
  await mailbox.backToList()
  await mailbox.read('Activate your account')
  await mailbox.openLink()
  await activationPage(screen).choosePassword(PASSWORD)
  await expect(activationPage(screen).heading('done')).toBeVisible()
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
