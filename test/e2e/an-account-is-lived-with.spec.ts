import { activationPage } from './pages/activation-page'
import { frameOf } from './pages/frame'
import { accountPage } from './pages/account-page'
import { screenIn, type Screen } from './pages/screen'
import { signInPage } from './pages/sign-in-page'
import { structureStep } from './pages/structure-step'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import type { RunningService } from './support/running-service'
import { serviceClient, TOTAL_ENERGIES } from './support/service-client'
import { PASSWORD } from './support/walk'

/** Long ways through a window, beside the walk through every screen. */
test.setTimeout(150_000)

const EMAIL = 'zoe@example.org'
const NEW_PASSWORD = 'Another-horse-10'
const THIRD_PASSWORD = 'Eleven-geese-in-May-11'

/** An account of a new structure, as any client could have made it. */
async function haveAccount(service: RunningService): Promise<void> {
  const client = serviceClient(service.url)
  await client.register(EMAIL)
  const { token } = await mailboxOf(service.url).nextLinkTo(EMAIL)
  expect((await client.post('/v1/activations', { token, password: PASSWORD })).status).toBe(201)
}

async function logIn(screen: Screen, password: string): Promise<void> {
  await signInPage(screen).link.click()
  await signInPage(screen).signIn(EMAIL, password)
}

test('its owner logs in, changes the contact address and the password, and logs out', async ({ start, service }) => {
  await haveAccount(service)
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const account = accountPage(screen)
  await logIn(screen, 'Wrong-horse-9')
  await expect(signInPage(screen).refused).toBeVisible()
  await signInPage(screen).signIn(EMAIL, PASSWORD)
  await expect(account.title).toBeFocused()
  await expect(account.main.getByText('DANONE', { exact: true })).toBeVisible()

  await account.changeContact('office@example.org')
  await expect(account.main.getByText(screen.say('account.contact.saved'))).toBeVisible()
  const mailbox = mailboxOf(service.url)
  for (const address of [EMAIL, 'office@example.org'])
    await expect.poll(async () => (await mailbox.mailsTo(address)).some(({ subject }) => /contact/i.test(subject)), address).toBe(true)

  const elsewhere = await serviceClient(service.url).post<{ sessionToken: string }>('/v1/sessions', { connectionEmail: EMAIL, password: PASSWORD })
  await account.changePassword(PASSWORD, NEW_PASSWORD)
  await expect(account.main.getByText(screen.say('account.password.saved'))).toBeVisible()
  expect((await serviceClient(service.url).get('/v1/account', elsewhere.body.sessionToken)).status).toBe(401)
  await expect.poll(async () => (await mailbox.mailsTo('office@example.org')).length).toBe(2)

  await account.signOut()
  await expect(account.main.getByText(screen.say('account.told.signedOut.heading'))).toBeVisible()
  await expect(signInPage(screen).link).toBeVisible()
  await logIn(screen, PASSWORD)
  await expect(signInPage(screen).refused).toBeVisible()
})

test('a forgotten password is replaced by a link, and an erased account is gone', async ({ start, service }) => {
  await haveAccount(service)
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const signIn = signInPage(screen)
  const mailbox = mailboxOf(service.url)
  const known = (await mailbox.nextLinkTo(EMAIL)).link
  await signIn.link.click()
  await signIn.email.fill(EMAIL)
  await signIn.forget()
  await expect(signIn.email).toHaveValue(EMAIL)
  await signIn.askForLink(EMAIL)
  await expect(signIn.resetAsked).toBeVisible()
  expect(new URL(screen.page.url()).hash).toBe('#/')

  const { link } = await mailbox.nextLinkTo(EMAIL, [known])
  await frameOf(screen).enterLink()
  await activationPage(screen).paste(link)
  await activationPage(screen).choosePassword(THIRD_PASSWORD)
  await screen.page.getByRole('main').getByRole('link', { name: screen.say('account.logIn'), exact: true }).click()
  await signIn.signIn(EMAIL, THIRD_PASSWORD)
  const account = accountPage(screen)
  await expect(account.title).toBeVisible()

  await account.erase(THIRD_PASSWORD)
  await expect(account.main.getByText(screen.say('account.told.erased.heading'))).toBeVisible()
  expect((await serviceClient(service.url).post('/v1/sessions', { connectionEmail: EMAIL, password: THIRD_PASSWORD })).status).toBe(401)
  await logIn(screen, THIRD_PASSWORD)
  await expect(signIn.refused).toBeVisible()
})

test('one more structure is asked for, also across a session that ended meanwhile, and the wish is taken back', async ({ start, service }) => {
  await haveAccount(service)
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const account = accountPage(screen)
  await logIn(screen, PASSWORD)
  await account.furtherLink.click()
  await structureStep(screen).chooseType('SIRET')
  await structureStep(screen).identifier.fill(TOTAL_ENERGIES)
  await expect(structureStep(screen).name).not.toHaveValue('')
  await service.forward(31)
  await account.sendButton.click()
  await expect(account.main.getByText(screen.say('failures.code.session-ended.happened'))).toBeVisible()

  await signInPage(screen).signIn(EMAIL, PASSWORD)
  await expect(structureStep(screen).name).not.toHaveValue('')
  await account.sendButton.click()
  await expect(account.main.getByText(screen.say('account.told.asked.manager.heading', { name: 'TOTALENERGIES SE' }))).toBeVisible()
  await account.takeBackButton.click()
  await account.confirmTakeBack()
  await expect(account.main.getByText(screen.say('account.structures.takenBack', { name: 'TOTALENERGIES SE' }))).toBeVisible()
  await expect(account.takeBackButton).toHaveCount(0)
})
