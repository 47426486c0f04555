import type { Screen } from './screen'

/** The activation screen, from the link to the active account. */
export function activationPage({ page, say }: Screen) {
  const field = page.getByLabel(say('activation.field'), { exact: true })
  const password = page.getByLabel(say('activation.password.label'), { exact: true })
  const heading = (key: 'whose' | 'done' | 'expired' | 'used' | 'blocked' | 'renewed') =>
    page.getByRole('heading', { level: 2, name: say(`activation.${key}.heading`), exact: true })
  const continueButton = page.getByRole('button', { name: say('activation.continue'), exact: true })
  return {
    title: page.getByRole('heading', { level: 1, name: say('activation.title'), exact: true }),
    field,
    password,
    heading,
    continueButton,
    // What is announced stands twice for a moment.
    handedOver: page.getByText(say('activation.handedOver.heading')).first(),
    notOurs: page.getByText(say('activation.notOurs'), { exact: true }),
    unknown: page.getByText(say('failures.code.activation-unknown.happened'), { exact: true }),
    keepBox: page.getByRole('checkbox', { name: say('activation.keep.label'), exact: true }),
    submitButton: page.getByRole('button', { name: say('activation.submit'), exact: true }),
    address: page.getByLabel(say('activation.expired.address'), { exact: true }),
    renewButton: page.getByRole('button', { name: say('activation.expired.send'), exact: true }),
    async paste(linkOrCode: string) {
      await field.fill(linkOrCode)
      await continueButton.click()
    },
    async choosePassword(text: string) {
      await password.fill(text)
      await page.getByRole('button', { name: say('activation.submit'), exact: true }).click()
    },
  }
}
