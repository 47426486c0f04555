import { spawn } from 'node:child_process'
import { activationPage } from './pages/activation-page'
import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { personStep } from './pages/person-step'
import { screenIn } from './pages/screen'
import { electronPath, PROJECT, SANDBOX_SWITCHES } from './support/electron-path'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { serviceClient } from './support/service-client'
import { PASSWORD } from './support/walk'

/** What the operating system does when a link is clicked while Parvis runs: it starts Parvis again with the link. */
function startAgain(userData: string, link: string): Promise<number | null> {
  const args = [...SANDBOX_SWITCHES, `--user-data-dir=${userData}`, process.env['PARVIS_APP_FOLDER'] ?? PROJECT, link]
  const child = spawn(electronPath(), args, { stdio: 'ignore' })
  return new Promise((resolve) => child.once('exit', resolve))
}

test('a link among the arguments is held until the window is ready, and waits there for Continue', async ({ start, service }) => {
  await serviceClient(service.url).register('zoe@example.org')
  const { token } = await mailboxOf(service.url).nextLinkTo('zoe@example.org')

  const screen = screenIn('en', (await start({ serviceUrl: service.url, more: [`parvis://activate#t=${token}`] })).window)
  const activation = activationPage(screen)
  await expect(activation.handedOver).toBeVisible()
  await expect(activation.heading('whose')).toHaveCount(0)
  expect(screen.page.url()).not.toContain(token)
  await activation.continueButton.click()
  await expect(activation.heading('whose')).toBeVisible()
  await activation.choosePassword(PASSWORD)
  await expect(activation.heading('done')).toBeVisible()
})

test('a second start hands its link to the first and ends', async ({ start, service, userData }) => {
  await serviceClient(service.url).register('zoe@example.org')
  const { token } = await mailboxOf(service.url).nextLinkTo('zoe@example.org')
  const { app, window } = await start({ serviceUrl: service.url })
  const screen = screenIn('en', window)
  await expect(homePage(screen).title).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())

  expect(await startAgain(userData, `parvis://activate#t=${token}`)).toBe(0)
  const activation = activationPage(screen)
  await expect(activation.handedOver).toBeVisible()
  await activation.continueButton.click()
  await expect(activation.heading('whose')).toBeVisible()
  expect(app.windows()).toHaveLength(1)
})

test('a link that comes in the middle of the wizard costs nothing that was typed', async ({ start, service, userData }) => {
  await serviceClient(service.url).register('zoe@example.org')
  const { token } = await mailboxOf(service.url).nextLinkTo('zoe@example.org')
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await frameOf(screen).createAccount()
  await personStep(screen).field('lastName').fill('Lee')

  expect(await startAgain(userData, `parvis://activate#t=${token}`)).toBe(0)
  await expect(activationPage(screen).handedOver).toBeVisible()
  await frameOf(screen).goHome()
  await expect(homePage(screen).rowOf('Lee')).toContainText('Draft')
})

for (const argument of ['parvis://activate#t=short', 'parvis://activate', 'parvis://delete#t=x', 'https://evil.example/activate#t=abc', '--not-a-switch', 'parvis:///../../etc/passwd']) {
  test(`the argument ${argument} opens the home page and nothing else`, async ({ start }) => {
    const { app, window } = await start({ more: [argument] })
    const screen = screenIn('en', window)
    await expect(homePage(screen).title).toBeVisible()
    await expect(activationPage(screen).handedOver).toHaveCount(0)
    expect(app.windows()).toHaveLength(1)
  })
}
