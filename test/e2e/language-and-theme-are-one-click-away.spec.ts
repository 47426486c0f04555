import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { personStep } from './pages/person-step'
import { screenIn } from './pages/screen'
import { expect, test } from './support/fixtures'

test('one click changes the language of the screen at hand and keeps what was typed; the next start remembers', async ({ start }) => {
  // A system language that Parvis does not speak leaves the choice to the setting.
  const german = { more: ['--lang=de'] }
  const { window, app } = await start(german)
  const english = screenIn('en', window)
  const french = screenIn('fr', window)
  await frameOf(english).createAccount()
  await personStep(english).field('lastName').fill('Béranger')

  await frameOf(english).languageSwitch.click()
  await expect(frameOf(french).heading).toHaveText('Informations personnelles')
  await expect(personStep(french).field('lastName')).toHaveValue('Béranger')
  expect(await window.evaluate(() => document.documentElement.lang)).toBe('fr')
  await expect(frameOf(french).saveStatus).toHaveText('Enregistré')
  await app.close()

  const again = screenIn('fr', (await start(german)).window)
  await expect(homePage(again).title).toBeVisible()
})

test('one click changes light and dark, and the next start remembers', async ({ start }) => {
  const first = await start()
  const background = (page: typeof first.window): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const screen = screenIn('en', first.window)
  await frameOf(screen).themeOf('light').click()
  await expect(frameOf(screen).themeOf('light')).toBeChecked()
  const light = await background(first.window)
  await frameOf(screen).themeOf('dark').click()
  await expect.poll(() => background(first.window)).not.toBe(light)
  const dark = await background(first.window)
  await first.app.close()

  const again = screenIn('en', (await start()).window)
  await expect(frameOf(again).themeOf('dark')).toBeChecked()
  expect(await background(again.page)).toBe(dark)
})
