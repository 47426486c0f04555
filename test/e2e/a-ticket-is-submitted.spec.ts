import { PATHS } from '@shared/http/paths'
import type { Ticket } from '@shared/http/tickets'
import { frameOf } from './pages/frame'
import { screenIn } from './pages/screen'
import { supportPages } from './pages/support-pages'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import { CAPTCHA_ANSWER } from './support/running-service'

/** Long ways through a window, beside the walk through every screen. */
test.setTimeout(150_000)

/** As the contract has it: its module cannot be loaded here. */
const LONGEST_DESCRIPTION = 4000
const NANTES = '21440109300015'
const FORMULA = '=HYPERLINK("https://evil.example";"Click here") <script>window.wasRun = true</script>'
/** A megabyte. */
const BOOK = 'I have waited since Monday.\n'.repeat(38_000)
const EMAIL = 'zoe@example.org'

/** The tickets as support sees them. */
async function ticketsAt(url: string): Promise<readonly Ticket[]> {
  const ask = async (path: string, init: RequestInit): Promise<unknown> => (await fetch(`${url}${path}`, init)).json()
  const body = JSON.stringify({ connectionEmail: 'agent@practice.example', password: 'Practice-agent-2026' })
  const { sessionToken } = (await ask(PATHS.sessions, { method: 'POST', headers: { 'content-type': 'application/json' }, body })) as { sessionToken: string }
  return (await ask(PATHS.supportTickets, { headers: { authorization: `Bearer ${sessionToken}` } })) as Ticket[]
}

test('from Contact us to a reference: a formula stays text, and the mail that confirms it has none of its words', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const ticket = supportPages(screen)
  await ticket.openTicket('connection-problem')
  await ticket.fill({ email: EMAIL, subject: FORMULA.slice(0, 60), description: FORMULA })
  await ticket.submit(CAPTCHA_ANSWER)

  const reference = await ticket.reference.innerText()
  expect((await ticketsAt(service.url)).find((one) => one.reference === reference)).toMatchObject({ situation: 'connection-problem', email: EMAIL, subject: FORMULA.slice(0, 60), description: FORMULA })
  await expect.poll(async () => (await mailboxOf(service.url).mailsTo(EMAIL)).map(({ text }) => text).join()).toContain(reference)
  for (const { text, html } of await mailboxOf(service.url).mailsTo(EMAIL)) expect(text + html).not.toMatch(/evil|HYPERLINK|wasRun/)
})

test('a book is kept in its field and refused in words', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const ticket = supportPages(screen)
  await ticket.openTicket('other')
  await ticket.fill({ email: EMAIL, subject: 'A long story' })
  await ticket.paste(BOOK)
  await ticket.submit(CAPTCHA_ANSWER)
  await expect(screen.page.getByRole('main')).toContainText(screen.say('problems.field.too-long', { maximum: LONGEST_DESCRIPTION }))
  expect((await ticket.field('description').inputValue()).length).toBe(BOOK.length)

  await ticket.field('description').fill('A short story.')
  await ticket.submitButton.click()
  await expect(ticket.reference).toBeVisible()
})

test('what is typed outlives a service that is away, and another page', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const ticket = supportPages(screen)
  await ticket.openTicket('other')
  await ticket.fill({ email: EMAIL, subject: 'A story', description: 'A short story.' })
  await service.pause()
  await ticket.submitButton.click()
  await frameOf(screen).goHome()
  await service.resume()

  await ticket.openTicket('other')
  await expect(ticket.field('subject')).toHaveValue('A story')
  await expect(ticket.field('description')).toHaveValue('A short story.')
  await ticket.submit(CAPTCHA_ANSWER)
  await expect(ticket.reference).toBeVisible()
  expect((await ticketsAt(service.url)).map(({ subject }) => subject)).toEqual(['A story'])
})

test('the creation of a public structure is asked for with all that support needs', async ({ start, service }) => {
  const screen = screenIn('fr', (await start({ serviceUrl: service.url, language: 'fr' })).window)
  const ticket = supportPages(screen)
  await ticket.openTicket('public-structure')
  await ticket.fill({ email: EMAIL, legalStatus: 'Commune', siret: NANTES.slice(0, 13), structureName: 'Commune de Nantes', subject: 'Création', description: 'Bonjour.' })
  for (const [name, text] of [['line1', '2 rue de l’Hôtel de Ville'], ['postalCode', '44000'], ['city', 'Nantes']] as const) await screen.page.getByLabel(screen.say(`fields.${name}`), { exact: true }).fill(text)
  await ticket.submit(CAPTCHA_ANSWER)
  await expect(ticket.field('siret')).toHaveAttribute('aria-invalid', 'true')

  await ticket.field('siret').fill(NANTES)
  await ticket.submitButton.click()
  await expect(ticket.reference).toBeVisible()
  expect((await ticketsAt(service.url))[0]?.publicStructure).toMatchObject({ legalStatus: 'Commune', siret: NANTES, address: { city: 'Nantes', country: 'FR' } })
})
