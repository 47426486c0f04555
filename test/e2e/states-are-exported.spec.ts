import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { homePage } from './pages/home-page'
import { screenIn } from './pages/screen'
import { tableDialog } from './pages/table-dialog'
import { answerSaveDialog } from './support/answer-save-dialog'
import { expect, test } from './support/fixtures'
import { typeDraft } from './support/type-draft'

test('what the list shows is written as a table, in the language of the window, with nothing in it that is a formula', async ({ start, userData }) => {
  const { app, window } = await start({ language: 'fr' })
  const screen = screenIn('fr', window)
  const { dialog, open, format, save, close } = tableDialog(screen)
  await typeDraft(screen, '=HYPERLINK("http://evil.example")', 'Béranger')
  await typeDraft(screen, 'Éléonore', 'Lefèvre')

  await open.click()
  await answerSaveDialog(app, undefined)
  await save.click()
  await expect(dialog).toContainText(screen.say('tables.noPlace'))

  await answerSaveDialog(app, join(userData, 'all'))
  await format('csv').check()
  await save.click()
  await expect(dialog).toContainText(screen.say('tables.done', { count: '2', n: 2 }))
  await expect(close).toBeFocused()
  await close.click()
  await expect(open).toBeFocused()
  const rows = parse<Record<string, string>>(await readFile(join(userData, 'all.csv')), { bom: true, delimiter: ';', columns: true })
  expect(rows.map((row) => [row['Prénom'], row['Nom'], row['État'], row['Qui doit agir']])).toEqual([
    ['Éléonore', 'Lefèvre', 'Brouillon', 'Votre cabinet'],
    ['\'=HYPERLINK("http://evil.example")', 'Béranger', 'Brouillon', 'Votre cabinet'],
  ])
  expect(rows[0]?.['Créée le']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)

  await homePage(screen).search.fill('beranger')
  await expect(homePage(screen).rows).toHaveCount(1)
  await answerSaveDialog(app, join(userData, 'found.xlsx'))
  await open.click()
  await save.click()
  await expect(dialog).toContainText(screen.say('tables.done', { count: '1', n: 1 }))
  const sheet = read(await readFile(join(userData, 'found.xlsx'))).Sheets['Inscriptions']!
  expect(utils.sheet_to_json<Record<string, unknown>>(sheet)).toMatchObject([{ Nom: 'Béranger', Prénom: '=HYPERLINK("http://evil.example")' }])
  expect((await readdir(userData)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})
