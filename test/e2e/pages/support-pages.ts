import { expect } from '@playwright/test'
import type { TicketSituation } from '@shared/http/tickets'
import { checkStep } from './check-step'
import type { Screen } from './screen'

/** *Contact us*, the choice of the situation, and the form of a ticket. */
export function supportPages(screen: Screen) {
  const { page, say } = screen
  const main = page.getByRole('main')
  const submitButton = main.getByRole('button', { name: say('support.ticket.submit'), exact: true })
  const field = (name: 'email' | 'subject' | 'description' | 'registrationReference' | 'legalStatus' | 'siret' | 'structureName') => main.getByLabel(say(`support.fields.${name}`), { exact: true })
  return {
    field,
    submitButton,
    reference: main.getByText(/^PT-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
    submitATicket: main.getByRole('link', { name: say('support.contact.submit'), exact: true }),
    createButton: main.getByRole('button', { name: say('support.situation.create'), exact: true }),
    situation: (name: TicketSituation) => main.getByRole('radio', { name: say(`support.situation.${name}.name`), exact: true }),
    /** *Help* → *Contact us* → *Submit a ticket* → the situation → *Create a support ticket*. */
    async openTicket(name: TicketSituation) {
      await page.getByRole('banner').getByRole('link', { name: say('app.help'), exact: true }).click()
      await main.getByRole('link', { name: say('support.contact.title'), exact: true }).click()
      await main.getByRole('link', { name: say('support.contact.submit'), exact: true }).click()
      await main.getByRole('radio', { name: say(`support.situation.${name}.name`), exact: true }).check()
      await main.getByRole('button', { name: say('support.situation.create'), exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('support.ticket.title'))
    },
    async fill(texts: Partial<Record<Parameters<typeof field>[0], string>>) {
      for (const [name, text] of Object.entries(texts)) await field(name as 'email').fill(text)
    },
    /** As one paste, however long. */
    async paste(text: string) {
      await field('description').evaluate((area, pasted) => {
        (area as HTMLTextAreaElement).value = pasted
        area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
      }, text)
    },
    async submit(captcha: string) {
      await checkStep(screen).validate(captcha)
      await expect(page.getByText(say('captcha.validatedNext'))).toBeVisible()
      await submitButton.click()
    },
  }
}
