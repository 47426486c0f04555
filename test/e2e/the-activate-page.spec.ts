import type { Page } from '@playwright/test'
import { webActivationPage } from './pages/web-activation-page'
import { expect, test } from './support/fixtures'
import { mailboxOf } from './support/mailbox'
import type { RunningService } from './support/running-service'
import { DANONE, serviceClient, TOTAL_ENERGIES } from './support/service-client'
import { PASSWORD } from './support/walk'
import { axeFindings, DEBIAN_CHROMIUM } from './support/web-browser'

test.use({ launchOptions: DEBIAN_CHROMIUM, locale: 'en-GB' })

/** Further samples of service.md whose registration goes straight to the link. */
const DECATHLON = '50056940503239'
const NOT_DIFFUSIBLE = '94957325700019'
const LA_POSTE = '35600000049837'

async function invite(service: RunningService, email = 'zoe@example.org', siret = DANONE): Promise<{ link: string; token: string; reference: string; code: string }> {
  await serviceClient(service.url).register(email, { siret })
  const mailbox = mailboxOf(service.url)
  const { link, token } = await mailbox.nextLinkTo(email)
  return { link, token, ...(await mailbox.codeTo(email)) }
}

function stateOf(service: RunningService, token: string): Promise<unknown> {
  return serviceClient(service.url).post<{ state: string }>('/v1/activations/inspection', { token }).then(({ body }) => body.state)
}

/** A scanner with a browser: presses whatever can be pressed, wherever that leads, and fills what can be filled. */
async function pressEverything(page: Page, link: string): Promise<number> {
  let pressed = 0
  for (let at = 0; ; at += 1) {
    await page.goto('about:blank')
    await page.goto(link)
    await page.waitForLoadState('networkidle')
    const targets = page.locator('button:visible, a:visible, input[type=submit]:visible, input[type=checkbox]:visible, summary:visible')
    if (at >= (await targets.count())) return pressed
    for (const field of await page.locator('input:visible:not([type=checkbox])').all()) await field.fill('scanner')
    await targets.nth(at).click({ timeout: 3000 }).catch(() => undefined)
    await page.waitForLoadState('networkidle').catch(() => undefined)
    pressed += 1
  }
}

test('HEAD, GET and a browser that presses every button use nothing up; then the person succeeds', async ({ page, service }) => {
  const { link, token } = await invite(service)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))

  for (const method of ['HEAD', 'GET', 'OPTIONS']) {
    const answer = await fetch(link, { method })
    await answer.arrayBuffer()
    expect(answer.status).toBeLessThan(500)
  }
  expect(await stateOf(service, token)).toBe('live')
  expect(await pressEverything(page, link)).toBeGreaterThanOrEqual(3)
  expect(await stateOf(service, token)).toBe('live')

  await page.goto('about:blank')
  await page.goto(link)
  const activation = webActivationPage(page, 'en')
  await expect(activation.whose).toBeVisible()
  await activation.choosePassword(PASSWORD)
  await expect(activation.heading('done')).toBeVisible()
  expect(await stateOf(service, token)).toBe('used')
  // The token stays behind the number sign: it reaches no address that anybody logs, and nobody else is asked for anything.
  expect(asked.filter((address) => /^(https?|wss?):/.test(address) && new URL(address).origin !== service.url)).toEqual([])
  expect(asked.filter((address) => address.split('#')[0]?.includes(token))).toEqual([])
})

for (const language of ['fr', 'en'] as const) {
  test(`a person: whose account, what the password lacks, done (${language})`, async ({ browser, service }) => {
    const { link, token } = await invite(service)
    const context = await browser.newContext({ locale: language === 'fr' ? 'fr-FR' : 'en-GB' })
    const page = await context.newPage()
    await page.goto(link)
    const activation = webActivationPage(page, language)
    await expect(activation.heading('form')).toBeFocused()
    await expect(page.getByText('DANONE', { exact: true })).toBeVisible()
    await expect(page.locator('body')).not.toContainText('zoe@example.org')
    await expect(activation.openInParvis).toHaveAttribute('href', `parvis://activate#t=${token}`)
    await activation.choosePassword('short')
    await expect(activation.problems).toBeFocused()
    // The way from a problem to its field keeps the link: the token stands where the field's name would.
    await activation.problems.getByRole('link').first().click()
    await expect(activation.password).toBeFocused()
    expect(page.url()).toContain(token)
    await activation.choosePassword(PASSWORD)
    await expect(activation.heading('done')).toBeVisible()
    await context.close()
  })

  test(`without script, by reference and code (${language})`, async ({ browser, service }) => {
    const { link, reference, code } = await invite(service)
    const context = await browser.newContext({ javaScriptEnabled: false, locale: language === 'fr' ? 'fr-FR' : 'en-GB' })
    const page = await context.newPage()
    await page.goto(link)
    const activation = webActivationPage(page, language)
    await activation.choosePassword(PASSWORD)
    await expect(activation.problems).toBeVisible()
    await activation.reference.fill(reference)
    await activation.code.fill('AAAA-AAAA')
    await activation.choosePassword(PASSWORD)
    await expect(activation.problems).toBeVisible()
    await expect(activation.reference).toHaveValue(reference)
    await activation.code.fill(code)
    await activation.choosePassword(PASSWORD)
    await expect(activation.heading('done')).toBeVisible()
    await context.close()
  })
}

test('the language is one click away, and the link goes along', async ({ page, service }) => {
  const { link } = await invite(service)
  await page.goto(link)
  await webActivationPage(page, 'en').otherLanguage.click()
  const french = webActivationPage(page, 'fr')
  await expect(french.whose).toBeVisible()
  await french.choosePassword(PASSWORD)
  await expect(french.heading('done')).toBeVisible()
})

test('an expired link is known at once, and one press sends a new one', async ({ page, service }) => {
  const { link } = await invite(service)
  await service.forward(61)
  await page.goto(link)
  const activation = webActivationPage(page, 'en')
  await expect(activation.heading('expired')).toBeVisible()
  await activation.renewButton.click()
  await expect(activation.heading('sent')).toBeVisible()
  await mailboxOf(service.url).nextLinkTo('zoe@example.org', [link])
})

test('a link that was used sends another one too, for another password', async ({ page, service }) => {
  const { link, token } = await invite(service)
  await serviceClient(service.url).post('/v1/activations', { token, password: PASSWORD })
  await page.goto(link)
  const activation = webActivationPage(page, 'en')
  await expect(activation.heading('used')).toBeVisible()
  await activation.renewButton.click()
  await expect(activation.heading('sent')).toBeVisible()
  await mailboxOf(service.url).nextLinkTo('zoe@example.org', [link])
})

test('the time that is left stands around a ring of sixty stones, one of them warm', async ({ page, service }) => {
  const { link } = await invite(service)
  await service.forward(42)
  await page.goto(link)
  await expect(webActivationPage(page, 'en').whose).toBeVisible()
  const looks = await page.locator('#ring rect').evaluateAll((stones) => stones.map((stone) => (stone as SVGElement).dataset['look']))
  expect(looks.filter((look) => look === 'here')).toHaveLength(1)
  expect(looks.indexOf('here')).toBe(looks.filter((look) => look === 'behind').length)
  expect(looks.filter((look) => look === 'ahead').length).toBeGreaterThanOrEqual(16)
  expect(looks).toHaveLength(60)
})

/** Every ending of the page, reached as a person reaches it; each with an address of its own, on one service. */
const ENDINGS: Readonly<Record<string, (page: Page, service: RunningService, email: string) => Promise<void>>> = {
  'form without a link': async (page, service) => { await page.goto(`${service.url}/activate`) },
  form: async (page, service, email) => {
    await page.goto((await invite(service, email)).link)
    await expect(webActivationPage(page, 'en').whose).toBeVisible()
  },
  problems: async (page, service, email) => {
    await page.goto((await invite(service, email)).link)
    await webActivationPage(page, 'en').choosePassword('short')
    await expect(webActivationPage(page, 'en').problems).toBeVisible()
  },
  unknown: async (page, service) => {
    await page.goto(`${service.url}/activate#t=${'A'.repeat(43)}`)
    await expect(webActivationPage(page, 'en').heading('unknown')).toBeVisible()
  },
  blocked: async (page, service, email) => {
    // Both bring the same new structure: whoever comes second waits for the manager that the first becomes.
    const first = await invite(service, 'first@example.org')
    const { link } = await invite(service, email)
    await serviceClient(service.url).post('/v1/activations', { token: first.token, password: PASSWORD })
    await page.goto(link)
    await expect(webActivationPage(page, 'en').heading('blocked')).toBeVisible()
  },
  done: async (page, service, email) => {
    await page.goto((await invite(service, email, DECATHLON)).link)
    await webActivationPage(page, 'en').choosePassword(PASSWORD)
    await expect(webActivationPage(page, 'en').heading('done')).toBeVisible()
  },
  used: async (page, service, email) => {
    const { link, token } = await invite(service, email, NOT_DIFFUSIBLE)
    await serviceClient(service.url).post('/v1/activations', { token, password: PASSWORD })
    await page.goto(link)
    await expect(webActivationPage(page, 'en').heading('used')).toBeVisible()
  },
  expired: async (page, service, email) => {
    const { link } = await invite(service, email, LA_POSTE)
    await service.forward(61)
    await page.goto(link)
    await expect(webActivationPage(page, 'en').heading('expired')).toBeVisible()
  },
  sent: async (page) => {
    await webActivationPage(page, 'en').renewButton.click()
    await expect(webActivationPage(page, 'en').heading('sent')).toBeVisible()
  },
  unreachable: async (page, service) => {
    await page.route('**/v1/**', (route) => route.abort())
    // From another page: with the fragment alone changed, the page loads itself anew.
    await page.goto('about:blank')
    await page.goto(`${service.url}/activate#t=${'B'.repeat(43)}`)
    await expect(webActivationPage(page, 'en').heading('unreachable')).toBeVisible()
  },
}

test('axe finds nothing on any ending of the page, in light and in dark', async ({ page, service }) => {
  test.setTimeout(120_000)
  const found: string[] = []
  for (const [ending, reach] of Object.entries(ENDINGS)) {
    await test.step(ending, async () => {
      await reach(page, service, `${ending.replaceAll(' ', '-')}@example.org`)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        found.push(...(await axeFindings(page)).map((finding) => `${ending} (${colorScheme}): ${finding}`))
        if (process.env['PARVIS_SHOTS']) await page.screenshot({ path: `${process.env['PARVIS_SHOTS']}/web-${ending}-${colorScheme}.png`, fullPage: true })
      }
    })
  }
  expect(found).toEqual([])
})

test('a registration that waits for a manager cannot be activated here either', async ({ page, service }) => {
  const { reference } = await serviceClient(service.url).register('zoe@example.org', { siret: TOTAL_ENERGIES })
  await page.goto(`${service.url}/activate`)
  const activation = webActivationPage(page, 'en')
  await activation.reference.fill(reference)
  await activation.code.fill('AAAA-AAAA')
  await activation.choosePassword(PASSWORD)
  await expect(activation.problems).toBeVisible()
  await expect(activation.heading('done')).toBeHidden()
})
