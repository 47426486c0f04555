import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TEMPLATE_TITLES } from '@shared/spreadsheet/column-titles'
import { IMPORT_FIELDS, type ImportField } from '@shared/spreadsheet/import-fields'
import { homePage } from './pages/home-page'
import { importPage } from './pages/import-page'
import { queuePage } from './pages/queue-page'
import { screenIn } from './pages/screen'
import { chooseInDialogs } from './support/file-dialogs'
import { expect, test } from './support/fixtures'
import { acceptConditions } from './support/accept-conditions'
import { mailboxOf } from './support/mailbox'
import { CAPTCHA_ANSWER } from './support/running-service'

const ROWS = 500
const READY = 20
const BEFORE_THE_KILL = 8

const emailOf = (number: number) => `client.${String(number).padStart(3, '0')}@example.org`

/** Private individuals: nobody has to decide about them, and none meets another. */
function clients(): string {
  const cells: Partial<Record<ImportField, (number: number) => string>> = {
    connectionEmail: emailOf,
    firstName: (number) => `Anaïs ${number}`,
    lastName: () => 'Lefèvre',
    identifierType: () => 'Particulier',
    structureFirstName: (number) => `Anaïs ${number}`,
    structureLastName: () => 'Lefèvre',
    line1: (number) => `${number} rue du Port`,
    postalCode: () => '44000',
    city: () => 'Nantes',
    country: () => 'France',
  }
  const fields = IMPORT_FIELDS.filter((field) => cells[field])
  const lines = Array.from({ length: ROWS }, (_, index) => fields.map((field) => cells[field]!(index + 1)).join(';'))
  return `\uFEFF${[fields.map((field) => TEMPLATE_TITLES.fr[field]).join(';'), ...lines].join('\r\n')}\r\n`
}

test('500 clients are imported, 20 are sent in one go, killed in the middle and gone on with: 20 registrations', async ({ start, service, userData }) => {
  test.slow()
  const file = join(userData, 'clients.csv')
  await writeFile(file, clients())
  const first = await start({ serviceUrl: service.url })
  const screen = screenIn('en', first.window)
  const page = importPage(screen)
  await chooseInDialogs(first.app, file)
  await page.link.click()
  await page.choose()
  await page.checkButton.click()
  await page.makeButton.click()
  await expect(page.main).toContainText(`${ROWS} drafts were created`)
  const home = homePage(screen)
  await page.toListLink.click()
  await expect(first.window.getByRole('main')).toContainText(`${ROWS} registrations`)

  const wanted = Array.from({ length: READY }, (_, index) => emailOf(1 + index * Math.floor(ROWS / READY)))
  await acceptConditions(first.window, wanted)
  await home.sendReadyButton.click()
  await expect(queuePage(screen).title).toHaveText(screen.say('queue.title'))
  for (let sent = 1; sent <= BEFORE_THE_KILL; sent += 1) {
    await queuePage(screen).sendOne(CAPTCHA_ANSWER)
    await expect(queuePage(screen).receipts).toHaveCount(sent)
  }
  await queuePage(screen).image.waitFor()
  await queuePage(screen).characters.fill(CAPTCHA_ANSWER)
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve))
  await first.window.keyboard.press('Enter')
  first.app.process().kill('SIGKILL')
  await ended

  const again = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const queue = queuePage(again)
  await again.page.getByRole('banner').getByRole('link', { name: again.say('queue.open') }).click()
  // The one that was on its way may have arrived; it goes again by itself under the same key.
  const done = queue.doneHeading.filter({ hasText: /registrations? sent\b/ })
  for (;;) {
    await expect(queue.image.or(done).first()).toBeVisible()
    if (await done.isVisible()) break
    const before = await queue.receipts.count()
    await queue.sendOne(CAPTCHA_ANSWER)
    await expect.poll(() => queue.receipts.count()).toBeGreaterThan(before)
  }
  const mails = await mailboxOf(service.url).allMails()
  const summaries = mails.filter(({ subject }) => subject.includes('Summary') || subject.includes('Récapitulatif'))
  expect(summaries.map(({ to }) => to).toSorted()).toEqual(wanted)
})
