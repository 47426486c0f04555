import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { screenIn } from './pages/screen'
import { summaryPage } from './pages/summary-page'
import { answerSaveDialog } from './support/answer-save-dialog'
import { expect, test } from './support/fixtures'
import { readPdf } from './support/read-pdf'
import { register } from './support/walk'

const TITLES = { en: 'Summary of the registration', fr: 'Récapitulatif de l’inscription' } as const

for (const language of ['en', 'fr'] as const) {
  test(`the summary of a client is one page, tagged, titled and in its language, and so is the day's receipt (${language})`, async ({ start, service, userData }) => {
    const { app, window } = await start({ serviceUrl: service.url, language })
    const screen = screenIn(language, window)
    await register(screen, { email: 'zoe@example.org' })
    await summaryPage(screen).shows('activation-sent')
    const reference = (await summaryPage(screen).reference.textContent()) ?? ''
    const press = (name: string) => screen.page.getByRole('button', { name, exact: true }).click()

    await answerSaveDialog(app, join(userData, 'summary'))
    await press(screen.say('progress.keep.savePdf'))
    await expect(screen.page.getByText(screen.say('progress.keep.saved'))).toBeVisible({ timeout: 20_000 })
    const summary = readPdf(join(userData, 'summary.pdf'))
    expect(summary).toMatchObject({ language, facts: { Title: `${TITLES[language]} · ${reference}`, Tagged: 'yes', Pages: '1', JavaScript: 'no' } })
    expect(summary.facts['Page size']).toContain('A4')
    for (const part of [/H1[^"]*"/, /H2[^"]*"/, /\bTH\b/, /\bLI\b/, /Zoé Béranger/, /zoe@example\.org/]) expect(summary.structure).toMatch(part)

    await screen.page.evaluate(() => { location.hash = '#/queue' })
    await press(screen.say('papers.receipt.open'))
    await expect(screen.page.getByText(screen.say('papers.receipt.count', { count: 1, n: 1 }))).toBeVisible()
    await answerSaveDialog(app, join(userData, 'receipt.pdf'))
    await press(screen.say('progress.keep.savePdf'))
    await expect(screen.page.getByText(screen.say('progress.keep.saved'))).toBeVisible({ timeout: 20_000 })
    const receipt = readPdf(join(userData, 'receipt.pdf'))
    expect(receipt).toMatchObject({ language, facts: { Tagged: 'yes', Pages: '1' } })
    expect(receipt.facts['Title']).toContain(String(new Date().getFullYear()))
    expect(receipt.structure).toContain(reference)
    expect(app.windows()).toHaveLength(1)
    expect((await readdir(userData)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
}
