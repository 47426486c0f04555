import { activationPage } from '../pages/activation-page'
import { checkStep } from '../pages/check-step'
import { frameOf } from '../pages/frame'
import { homePage } from '../pages/home-page'
import { personStep } from '../pages/person-step'
import type { Screen } from '../pages/screen'
import { structureStep } from '../pages/structure-step'
import { summaryPage } from '../pages/summary-page'
import { expect } from './fixtures'
import { keyboardOf } from './keyboard'
import { mailboxOf } from './mailbox'
import { CAPTCHA_ANSWER } from './running-service'
import { PASSWORD } from './walk'

const EMAIL = 'zoe.beranger@example.org'

/** Called wherever the person comes to rest, with the name of the place. */
export type AtStop = (stop: string) => Promise<void>

/** The whole path without a mouse: home → three steps → summary → activation → active, a refused step and a weak password on the way. */
export async function walkByKeyboard(screen: Screen, serviceUrl: string, at: AtStop = () => Promise.resolve()): Promise<void> {
  const { page, say } = screen
  const keys = keyboardOf(page)
  const frame = frameOf(screen)
  await expect(homePage(screen).title).toBeFocused()
  await at('home')

  await keys.press(frame.createButton)
  await walkPerson(screen, at)
  await walkStructure(screen, at)

  const check = checkStep(screen)
  await expect(frame.heading).toHaveText(say('wizard.steps.check'))
  await check.image.waitFor()
  await at('check and create')
  await keys.type(check.characters, CAPTCHA_ANSWER)
  await page.keyboard.press('Enter')
  await expect(check.createButton).toBeEnabled()
  await at('captcha validated')
  await keys.press(check.createButton)

  const summary = summaryPage(screen)
  await expect(summary.title).toBeFocused()
  await summary.shows('activation-sent')
  await at('summary')
  const { link } = await mailboxOf(serviceUrl).nextLinkTo(EMAIL)
  await keys.press(summary.enterLink)
  await walkActivation(screen, link, at)

  // The first one leads to the sign-in, the second one back.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(homePage(screen).rowOf('Zoé Béranger')).toContainText(say('home.states.active'))
  await at('home again')
}

async function walkPerson(screen: Screen, at: AtStop): Promise<void> {
  const { page, say } = screen
  const keys = keyboardOf(page)
  const frame = frameOf(screen)
  const person = personStep(screen)
  await expect(frame.heading).toHaveText(say('wizard.steps.person'))
  await expect(frame.heading).toBeFocused()
  await at('personal information')
  await keys.type(person.field('connectionEmail'), EMAIL)
  await keys.type(person.field('firstName'), 'Zoé')
  await keys.type(person.field('lastName'), 'Béranger')
  await expect(frame.saveStatus).toHaveText(say('app.save.saved'))
  await at('personal information, typed')
  await keys.press(person.continueButton)

  // Refused: the focus is on the list of what is missing, whose link leads to the field.
  await expect(page.getByRole('main').getByRole('region').filter({ hasText: say('problems.field.conditions-not-accepted') })).toBeFocused()
  await at('personal information, refused')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(person.conditions).toBeFocused()
  await page.keyboard.press('Space')
  await expect(person.conditions).toBeChecked()
  await page.keyboard.press('Enter')
}

async function walkStructure(screen: Screen, at: AtStop): Promise<void> {
  const { page, say } = screen
  const keys = keyboardOf(page)
  const frame = frameOf(screen)
  const structure = structureStep(screen)
  await expect(frame.heading).toHaveText(say('wizard.steps.structure'))
  await at('structure')
  await keys.tabTo(structure.typeField)
  await page.keyboard.type('SI')
  await at('structure, list of types open')
  await page.keyboard.press('Enter')
  await expect(structure.typeField).toHaveText('SIRET')
  await keys.type(structure.identifier, '55203253400646')
  await expect(structure.name).toHaveValue('DANONE')
  await expect(frame.saveStatus).toHaveText(say('app.save.saved'))
  await at('structure, found')
  await keys.press(structure.continueButton)
}

async function walkActivation(screen: Screen, link: string, at: AtStop): Promise<void> {
  const { page } = screen
  const keys = keyboardOf(page)
  const activation = activationPage(screen)
  await expect(activation.title).toBeFocused()
  await at('activation')
  await keys.type(activation.field, link)
  await page.keyboard.press('Enter')
  await expect(activation.heading('whose')).toBeFocused()
  await at('password')
  await keys.type(activation.password, 'weak')
  await page.keyboard.press('Enter')
  await expect(activation.password).toHaveAttribute('aria-invalid', 'true')
  await at('password, too weak')
  await activation.password.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(PASSWORD)
  await keys.press(activation.submitButton)
  await expect(activation.heading('done')).toBeFocused()
  await at('active')
}
