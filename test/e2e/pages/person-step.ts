import type { Screen } from './screen'

export interface PersonDetails {
  readonly connectionEmail: string
  readonly firstName: string
  readonly lastName: string
}

/** *Personal information*. */
export function personStep({ page, say }: Screen) {
  const field = (key: 'connectionEmail' | 'firstName' | 'lastName' | 'phone' | 'contactEmail') => page.getByLabel(say(`fields.${key}`), { exact: true })
  const conditions = page.getByRole('checkbox', { name: say('fields.conditions'), exact: true })
  return {
    field,
    conditions,
    continueButton: page.getByRole('button', { name: say('wizard.continue'), exact: true }),
    async fill({ connectionEmail, firstName, lastName }: PersonDetails) {
      await field('connectionEmail').fill(connectionEmail)
      await field('firstName').fill(firstName)
      await field('lastName').fill(lastName)
      await conditions.check()
    },
    async goOn() {
      await page.getByRole('button', { name: say('wizard.continue'), exact: true }).click()
    },
  }
}
