import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountPage } from './pages/account-page'
import { helpdeskPage } from './pages/helpdesk-page'
import { requestsPage } from './pages/requests-page'
import { screenIn, type Screen } from './pages/screen'
import { signInPage } from './pages/sign-in-page'
import { summaryPage } from './pages/summary-page'
import { expect, test as base } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { TOTAL_ENERGIES } from './support/service-client'
import { activate, PASSWORD, register } from './support/walk'

interface TwoPeople {
  readonly applicant: Screen
  /** A window of another profile, on the same service, started with these switches. */
  readonly secondWindow: (more?: readonly string[]) => Promise<Screen>
}

const test = base.extend<TwoPeople>({
  applicant: async ({ start, service }, use) => {
    await use(screenIn('en', (await start({ serviceUrl: service.url })).window))
  },
  secondWindow: async ({ start, service }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'parvis-e2e-second-'))
    await use(async (more = []) => screenIn('fr', (await start({ serviceUrl: service.url, userData: folder, language: 'fr', more })).window))
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** Two windows, and a wizard walked to its end in one. */
test.setTimeout(180_000)

const AGENT = ['agent@practice.example', 'Practice-agent-2026'] as const
const NANTES = '21440109300015'
const MANAGER = ['manager@practice.example', 'Practice-manager-2026'] as const
const APPLICANT = 'zoe@example.org'

/** The manager signs in, and follows what their account shows them to the requests. */
async function openRequests(manager: Screen): Promise<ReturnType<typeof requestsPage>> {
  await signInPage(manager).link.click()
  await signInPage(manager).signIn(...MANAGER)
  await manager.page.getByRole('link', { name: manager.say('account.toDecide.open'), exact: true }).click()
  return requestsPage(manager)
}

test('a manager accepts in another window: the applicant’s moves on by itself, the account is activated and signs in', async ({ applicant, secondWindow, service }) => {
  const reference = await register(applicant, { email: APPLICANT, siret: TOTAL_ENERGIES })
  const summary = summaryPage(applicant)
  await summary.shows('awaiting-manager')
  const mailbox = mailboxOf(service.url)
  await expect.poll(async () => (await mailbox.mailsTo(MANAGER[0])).length).toBe(1)

  const requests = await openRequests(await secondWindow())
  await expect(requests.requestOf('Zoé Béranger')).toContainText(reference)
  await expect(requests.requestOf('Zoé Béranger')).toContainText('542 051 180 00066')
  await requests.accept('Zoé Béranger')
  await expect(requests.done('accept', 'Zoé Béranger')).toBeVisible()
  await expect(requests.nothing).toBeVisible()

  await summary.shows('activation-sent')
  const { link } = await mailbox.nextLinkTo(APPLICANT)
  const subjects = (await mailbox.mailsTo(APPLICANT)).map(({ subject }) => subject)
  const [accepted, activation] = ['is accepted', 'Activate your account'].map((words) => subjects.findIndex((subject) => subject.includes(words))) as [number, number]
  expect(accepted).toBeGreaterThan(0)
  expect(activation).toBeGreaterThan(accepted)

  await activate(applicant, link)
  await signInPage(applicant).link.click()
  await signInPage(applicant).signIn(APPLICANT, PASSWORD)
  await expect(accountPage(applicant).title).toBeVisible()
  await expect(accountPage(applicant).main).toContainText('TOTALENERGIES SE')
})

test('a manager refuses with a reason: the applicant’s window says so by itself, and nothing opens it any more', async ({ applicant, secondWindow, service }) => {
  await register(applicant, { email: APPLICANT, siret: TOTAL_ENERGIES })
  const summary = summaryPage(applicant)
  await summary.shows('awaiting-manager')

  const requests = await openRequests(await secondWindow())
  await requests.refuse('Zoé Béranger', 'Personne de ce nom ne travaille ici.')
  await expect(requests.done('refuse', 'Zoé Béranger')).toBeVisible()

  await summary.shows('attachment-refused')
  const mailbox = mailboxOf(service.url)
  await expect.poll(async () => (await mailbox.mailsTo(APPLICANT)).some(({ text }) => text.includes('Personne de ce nom ne travaille ici.'))).toBe(true)
  expect((await mailbox.mailsTo(APPLICANT)).filter(({ text, html }) => `${text} ${html}`.includes('#t='))).toEqual([])
  await signInPage(applicant).link.click()
  await signInPage(applicant).signIn(APPLICANT, PASSWORD)
  await expect(signInPage(applicant).refused).toBeVisible()
})

test('an agent approves a public structure in another window: the applicant’s moves on by itself, the account is activated and signs in', async ({ applicant, secondWindow, service }) => {
  await register(applicant, { email: APPLICANT, siret: NANTES })
  const summary = summaryPage(applicant)
  await summary.shows('awaiting-support')

  const agent = await secondWindow(['--profile=helpdesk'])
  const desk = helpdeskPage(agent)
  await desk.goToSignIn()
  await signInPage(agent).signIn(...AGENT)
  await expect(desk.main.getByRole('table')).toContainText('COMMUNE DE NANTES')
  await desk.approve()

  await summary.shows('activation-sent')
  const mailbox = mailboxOf(service.url)
  const { link } = await mailbox.nextLinkTo(APPLICANT)
  expect((await mailbox.mailsTo(APPLICANT)).some(({ subject }) => subject.includes('is approved'))).toBe(true)
  await activate(applicant, link)
  await signInPage(applicant).link.click()
  await signInPage(applicant).signIn(APPLICANT, PASSWORD)
  await expect(accountPage(applicant).main).toContainText('COMMUNE DE NANTES')
})
