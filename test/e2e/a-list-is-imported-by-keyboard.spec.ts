import { join } from 'node:path'
import { homePage } from './pages/home-page'
import { importPage } from './pages/import-page'
import { screenIn } from './pages/screen'
import { chooseInDialogs } from './support/file-dialogs'
import { expect, test } from './support/fixtures'
import { keyboardOf } from './support/keyboard'

const FILE = join(import.meta.dirname, '../fixtures/spreadsheets/clients-libreoffice.xlsx')

test('a list is imported, put right and taken into the list without a mouse', async ({ start }) => {
  const parvis = await start()
  const { window } = parvis
  const screen = screenIn('en', window)
  const page = importPage(screen)
  const keys = keyboardOf(window)
  const press = (...names: readonly string[]): Promise<void> => names.reduce((before, name) => before.then(() => window.keyboard.press(name)), Promise.resolve())
  await chooseInDialogs(parvis.app, FILE)
  await keys.press(page.link)
  await expect(page.title).toBeFocused()
  await keys.press(page.chooseButton)
  await expect(page.main.getByRole('heading', { level: 2, name: screen.say('spreadsheet.columns.heading'), exact: true })).toBeFocused()
  await keys.press(page.checkButton)
  await expect(page.previewHeading).toBeFocused()
  await keys.press(page.kind('all'))

  // The grid is one stop; F8 leads from error to error.
  await keys.tabTo(page.grid.locator('[tabindex="0"]'))
  await press('Control+Home')
  await expect(await page.cellOf(3, 'Connection email')).toBeFocused()
  await press('F8')
  const siret = await page.cellOf(4, 'Identifier')
  await expect(siret).toBeFocused()
  await expect(siret).toHaveAccessibleDescription(/dropped the zeros/)
  await press('Alt+Enter')
  await expect(siret).toContainText('00512340100019')

  await press('F8')
  const email = await page.cellOf(5, 'Connection email')
  await expect(email).toBeFocused()
  await press('F2', 'End')
  await window.keyboard.type('.org')
  await press('Enter')
  await expect(email).toContainText('celine.garcon@example.org')
  await expect(await page.cellOf(6, 'Connection email')).toBeFocused()
  await press('Shift+F8', 'F8')
  await expect(await page.cellOf(6, 'Identifier')).toBeFocused()
  await window.keyboard.type('50277814500024')
  await press('Tab')
  await expect(await page.cellOf(6, 'Identifier')).not.toHaveAttribute('aria-invalid')

  // Undone and done again; a selection filled down, copied and pasted.
  await press('Control+Z')
  await expect(await page.cellOf(6, 'Identifier')).toHaveAttribute('aria-invalid', 'true')
  await press('Control+Y')
  await expect(await page.cellOf(6, 'Identifier')).not.toHaveAttribute('aria-invalid')
  await (await page.cellOf(3, 'Phone number')).focus()
  await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+D')
  await expect(await page.cellOf(5, 'Phone number')).toContainText('01 23 45 67 89')
  // The menu bar hears the two keys of the clipboard, which a driven keyboard does not reach; this is what it does.
  await parvis.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.webContents.copy() })
  await press('ArrowDown')
  await parvis.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.webContents.paste() })
  await expect(await page.cellOf(8, 'Phone number')).toContainText('01 23 45 67 89')
  await press('Escape')

  // Space at the number of a line leaves it out, and takes it in.
  await (await page.cellOf(8, 'Line')).focus()
  await press('Space')
  await expect(await page.cellOf(8, 'Line')).toContainText('left out')
  await press('Space')
  await expect(await page.cellOf(8, 'Line')).not.toContainText('left out')

  await keys.press(page.makeButton)
  await expect(page.main).toContainText('5 drafts were created')
  await keys.press(page.toListLink)
  await expect(homePage(screen).rows).toHaveCount(5)
})
