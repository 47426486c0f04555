import { assistantPanel } from './pages/assistant-panel'
import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { screenIn } from './pages/screen'
import { summaryPage } from './pages/summary-page'
import { supportPages } from './pages/support-pages'
import { expect, test } from './support/fixtures'
import { keyboardOf } from './support/keyboard'
import { mailboxOf } from './support/mailbox'
import { CAPTCHA_ANSWER } from './support/running-service'
import { TOTAL_ENERGIES } from './support/service-client'
import { register } from './support/walk'

/** Long ways through a window, beside the walk through every screen. */
test.setTimeout(150_000)

const EMAIL = 'zoe@example.org'

test('no mail: the assistant knows the registration, sends a new link, and ends at a ticket that is filled in', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  const mailbox = mailboxOf(service.url)
  const reference = await register(screen, { email: EMAIL })
  await summaryPage(screen).shows('activation-sent')
  const first = await mailbox.nextLinkTo(EMAIL)

  const assistant = assistantPanel(screen)
  await assistant.open()
  await assistant.say('connecting', 'noMail')
  await expect(assistant.newest).toContainText(EMAIL)
  await expect(assistant.newest).toContainText(reference)
  await assistant.say('addressRight', 'notInSpam')
  await assistant.sendAgain.click()
  await mailbox.nextLinkTo(EMAIL, [first.link])
  await expect(assistant.panel).toContainText(screen.say('progress.sendAgain.done', { email: EMAIL }))

  await assistant.say('stillNothing')
  await assistant.openTicket.click()
  const ticket = supportPages(screen)
  await expect(ticket.field('email')).toHaveValue(EMAIL)
  await expect(ticket.field('registrationReference')).toHaveValue(reference)
  await expect(ticket.field('description')).toHaveValue(new RegExp(screen.say('assistant.ticket.sentAgain')))
  await ticket.submit(CAPTCHA_ANSWER)
  await expect(ticket.reference).toBeVisible()
})

test('without a connection it goes on from what this computer knows, by the keyboard alone, and gives the focus back', async ({ start, service }) => {
  const screen = screenIn('en', (await start({ serviceUrl: service.url })).window)
  await register(screen, { email: EMAIL, siret: TOTAL_ENERGIES })
  await summaryPage(screen).shows('awaiting-manager')
  await service.pause()
  await frameOf(screen).goHome()
  await homePage(screen).open('Zoé Béranger')
  await expect(summaryPage(screen).title).toBeVisible()

  const assistant = assistantPanel(screen)
  const keys = keyboardOf(screen.page)
  await keys.tabTo(assistant.button, 'Shift+Tab')
  await screen.page.keyboard.press('Enter')
  await expect(assistant.answer('connecting')).toBeFocused()
  await screen.page.keyboard.press('Enter')
  await expect(assistant.answer('noMail')).toBeFocused()
  await screen.page.keyboard.press('Enter')
  await expect(assistant.newest).toContainText(screen.say('assistant.says.waitsForManager'))
  await expect(assistant.newest).toContainText(screen.say('progress.next.manager'))
  await expect(assistant.answer('understood')).toBeFocused()
  await screen.page.keyboard.press('Escape')
  await expect(assistant.panel).toBeHidden()
  await expect(assistant.button).toBeFocused()
})
