import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { screenIn } from './pages/screen'
import { ALL_ROWS, listOf } from './sample-answers'
import { SCREENS } from './screens'
import { expect, test } from './support/fixtures'
import { keyboardOf } from './support/keyboard'
import { walkByKeyboard } from './support/keyboard-journey'
import { scriptAnswers } from './support/scripted-main'
import { showState } from './support/show-state'

test('the whole path without a mouse: every stop can be reached and seen, and nothing holds the focus fast', async ({ start, service }) => {
  const { window } = await start({ serviceUrl: service.url })
  await walkByKeyboard(screenIn('en', window), service.url)
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

test('a list that drops down takes arrows, Escape leaves it as it was, and the focus never leaves its button', async ({ start }) => {
  const parvis = await start()
  await showState(parvis, stateNamed('a row in every state'), 'en')
  const { window } = parvis
  const screen = screenIn('en', window)
  const sort = window.getByRole('combobox', { name: screen.say('home.list.sort') })
  await keyboardOf(window).tabTo(sort)
  const before = await sort.innerText()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('End')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('listbox')).toHaveCount(0)
  await expect(sort).toBeFocused()
  await expect(sort).toHaveText(before)
})

test('what is unfolded keeps the focus, and what is left gives it back', async ({ start }) => {
  const parvis = await start()
  await showState(parvis, stateNamed('activation-sent'), 'en')
  const { window } = parvis
  const screen = screenIn('en', window)
  const keys = keyboardOf(window)
  const fold = window.locator('summary').first()
  await keys.press(fold)
  await expect(fold).toBeFocused()
  await expect(window.locator('details').first()).toHaveAttribute('open')

  const correct = window.getByRole('button', { name: screen.say('progress.correct.open'), exact: true }).locator('visible=true').last()
  await keys.press(correct)
  await expect(window.getByLabel(screen.say('fields.connectionEmail'), { exact: true })).toBeFocused()
  await keys.press(window.getByRole('button', { name: screen.say('ui.cancel'), exact: true }))
  await expect(correct).toBeFocused()
})

test('a draft that is discarded leaves the focus on its way back, and bringing it back leaves it on the page', async ({ start }) => {
  const parvis = await start()
  await showState(parvis, stateNamed('a row in every state'), 'en')
  const { app, window } = parvis
  const screen = screenIn('en', window)
  const keys = keyboardOf(window)
  const discard = window.getByRole('main').getByRole('listitem').first().getByRole('button').last()
  await scriptAnswers(app, { 'registration:list': { value: listOf(ALL_ROWS.slice(2)) } })
  await keys.press(discard)
  const undo = window.getByRole('button', { name: screen.say('home.list.undo'), exact: true })
  await expect(undo).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(homePage(screen).title).toBeFocused()
})

function stateNamed(name: string) {
  const state = SCREENS.find((one) => one.state === name)
  if (!state) throw new Error(`No state is called “${name}”`)
  return state
}
