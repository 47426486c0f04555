import { activationPage } from './pages/activation-page'
import { frameOf } from './pages/frame'
import { screenIn } from './pages/screen'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { serviceClient } from './support/service-client'
import { activate, PASSWORD } from './support/walk'

test('reference and code, typed as people type, activate the account', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await serviceClient(service.url).register('zoe@example.org')
  const { reference, code } = await mailboxOf(service.url).codeTo('zoe@example.org')
  await activate(screen, ` ${reference.toLowerCase()}  ${code.toLowerCase().replace('-', ' ')}`)
})

test('after five wrong tries the code is dead, and the link is not', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await serviceClient(service.url).register('zoe@example.org')
  const mailbox = mailboxOf(service.url)
  const { link } = await mailbox.nextLinkTo('zoe@example.org')
  const { reference, code } = await mailbox.codeTo('zoe@example.org')
  const wrong = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`

  await frameOf(screen).enterLink()
  const activation = activationPage(screen)
  for (let tries = 0; tries < 5; tries += 1) {
    await activation.paste(`${reference} ${wrong}`)
    await expect(activation.unknown).toBeVisible()
    await activation.field.fill('')
    await expect(activation.unknown).toHaveCount(0)
  }
  await activation.paste(`${reference} ${code}`)
  await expect(activation.unknown).toBeVisible()
  await activation.paste(link)
  await expect(activation.heading('whose')).toBeVisible()
  await activation.choosePassword(PASSWORD)
  await expect(activation.heading('done')).toBeVisible()
})

test('what is no link or code of ours is told apart from one that nobody knows', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await frameOf(screen).enterLink()
  const activation = activationPage(screen)
  for (const text of ['hello', 'https://evil.example/activate#t=x', 'PV-ABCD']) {
    await activation.paste(text)
    await expect(activation.notOurs).toBeVisible()
    await activation.field.fill('')
  }
  await activation.paste(`${service.url}/activate#t=${'A'.repeat(43)}`)
  await expect(activation.unknown).toBeVisible()
})
