import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { Look } from '../e2e/support/show-state'
import { DEBIAN_CHROMIUM } from '../e2e/support/web-browser'
import { DESIGN_PAGES, LATER_PAGES, LOOKS, SHEETS, type DesignPage } from './design-pages'
import { serveDesign, type DesignServer } from './design-server'
import { forceStates } from './force-states'
import { keepPictures, type Picture } from './index-page'
import { smallPng } from './small-png'
import { nameOf } from './views'

test.use({ trace: 'off', screenshot: 'off', launchOptions: DEBIAN_CHROMIUM, timezoneId: 'Europe/Paris', viewport: { width: 1100, height: 760 } })

const folder = process.env['PARVIS_GALLERY_FOLDER'] ?? join(import.meta.dirname, '../../test-results/gallery')
/** Where `npm run draw-design` wants the pictures that docs/design.md shows. */
const docsFolder = process.env['PARVIS_DESIGN_FOLDER']
const wanted = new RegExp(process.env['PARVIS_GALLERY_ONLY'] ?? '', 'i')
/** Every picture is taken this long after its page came up: the rings count, and would make each run another. */
const STANDS_AT_MS = 60_000

let server: DesignServer
test.beforeAll(async () => {
  server = await serveDesign()
  await Promise.all([folder, docsFolder].map((one) => one && mkdir(one, { recursive: true })))
})
test.afterAll(() => server.stop())

for (const [part, pages] of [['design', SHEETS], ['later', LATER_PAGES]] as const)
  test(`pictures of ${part}`, async ({ page }) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.clock.install()
    const pictures: Picture[] = []
    for (const one of pages.filter(({ name }) => wanted.test(`design ${name}`)))
      await test.step(one.name, async () => {
        await show(page, one)
        for (const look of LOOKS) pictures.push(await take(page, one, look))
      })
    await keepPictures(folder, part, pictures)
    expect(complaints).toEqual([])
  })

async function show(page: Page, { name }: DesignPage): Promise<void> {
  await page.goto(server.addressOf(name))
  await expect(page.locator('#app > *').first()).toBeAttached()
  await page.evaluate(() => document.fonts.ready)
  await forceStates(page)
  for (const list of await page.locator('[data-open] button').all()) await list.click()
  for (const tip of await page.locator('[data-tip] button').all()) await tip.hover()
  await page.clock.pauseAt(new Date((await page.evaluate(() => Date.now() - performance.now())) + STANDS_AT_MS))
}

async function take(page: Page, { name, language, inDocs }: DesignPage, look: Look): Promise<Picture> {
  await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light', forcedColors: look === 'forced' ? 'active' : 'none', reducedMotion: 'reduce' })
  const view = nameOf({ width: 1100, height: 760, look, language })
  const file = `design-${name}--${view}.png`
  await page.screenshot({ path: join(folder, file), fullPage: !name.startsWith('later'), animations: 'disabled' })
  if (docsFolder && inDocs.includes(look)) await writeFile(join(docsFolder, `${name}-${look}.png`), await smallPng(await readFile(join(folder, file))))
  return { screen: 'design', state: name, view, file }
}

test('each page has a name of its own', () => {
  expect(new Set(DESIGN_PAGES.map(({ name }) => name)).size).toBe(DESIGN_PAGES.length)
})
