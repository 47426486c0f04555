import type { Page } from '@playwright/test'
import { statusLink } from '@shared/http/status-link'
import { webStatusPage } from './pages/web-status-page'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import type { RunningService } from './support/running-service'
import { serviceClient, TOTAL_ENERGIES } from './support/service-client'
import { PASSWORD } from './support/walk'
import { axeFindings, DEBIAN_CHROMIUM } from './support/web-browser'

test.use({ launchOptions: DEBIAN_CHROMIUM, locale: 'en-GB' })

async function linkTo(service: RunningService, email: string, siret?: string): Promise<string> {
  return statusLink(service.url, await serviceClient(service.url).register(email, siret === undefined ? {} : { siret }))
}

/** From another page: with the fragment alone changed, the page loads itself anew. */
async function open(page: Page, link: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(link)
}

for (const language of ['fr', 'en'] as const)
  test(`from the request to the open account, on the person’s own phone (${language})`, async ({ browser, service }) => {
    const link = await linkTo(service, 'zoe@example.org')
    const context = await browser.newContext({ locale: language === 'fr' ? 'fr-FR' : 'en-GB', viewport: { width: 360, height: 640 } })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(link)
    const status = webStatusPage(page, language)
    const { token } = await mailboxOf(service.url).nextLinkTo('zoe@example.org')
    await status.lookAgain.click()
    await expect(status.standing('activation-sent')).toBeVisible()
    await expect(status.stones).toHaveCount(3)
    await expect(page.locator('body')).not.toContainText('zoe@example.org')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

    await service.forward(61)
    await status.lookAgain.click()
    await expect(status.standing('activation-expired')).toBeVisible()
    await status.sendAgain.click()
    await expect(status.told).not.toBeEmpty()

    const fresh = (await mailboxOf(service.url).nextLinkTo('zoe@example.org')).token
    expect(fresh).not.toBe(token)
    await serviceClient(service.url).post('/v1/activations', { token: fresh, password: PASSWORD })
    await status.lookAgain.click()
    await expect(status.standing('active')).toBeVisible()

    // The key stays behind the number sign: it reaches no address that anybody logs.
    const key = new URL(link).hash.split('k=')[1]!
    expect(asked.filter((address) => address.split('#')[0]?.includes(key))).toEqual([])
    expect(asked.filter((address) => new URL(address).origin !== service.url)).toEqual([])
    await status.otherLanguage.click()
    await expect(webStatusPage(page, language === 'fr' ? 'en' : 'fr').standing('active')).toBeVisible()
    await context.close()
  })

test('a page that was read already stays when the service is quiet', async ({ page, service }) => {
  const status = webStatusPage(page, 'en')
  await open(page, await linkTo(service, 'lift@example.org', TOTAL_ENERGIES))
  await expect(status.standing('awaiting-manager')).toBeFocused()
  await page.route('**/v1/**', (route) => route.abort())
  await status.lookAgain.click()
  await expect(status.told).toContainText('did not answer')
  await expect(status.standing('awaiting-manager')).toBeVisible()
})

/** Every state of the page, reached as a person reaches it. */
const STATES: Readonly<Record<string, (page: Page, service: RunningService) => Promise<void>>> = {
  'a manager decides': async (page, service) => {
    await open(page, await linkTo(service, 'manager-decides@example.org', TOTAL_ENERGIES))
    await expect(webStatusPage(page, 'en').standing('awaiting-manager')).toBeVisible()
  },
  expired: async (page, service) => {
    const link = await linkTo(service, 'expired@example.org')
    await mailboxOf(service.url).nextLinkTo('expired@example.org')
    await service.forward(61)
    await open(page, link)
    await expect(webStatusPage(page, 'en').standing('activation-expired')).toBeVisible()
  },
  'without key': async (page, service) => {
    await open(page, `${service.url}/status`)
    await expect(webStatusPage(page, 'en').ending('withoutKey')).toBeFocused()
  },
  unknown: async (page, service) => {
    await open(page, `${service.url}/status#r=00000000-0000-4000-8000-000000000000&k=${'A'.repeat(43)}`)
    await expect(webStatusPage(page, 'en').ending('unknown')).toBeFocused()
  },
  unreachable: async (page, service) => {
    await page.route('**/v1/**', (route) => route.abort())
    await open(page, `${service.url}/status#r=00000000-0000-4000-8000-000000000000&k=${'B'.repeat(43)}`)
    await expect(webStatusPage(page, 'en').ending('unreachable')).toBeFocused()
  },
}

test('axe finds nothing in any state of the page, in light and in dark', async ({ page, service }) => {
  test.setTimeout(120_000)
  const found: string[] = []
  for (const [state, reach] of Object.entries(STATES)) {
    await reach(page, service)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      found.push(...(await axeFindings(page)).map((finding) => `${state} (${colorScheme}): ${finding}`))
    }
  }
  expect(found).toEqual([])
})

test('without script it says what to do', async ({ browser, service }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto(await linkTo(service, 'no-script@example.org'))
  await expect(webStatusPage(page, 'fr').ending('withoutScript')).toBeVisible()
  await context.close()
})
