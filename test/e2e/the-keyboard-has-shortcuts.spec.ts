import { activationPage } from './pages/activation-page'
import { deskOf } from './pages/desk'
import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { personStep } from './pages/person-step'
import { screenIn } from './pages/screen'
import { expect, test } from './support/fixtures'
import { keyboardOf } from './support/keyboard'
import { chooseInMenu, readMenuBar } from './support/menu-bar'

const CODE = 'PV-7K2M-9XQD 4F7H-2MWT'

test('every shortcut of the list does what the list says, and none is taken from a text field', async ({ start }) => {
  const { window } = await start()
  const screen = screenIn('en', window)
  const { keyboard } = window
  const frame = frameOf(screen)
  const home = homePage(screen)
  await expect(home.title).toBeFocused()
  await deskOf(screen).hearsKeys()

  await keyboard.press('Control+n')
  await expect(frame.heading).toHaveText('Personal information')
  await keyboard.press('Control+Enter')
  await expect(window.getByRole('main').getByRole('region').filter({ hasText: screen.say('problems.field.conditions-not-accepted') })).toBeFocused()
  const lastName = personStep(screen).field('lastName')
  await lastName.fill('B')
  await lastName.pressSequentially('éranger/Zoé')
  await keyboard.press('Control+z')
  await expect(lastName).not.toHaveValue('Béranger/Zoé')
  await lastName.fill('Béranger')
  await expect(frame.saveStatus).toHaveText('Saved')
  await expect(lastName).toBeFocused()
  await keyboard.press('Alt+ArrowLeft')
  await expect(home.title).toBeVisible()

  await expect(home.rows).toHaveCount(1)
  for (const key of ['Control+f', '/']) {
    await home.title.focus()
    await keyboard.press(key)
    await expect(home.search).toBeFocused()
    await expect(home.search).toHaveValue('')
  }
  await keyboard.press('/')
  await expect(home.search).toHaveValue('/')
  await home.search.fill('')

  await home.discard('Béranger')
  await expect(home.rows).toHaveCount(0)
  await keyboard.press('Control+z')
  await expect(home.rowOf('Béranger')).toBeVisible()

  await keyboard.press('Control+l')
  await expect(activationPage(screen).title).toBeFocused()
  await keyboard.press('F1')
  await expect(frame.heading).toHaveText(screen.say('help.title'))
})

test('the list of shortcuts opens by its key and from the footer, keeps the page behind it still, and gives the focus back', async ({ start }) => {
  const { window } = await start()
  const screen = screenIn('en', window)
  const desk = deskOf(screen)
  await expect(homePage(screen).title).toBeFocused()
  await desk.hearsKeys()
  await window.keyboard.press('Control+/')
  await expect(desk.shortcuts).toBeVisible()
  await window.keyboard.press('Control+n')
  await expect(desk.shortcuts).toBeVisible()
  // Behind a dialog nothing has a role: the page is found by its words.
  await expect(window.locator('h1')).toHaveText(screen.say('home.title'))
  await window.keyboard.press('Escape')
  await expect(desk.shortcuts).toHaveCount(0)
  await expect(homePage(screen).title).toBeFocused()

  await keyboardOf(window).press(desk.shortcutsButton)
  await expect(desk.shortcuts).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(desk.shortcutsButton).toBeFocused()
})

test('the menu bar and the window stay in step, in both languages', async ({ start }) => {
  const { app, window } = await start()
  const english = screenIn('en', window)
  await deskOf(english).hearsKeys()
  expect(await readMenuBar(app)).toEqual({ menus: ['File', 'Edit', 'View', 'Help'], chosen: ['As the system', 'English'] })

  await chooseInMenu(app, 'View', 'Appearance', 'Dark')
  await expect(frameOf(english).themeOf('dark')).toBeChecked()
  await frameOf(english).themeOf('light').click()
  await expect.poll(async () => (await readMenuBar(app)).chosen).toEqual(['Light', 'English'])

  await chooseInMenu(app, 'View', 'Language (langue)', 'Français')
  const french = screenIn('fr', window)
  await expect(homePage(french).title).toBeVisible()
  await expect.poll(() => readMenuBar(app)).toEqual({ menus: ['Fichier', 'Édition', 'Affichage', 'Aide'], chosen: ['Claire', 'Français'] })

  await chooseInMenu(app, 'Aide', 'À propos de Parvis')
  await expect(deskOf(french).about).toContainText(await app.evaluate(({ app: electronApp }) => electronApp.getVersion()))
  await expect(deskOf(french).about).toContainText(await app.evaluate(() => process.versions['chrome'] ?? ''))
  await chooseInMenu(app, 'Fichier', 'Créer un compte')
  await expect(frameOf(french).heading).toHaveText('Informations personnelles')
  await expect(deskOf(french).about).toHaveCount(0)
})

test('About copies the versions, and unfolds the licence of what Parvis is made with', async ({ start }) => {
  const { app, window } = await start()
  const screen = screenIn('en', window)
  const desk = deskOf(screen)
  await keyboardOf(window).press(desk.aboutButton)
  await desk.about.getByRole('button', { name: screen.say('ui.copy') }).click()
  await expect(desk.about.getByText(screen.say('ui.copied'), { exact: true })).toBeVisible()
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^Parvis: \d+\.\d+\.\d+\nElectron: \d+/)
  await desk.unfoldLicence('@fontsource-variable/fraunces')
  await expect(desk.about.getByRole('listitem').filter({ hasText: '@fontsource-variable/fraunces' }).getByText('SIL OPEN FONT LICENSE')).toBeVisible()
})

test('a code that is pasted anywhere is laid into the field of the activation screen, and waits', async ({ start }) => {
  const { app, window } = await start()
  const screen = screenIn('en', window)
  await expect(homePage(screen).title).toBeFocused()
  await deskOf(screen).hearsKeys()
  await app.evaluate(({ clipboard }, text) => { clipboard.writeText(text) }, CODE)
  await window.keyboard.press('Control+v')
  const activation = activationPage(screen)
  await expect(activation.field).toHaveValue(CODE)
  await expect(activation.title).toBeFocused()
  await expect(activation.continueButton).toBeVisible()
  await expect(window.getByText(screen.say('desk.pasted'))).toBeAttached()
})

test('the name of a sign shows on hover and on focus, can be pointed at, and goes by Escape', async ({ start }) => {
  const { window } = await start()
  const screen = screenIn('en', window)
  const tip = window.getByRole('tooltip')
  await deskOf(screen).showTip()
  await expect(tip).toHaveText(screen.say('app.theme.system'))
  await window.keyboard.press('Escape')
  await expect(tip).toHaveCount(0)

  await frameOf(screen).themeOf('dark').hover()
  await expect(tip).toHaveText(screen.say('app.theme.dark'))
  await tip.hover()
  await window.waitForTimeout(500)
  await expect(tip).toHaveText(screen.say('app.theme.dark'))
  await window.keyboard.press('Escape')
  await expect(tip).toHaveCount(0)
})

test('the window comes back where it was', async ({ start }) => {
  const bounds = { x: 140, y: 90, width: 700, height: 560 }
  const first = await start()
  await expect(homePage(screenIn('en', first.window)).title).toBeVisible()
  await first.app.evaluate(({ BrowserWindow }, wanted) => { BrowserWindow.getAllWindows()[0]?.setBounds(wanted) }, bounds)
  await expect.poll(() => first.window.evaluate(() => innerWidth)).toBe(bounds.width)
  await first.app.close()
  const again = await start()
  await expect(homePage(screenIn('en', again.window)).title).toBeVisible()
  expect(await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())).toEqual(bounds)
})
