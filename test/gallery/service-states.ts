import { expect, type Page } from '@playwright/test'
import type { Locale } from '@shared/registration/locale'
import { statusLink } from '@shared/http/status-link'
import { webActivationPage } from '../e2e/pages/web-activation-page'
import { webStatusPage } from '../e2e/pages/web-status-page'
import { mailboxOf } from '../e2e/support/mailbox'
import type { RunningService } from '../e2e/support/running-service'
import { DANONE, serviceClient, TOTAL_ENERGIES } from '../e2e/support/service-client'
import { PASSWORD } from '../e2e/support/walk'

/** A state of the page behind a link, reached as a person reaches it. Each brings people and structures of its own. */
export interface PageState {
  readonly state: string
  readonly withoutScript?: boolean
  readonly reach: (page: Page, service: RunningService, language: Locale) => Promise<void>
}

let guests = 0

async function invite(service: RunningService, language: Locale, siret = DANONE): Promise<{ readonly link: string; readonly token: string }> {
  const email = `guest-${++guests}@example.org`
  await serviceClient(service.url).register(email, { siret, locale: language })
  return mailboxOf(service.url).nextLinkTo(email)
}

/** Opens it from another page, so that its fragment is read anew, and in the language asked for. */
async function open(page: Page, link: string, language: Locale): Promise<void> {
  await page.goto('about:blank')
  await page.goto(link.replace(/\/(activate|status)/, `/$1?lang=${language}`))
}

async function use(service: RunningService, token: string): Promise<void> {
  await serviceClient(service.url).post('/v1/activations', { token, password: PASSWORD })
}

const live = async (page: Page, service: RunningService, language: Locale): Promise<void> => {
  await open(page, (await invite(service, language)).link, language)
  await expect(webActivationPage(page, language).whose).toBeVisible()
}

const openMailbox = async (page: Page, service: RunningService, language: Locale): Promise<void> => {
  await page.goto(`${service.url}/practice/mailbox?locale=${language}`)
}

async function statusOf(service: RunningService, language: Locale, siret = DANONE): Promise<{ readonly email: string; readonly link: string }> {
  const email = `guest-${++guests}@example.org`
  return { email, link: statusLink(service.url, await serviceClient(service.url).register(email, { siret, locale: language })) }
}

/** In the order in which they may share one service: whatever moves its clock, or settles its structures, comes last. */
export const PAGE_STATES: readonly PageState[] = [
  { state: 'practice mailbox, empty', reach: openMailbox },
  { state: 'live', reach: live },
  { state: 'practice mailbox', reach: openMailbox },
  {
    state: 'live, 17 minutes left',
    async reach(page, service, language) {
      const { link } = await invite(service, language)
      await service.forward(42)
      await open(page, link, language)
      await webActivationPage(page, language).password.fill('Bonjour a')
    },
  },
  {
    state: 'weak password',
    async reach(page, service, language) {
      await live(page, service, language)
      await webActivationPage(page, language).choosePassword('short')
      await expect(webActivationPage(page, language).problems).toBeVisible()
    },
  },
  {
    state: 'status, activation sent',
    async reach(page, service, language) {
      const { email, link } = await statusOf(service, language)
      await mailboxOf(service.url).nextLinkTo(email)
      await open(page, link, language)
      await expect(webStatusPage(page, language).standing('activation-sent')).toBeVisible()
    },
  },
  {
    state: 'status, a manager decides',
    async reach(page, service, language) {
      await open(page, (await statusOf(service, language, TOTAL_ENERGIES)).link, language)
      await expect(webStatusPage(page, language).standing('awaiting-manager')).toBeVisible()
    },
  },
  {
    state: 'status, unknown',
    async reach(page, service, language) {
      await open(page, `${service.url}/status#r=00000000-0000-4000-8000-000000000000&k=${'A'.repeat(43)}`, language)
      await expect(webStatusPage(page, language).ending('unknown')).toBeVisible()
    },
  },
  {
    state: 'status, not whole',
    async reach(page, service, language) {
      await open(page, `${service.url}/status`, language)
      await expect(webStatusPage(page, language).ending('withoutKey')).toBeVisible()
    },
  },
  { state: 'status, without script', withoutScript: true, reach: (page, service, language) => open(page, `${service.url}/status`, language) },
  { state: 'without script', withoutScript: true, reach: (page, service, language) => open(page, `${service.url}/activate`, language) },
  {
    state: 'without script, nothing filled in',
    withoutScript: true,
    async reach(page, service, language) {
      await open(page, `${service.url}/activate`, language)
      await webActivationPage(page, language).submitButton.click()
    },
  },
  {
    state: 'unknown',
    async reach(page, service, language) {
      await open(page, `${service.url}/activate#t=${'A'.repeat(43)}`, language)
      await expect(webActivationPage(page, language).heading('unknown')).toBeVisible()
    },
  },
  {
    state: 'expired',
    async reach(page, service, language) {
      const { link } = await invite(service, language)
      await service.forward(61)
      await open(page, link, language)
      await expect(webActivationPage(page, language).heading('expired')).toBeVisible()
    },
  },
  {
    state: 'status, link expired',
    async reach(page, service, language) {
      const { email, link } = await statusOf(service, language)
      await mailboxOf(service.url).nextLinkTo(email)
      await service.forward(61)
      await open(page, link, language)
      await expect(webStatusPage(page, language).standing('activation-expired')).toBeVisible()
    },
  },
  {
    state: 'sent',
    async reach(page, _service, language) {
      await webActivationPage(page, language).renewButton.click()
      await expect(webActivationPage(page, language).heading('sent')).toBeVisible()
    },
  },
  {
    // Both bring the same new structure: whoever comes second waits for the manager that the first becomes.
    state: 'blocked',
    async reach(page, service, language) {
      const { link } = await invite(service, language)
      await use(service, (await invite(service, language)).token)
      await open(page, link, language)
      await expect(webActivationPage(page, language).heading('blocked')).toBeVisible()
    },
  },
  {
    state: 'done',
    async reach(page, service, language) {
      await open(page, (await invite(service, language, '50056940503239')).link, language)
      await webActivationPage(page, language).choosePassword(PASSWORD)
      await expect(webActivationPage(page, language).heading('done')).toBeVisible()
    },
  },
  {
    state: 'used',
    async reach(page, service, language) {
      const { link, token } = await invite(service, language, '94957325700019')
      await use(service, token)
      await open(page, link, language)
      await expect(webActivationPage(page, language).heading('used')).toBeVisible()
    },
  },
]
