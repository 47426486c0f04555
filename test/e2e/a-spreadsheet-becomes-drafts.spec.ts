import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { homePage } from './pages/home-page'
import { importPage } from './pages/import-page'
import { screenIn, type Screen } from './pages/screen'
import { chooseInDialogs, saveInDialogs } from './support/file-dialogs'
import { expect, test } from './support/fixtures'
import type { Parvis } from './support/launch-parvis'

const FILES = join(import.meta.dirname, '../fixtures/spreadsheets')

/** From the empty list to the columns of a file. */
async function openFile(parvis: Parvis, file: string): Promise<Screen> {
  const screen = screenIn('en', parvis.window)
  await chooseInDialogs(parvis.app, file)
  await importPage(screen).link.click()
  await importPage(screen).choose()
  return screen
}

/** Types over what is in a cell. */
async function retype(screen: Screen, line: number, field: string, text: string): Promise<void> {
  const cell = await importPage(screen).cellOf(line, field)
  await cell.click()
  await screen.page.keyboard.type(text)
  await screen.page.keyboard.press('Enter')
  await expect(cell).toContainText(text)
  await expect(cell).not.toHaveAttribute('aria-invalid')
}

for (const file of ['clients-libreoffice.xlsx', 'clients-from-ods.xlsx']) {
  test(`${file}, as LibreOffice wrote it, becomes drafts of which each can be opened`, async ({ start }) => {
    const parvis = await start()
    const screen = await openFile(parvis, join(FILES, file))
    const page = importPage(screen)
    // Below a merged title, beside a hidden sheet.
    await expect(page.useOf('Courriel')).toHaveText('Connection email')
    await expect(page.useOf('Raison sociale')).toHaveText('Company name')
    await expect(page.useOf('Client depuis')).toHaveText(screen.say('spreadsheet.columns.nothing'))
    await page.main.getByRole('combobox', { name: 'Sheet' }).click()
    await expect(page.main.getByRole('option', { name: /^Anciens \(hidden\)/ })).toBeVisible()
    await parvis.window.keyboard.press('Escape')
    await page.checkButton.click()

    await page.kind('all').click()
    await expect(page.previewHeading).toBeVisible()
    await expect(page.kind('all')).toContainText('6')
    await expect(page.kind('duplicates')).toContainText('1')
    await expect(page.row(7).getByRole('rowheader')).toContainText('left out')

    const siret = await page.cellOf(4, 'Identifier')
    await siret.click()
    await expect(page.cellPanel).toContainText('00512340100019')
    await page.cellPanel.getByRole('button', { name: screen.say('spreadsheet.cell.accept'), exact: true }).click()
    await expect(siret).toContainText('00512340100019')
    await retype(screen, 5, 'Connection email', 'celine.garcon@example.org')
    await retype(screen, 6, 'Identifier', '50277814500024')
    await expect(page.kind('problems')).toContainText('0')

    await expect(page.makeButton).toHaveText('Create 5 drafts')
    await page.makeButton.click()
    await expect(page.main).toContainText('5 drafts were created')
    await page.toListLink.click()
    const home = homePage(screen)
    await expect(home.rows).toHaveCount(5)
    await home.open('Céline Garçon')
    await expect(parvis.window.getByLabel('Connection email', { exact: true })).toHaveValue('celine.garcon@example.org')
  })
}

for (const [file, name] of [['clients-windows-1252.csv', 'Windows-1252'], ['clients-utf-16.csv', 'UTF-16']] as const) {
  test(`a CSV in ${name} is read with its accents, and its drafts are taken back in one step`, async ({ start }) => {
    const parvis = await start()
    const screen = await openFile(parvis, join(FILES, file))
    const page = importPage(screen)
    await expect(page.main.getByRole('combobox', { name: 'Character set' })).toContainText(name)
    await page.checkButton.click()
    await page.kind('all').click()
    await expect(await page.cellOf(5, 'Company name')).toContainText('L’Œuvre, c’est 10 €')
    await page.main.getByRole('radio').last().check()
    await expect(page.makeButton).toHaveText('Create 4 drafts')
    await page.makeButton.click()
    await page.doneButton.click()
    await expect(page.main).toContainText('The 4 drafts were taken back')
    await page.toListLink.click()
    await expect(parvis.window.getByRole('heading', { name: screen.say('home.welcome.heading') })).toBeVisible()
  })
}

test('what is here already is said, linked, and not made twice', async ({ start }) => {
  const parvis = await start()
  const screen = await openFile(parvis, join(FILES, 'clients-libreoffice.xlsx'))
  const page = importPage(screen)
  await page.checkButton.click()
  await page.makeButton.click()
  await page.button('spreadsheet.done.again').click()
  await page.choose()
  await page.checkButton.click()
  await page.kind('all').click()
  await (await page.cellOf(3, screen.say('spreadsheet.grid.lineHead'))).click()
  await expect(page.cellPanel).toContainText(screen.say('spreadsheet.cell.row.sameAsDraft'))
  await page.cellPanel.getByRole('link').click()
  await expect(parvis.window.getByLabel('First name', { exact: true })).toHaveValue('Amélie')
})

test('a template is saved, and comes back as it was filled in', async ({ start, userData }) => {
  const parvis = await start()
  const file = join(userData, 'template.csv')
  await saveInDialogs(parvis.app, file)
  const screen = screenIn('en', parvis.window)
  const page = importPage(screen)
  await page.link.click()
  await page.button('spreadsheet.choose.template.csv').click()
  await expect(page.main).toContainText(screen.say('spreadsheet.choose.template.saved'))
  expect((await readFile(file, 'utf8')).length).toBeGreaterThan(20)
  await chooseInDialogs(parvis.app, file)
  await page.choose()
  await expect(page.main.getByText(screen.say('spreadsheet.columns.nothing'), { exact: true })).toHaveCount(0)
})

test('corrections are not lost without a question', async ({ start }) => {
  const parvis = await start()
  const screen = await openFile(parvis, join(FILES, 'clients-libreoffice.xlsx'))
  const page = importPage(screen)
  await page.checkButton.click()
  await page.kind('all').click()
  await retype(screen, 5, 'Connection email', 'celine.garcon@example.org')
  const help = parvis.window.getByRole('banner').getByRole('link', { name: screen.say('app.help'), exact: true })
  await help.click()
  await page.dialog.getByRole('button', { name: screen.say('spreadsheet.leave.stay'), exact: true }).click()
  await expect(await page.cellOf(5, 'Connection email')).toContainText('celine.garcon@example.org')
  await help.click()
  await page.dialog.getByRole('button', { name: screen.say('spreadsheet.leave.leave'), exact: true }).click()
  await expect(parvis.window.getByRole('heading', { level: 1 })).toHaveText(screen.say('help.title'))
})
