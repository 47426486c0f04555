import { activationPage } from './pages/activation-page'
import { frameOf } from './pages/frame'
import { screenIn } from './pages/screen'
import { summaryPage } from './pages/summary-page'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { startService } from './support/running-service'
import { serviceClient } from './support/service-client'
import { PASSWORD, register } from './support/walk'

test('after 60 minutes the summary says so by itself, and one press sends a new link', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const mailbox = mailboxOf(service.url)
  await register(screen, { email: 'zoe@example.org' })
  const summary = summaryPage(screen)
  await summary.shows('activation-sent')
  const old = await mailbox.nextLinkTo('zoe@example.org')

  await service.forward(61)
  await summary.shows('activation-expired')
  await summary.sendAgain.click()
  await summary.shows('activation-sent')
  await mailbox.nextLinkTo('zoe@example.org', [old.link])
})

test('an expired link is known before a password is typed, and gets a new one without an address', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const mailbox = mailboxOf(service.url)
  await serviceClient(service.url).register('zoe@example.org')
  const old = await mailbox.nextLinkTo('zoe@example.org')
  await service.forward(61)

  await frameOf(screen).enterLink()
  const activation = activationPage(screen)
  await activation.paste(old.link)
  await expect(activation.heading('expired')).toBeVisible()
  await expect(activation.password).toHaveCount(0)
  await activation.renewButton.click()
  await expect(activation.heading('renewed')).toBeVisible()

  const { link } = await mailbox.nextLinkTo('zoe@example.org', [old.link])
  await activation.paste(link)
  await expect(activation.heading('whose')).toBeVisible()
  await activation.choosePassword(PASSWORD)
  await expect(activation.heading('done')).toBeVisible()

  await frameOf(screen).goHome()
  await frameOf(screen).enterLink()
  await activation.paste(old.link)
  await expect(activation.heading('used')).toBeVisible()
})

test('the operator decides how long a link lives (ACTIVATION_MINUTES)', async ({ start }) => {
  const service = await startService({ ACTIVATION_MINUTES: '5' })
  try {
    const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
    const mailbox = mailboxOf(service.url)
    await serviceClient(service.url).register('zoe@example.org')
    const old = await mailbox.nextLinkTo('zoe@example.org')
    expect(old.mail.text).toContain('5 minutes')
    await service.forward(6)

    await frameOf(screen).enterLink()
    const activation = activationPage(screen)
    await activation.paste(old.link)
    await expect(activation.heading('expired')).toBeVisible()
    await activation.renewButton.click()
    await expect(activation.heading('renewed')).toBeVisible()
    const { link } = await mailbox.nextLinkTo('zoe@example.org', [old.link])
    await activation.paste(link)
    await activation.choosePassword(PASSWORD)
    await expect(activation.heading('done')).toBeVisible()
  } finally {
    await service.stop()
  }
})

test('a link that expires while the password is being typed says so, and the password stays for the new one', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const mailbox = mailboxOf(service.url)
  await serviceClient(service.url).register('zoe@example.org')
  const old = await mailbox.nextLinkTo('zoe@example.org')
  await frameOf(screen).enterLink()
  const activation = activationPage(screen)
  await activation.paste(old.link)
  await expect(activation.heading('whose')).toBeVisible()

  await service.forward(61)
  await activation.choosePassword(PASSWORD)
  await expect(activation.heading('expired')).toBeVisible()
  await activation.renewButton.click()
  const { link } = await mailbox.nextLinkTo('zoe@example.org', [old.link])
  await activation.paste(link)
  await expect(activation.password).toHaveValue(PASSWORD)
  await activation.submitButton.click()
  await expect(activation.heading('done')).toBeVisible()
})

test('an expired code asks for the address, because it does not say which', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const mailbox = mailboxOf(service.url)
  await serviceClient(service.url).register('zoe@example.org')
  const old = await mailbox.nextLinkTo('zoe@example.org')
  const { reference, code } = await mailbox.codeTo('zoe@example.org')
  await service.forward(61)

  await frameOf(screen).enterLink()
  const activation = activationPage(screen)
  await activation.paste(`${reference} ${code}`)
  await expect(activation.heading('expired')).toBeVisible()
  await activation.address.fill('zoe@example.org')
  await activation.renewButton.click()
  await expect(activation.heading('renewed')).toBeVisible()
  await mailbox.nextLinkTo('zoe@example.org', [old.link])
})
