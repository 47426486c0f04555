import { activationPage } from './pages/activation-page'
import { checkStep } from './pages/check-step'
import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { personStep } from './pages/person-step'
import { screenIn } from './pages/screen'
import { structureStep } from './pages/structure-step'
import { summaryPage } from './pages/summary-page'
import { expect, test } from './support/fixtures'
import { keyboardOf } from './support/keyboard'
import { mailboxOf } from './support/mailbox'
import { CAPTCHA_ANSWER } from './support/running-service'
import { PASSWORD } from './support/walk'

test('the whole path without a mouse: every stop can be reached and seen, and nothing holds the focus fast', async ({ start, service }) => {
  const { window } = await start({ serviceUrl: service.url })
  const screen = screenIn('en', window)
  const keys = keyboardOf(window)
  const frame = frameOf(screen)
  await expect(homePage(screen).title).toBeFocused()

  await keys.press(frame.createButton)
  await expect(frame.heading).toHaveText('Personal information')
  await expect(frame.heading).toBeFocused()
  const person = personStep(screen)
  await keys.type(person.field('connectionEmail'), 'zoe@example.org')
  await keys.type(person.field('firstName'), 'Zoé')
  await keys.type(person.field('lastName'), 'Béranger')
  await keys.press(person.continueButton)

  // Refused: the focus is on the list of what is missing, whose link leads to the field.
  await expect(window.getByRole('main').getByRole('region').filter({ hasText: screen.say('problems.field.conditions-not-accepted') })).toBeFocused()
  await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await expect(person.conditions).toBeFocused()
  await window.keyboard.press('Space')
  await expect(person.conditions).toBeChecked()
  await window.keyboard.press('Enter')

  const structure = structureStep(screen)
  await expect(frame.heading).toHaveText('Information on the structure')
  await keys.tabTo(structure.typeField)
  await window.keyboard.type('SI')
  await window.keyboard.press('Enter')
  await expect(structure.typeField).toHaveText('SIRET')
  await keys.type(structure.identifier, '55203253400646')
  await expect(structure.name).toHaveValue('DANONE')
  await keys.press(structure.continueButton)

  const check = checkStep(screen)
  await expect(frame.heading).toHaveText('Check and create')
  await check.image.waitFor()
  await keys.type(check.characters, CAPTCHA_ANSWER)
  await window.keyboard.press('Enter')
  await expect(check.createButton).toBeEnabled()
  await keys.press(check.createButton)

  const summary = summaryPage(screen)
  await expect(summary.title).toBeFocused()
  await summary.shows('activation-sent')
  const { link } = await mailboxOf(service.url).nextLinkTo('zoe@example.org')
  await keys.press(summary.enterLink)

  const activation = activationPage(screen)
  await expect(activation.title).toBeFocused()
  await keys.type(activation.field, link)
  await window.keyboard.press('Enter')
  await expect(activation.heading('whose')).toBeFocused()
  await keys.type(activation.password, PASSWORD)
  await keys.press(activation.submitButton)
  await expect(activation.heading('done')).toBeFocused()
})

test('a dialog keeps the focus, Escape closes it, and the focus is back where it came from', async ({ start, service }) => {
  const { window } = await start({ serviceUrl: service.url })
  const screen = screenIn('en', window)
  const keys = keyboardOf(window)
  await keys.press(frameOf(screen).createButton)
  const read = window.getByRole('button', { name: screen.say('wizard.conditions.read') })
  await keys.press(read)
  const dialog = window.getByRole('dialog', { name: screen.say('wizard.conditions.heading') })
  await expect(dialog).toBeVisible()
  for (let stops = 0; stops < 6; stops += 1) {
    await window.keyboard.press('Tab')
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  }
  await window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(read).toBeFocused()
})

test('the first stop of the window skips its header', async ({ start }) => {
  const { window } = await start()
  const screen = screenIn('en', window)
  await expect(homePage(screen).title).toBeFocused()
  const skip = window.getByRole('link', { name: screen.say('app.skip') })
  // Backwards from the heading, over the whole header, to the very first stop.
  await keyboardOf(window).tabTo(skip, 'Shift+Tab')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('main')).toBeFocused()
})
