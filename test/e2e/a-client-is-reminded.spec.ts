import { frameOf } from './pages/frame'
import { followUpPage } from './pages/follow-up-page'
import { screenIn } from './pages/screen'
import { summaryPage } from './pages/summary-page'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { serviceClient } from './support/service-client'
import { PASSWORD, register } from './support/walk'

test('the client is told and reminded by the person’s own mail program, and the follow-up hears when they have done it', async ({ start, service }) => {
  test.setTimeout(150_000)
  const { app, window } = await start({ serviceUrl: service.url, language: 'fr' })
  const screen = screenIn('fr', window)
  const { sendOn, text, link, rows, remindFirst, filterOf } = followUpPage(screen)
  await app.evaluate(({ shell }) => {
    shell.openExternal = async (address) => { (globalThis as { opened?: string }).opened = address }
  })
  const opened = (): Promise<string> => app.evaluate(() => (globalThis as { opened?: string }).opened ?? '')
  await register(screen, { email: 'zoe@example.org' })
  await summaryPage(screen).shows('activation-sent')

  await sendOn.click()
  await expect(text.body).toHaveValue(/60 minutes[^]*ne le donnez à personne/)
  await text.copy.click()
  await expect(text.dialog).toContainText(screen.say('ui.copied'))
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain('Nous avons demandé votre compte Chorus Pro pour DANONE')
  await text.close.click()
  await expect(sendOn).toBeFocused()

  await frameOf(screen).goHome()
  await link.click()
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText(screen.say('tables.actors.applicant'))
  await remindFirst.click()
  await text.subject.fill('Un mot & un rappel')
  await text.compose.click()
  await expect(text.dialog).toContainText(screen.say('followUp.handed.whole'))
  const mail = new URL(await opened())
  expect(mail.href).toMatch(/^mailto:zoe@example\.org\?subject=Un%20mot%20%26%20un%20rappel&body=Bonjour%20/)
  expect(mail.searchParams.get('body')).toContain('n’est pas encore ouvert.')
  await text.close.click()

  const { token } = await mailboxOf(service.url).nextLinkTo('zoe@example.org')
  expect((await serviceClient(service.url).post('/v1/activations', { token, password: PASSWORD })).status).toBe(201)
  await expect(screen.page.getByText(screen.say('followUp.none')).first()).toBeVisible({ timeout: 90_000 })
  await filterOf(screen.say('followUp.filters.nobody')).click()
  await expect(rows.first()).toContainText(screen.say('home.states.active'))
})
