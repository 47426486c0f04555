import type { RegistrationState } from '@shared/registration/progress'
import { expect } from '@playwright/test'
import type { Screen } from './screen'

/** The summary of a registration that was sent. */
export function summaryPage({ page, say }: Screen) {
  return {
    title: page.getByRole('heading', { level: 1, name: say('progress.title'), exact: true }),
    reference: page.getByText(/^PV-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
    stations: page.getByRole('region', { name: say('progress.timeline.heading'), exact: true }).getByRole('list').first().getByRole('listitem'),
    ring: page.getByRole('timer'),
    quietNotice: page.getByText(say('progress.quiet.retrying')),
    enterLink: page.getByRole('link', { name: say('progress.enterLink'), exact: true }),
    sendAgain: page.getByRole('button', { name: say('progress.sendAgain.open'), exact: true }).locator('visible=true').first(),
    /** Waits until the page says so, by itself. */
    async shows(state: RegistrationState) {
      await expect(page.getByRole('heading', { level: 2, name: say(`progress.state.${state}.heading`), exact: true })).toBeVisible({ timeout: 25_000 })
    },
    async correctAddress(connectionEmail: string) {
      await page.getByRole('button', { name: say('progress.correct.open'), exact: true }).locator('visible=true').last().click()
      await page.getByLabel(say('fields.connectionEmail'), { exact: true }).fill(connectionEmail)
      await page.getByRole('button', { name: say('progress.correct.save'), exact: true }).click()
    },
    async withdraw() {
      await page.getByRole('button', { name: say('progress.withdraw.open'), exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: say('progress.withdraw.confirm'), exact: true }).click()
    },
  }
}
