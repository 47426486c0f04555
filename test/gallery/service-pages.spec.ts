import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { composeMail } from '@service/mail/compose-mail'
import type { MailMessage } from '@service/mail/mail-message'
import { LOCALES, type Locale } from '@shared/registration/locale'
import { expect, test } from '../e2e/support/fixtures'
import { startService } from '../e2e/support/running-service'
import { DEBIAN_CHROMIUM } from '../e2e/support/web-browser'
import { sampleMails } from '../support/sample-mails'
import { keepPictures, type Picture } from './index-page'
import { PAGE_STATES } from './service-states'
import { nameOf, type View } from './views'

test.use({ trace: 'off', screenshot: 'off', launchOptions: DEBIAN_CHROMIUM })

const folder = process.env['PARVIS_GALLERY_FOLDER'] ?? join(import.meta.dirname, '../../test-results/gallery')
const wanted = new RegExp(process.env['PARVIS_GALLERY_ONLY'] ?? '', 'i')

const SIZES = { page: [[1100, 760], [320, 640]], mail: [[800, 600], [320, 640]] } as const

/** Each size in light and in dark; the page in forced colours too, which no mail program has. */
function viewsOf(kind: keyof typeof SIZES, language: Locale): readonly View[] {
  const usual = SIZES[kind].flatMap(([width, height]) => (['light', 'dark'] as const).map((look) => ({ width, height, look, language })))
  return kind === 'mail' ? usual : [...usual, { width: 1100, height: 760, look: 'forced', language }]
}

async function lookAs(page: Page, { width, height, look }: View): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light', forcedColors: look === 'forced' ? 'active' : 'none', reducedMotion: 'reduce' })
}

/** Takes the page as it stands in every view, and holds it to its width. */
async function takeAll(page: Page, { kind, state, language }: { readonly kind: 'web' | 'mail'; readonly state: string; readonly language: Locale }): Promise<readonly Picture[]> {
  const pictures: Picture[] = []
  for (const view of viewsOf(kind === 'mail' ? 'mail' : 'page', language)) {
    await lookAs(page, view)
    await page.evaluate(() => document.fonts.ready)
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${state}, ${nameOf(view)}`).toBeLessThanOrEqual(view.width)
    const file = `${kind}-${state.replaceAll(/[^\w-]+/g, '-')}--${nameOf(view)}.png`
    await page.screenshot({ path: join(folder, file), fullPage: true, animations: 'disabled' })
    pictures.push({ screen: kind, state, view: nameOf(view), file })
  }
  return pictures
}

async function walkStates(browser: Browser, language: Locale): Promise<readonly Picture[]> {
  const service = await startService()
  const pages = { true: await newPage(browser, false), false: await newPage(browser, true) }
  const pictures: Picture[] = []
  try {
    for (const { state, withoutScript = false, reach } of PAGE_STATES.filter((one) => wanted.test(`web ${one.state}`)))
      await test.step(`${state} (${language})`, async () => {
        const page = pages[`${withoutScript}`]
        await reach(page, service, language)
        pictures.push(...(await takeAll(page, { kind: 'web', state, language })))
      })
  } finally {
    await Promise.all(Object.values(pages).map((page) => page.context().close()))
    await service.stop()
  }
  return pictures
}

async function newPage(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled })).newPage()
}

test('a picture of every state of the page of a link', async ({ browser }) => {
  await mkdir(folder, { recursive: true })
  const pictures: Picture[] = []
  for (const language of LOCALES) pictures.push(...(await walkStates(browser, language)))
  await keepPictures(folder, 'web', pictures)
})

test('a picture of every mail', async ({ page }) => {
  await mkdir(folder, { recursive: true })
  const pictures: Picture[] = []
  for (const language of LOCALES)
    for (const [index, message] of sampleMails(language).entries()) {
      const state = `${String(index + 1).padStart(2, '0')} ${titleOf(message)}`
      if (!wanted.test(`mail ${state}`)) continue
      await page.setContent(composeMail(message, 'practice').html)
      pictures.push(...(await takeAll(page, { kind: 'mail', state, language })))
    }
  await keepPictures(folder, 'mail', pictures)
})

function titleOf(message: MailMessage): string {
  const variant = 'course' in message ? message.course : 'waitingDays' in message && message.waitingDays > 0 ? 'reminder' : 'forActiveAccount' in message ? 'active account' : ''
  return `${message.kind} ${variant}`.trim()
}
