import type { Screen } from './screen'

/** *Log in*, and *Forgot your password?* behind it. */
export function signInPage({ page, say }: Screen) {
  const main = page.getByRole('main')
  const email = main.getByLabel(say('fields.connectionEmail'), { exact: true })
  const password = main.getByLabel(say('account.signIn.password'), { exact: true })
  const submit = main.getByRole('button', { name: say('account.logIn'), exact: true })
  const submitForgotten = main.getByRole('button', { name: say('activation.submit'), exact: true })
  return {
    title: page.getByRole('heading', { level: 1, name: say('account.signIn.title'), exact: true }),
    /** In the header of every screen. */
    link: page.getByRole('banner').getByRole('link', { name: say('account.logIn'), exact: true }),
    email,
    password,
    submit,
    refused: main.getByText(say('failures.code.sign-in-refused.happened')),
    resetAsked: main.getByText(say('account.told.resetAsked.heading')),
    practiceButton: (role: 'manager' | 'agent') => main.getByRole('button', { name: say(`account.practice.${role}.fill`), exact: true }),
    async signIn(connectionEmail: string, secret: string) {
      await email.fill(connectionEmail)
      await password.fill(secret)
      await submit.click()
    },
    async forget() {
      await main.getByRole('link', { name: say('account.signIn.forgot'), exact: true }).click()
    },
    async askForLink(connectionEmail: string) {
      await email.fill(connectionEmail)
      await submitForgotten.click()
    },
  }
}
