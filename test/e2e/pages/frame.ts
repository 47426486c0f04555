import type { Screen } from './screen'

/** What stands around every screen: header, footer, and the heading of the screen itself. */
export function frameOf({ page, say }: Screen) {
  const header = page.getByRole('banner')
  return {
    heading: page.getByRole('heading', { level: 1 }),
    environment: header.getByRole('status').first(),
    saveStatus: page.getByTestId('save-status'),
    createButton: header.getByRole('button', { name: say('app.createAccount'), exact: true }),
    languageSwitch: header.getByRole('button', { name: say('app.language.switchTo'), exact: true }),
    mailboxButton: header.getByRole('button', { name: say('mailbox.open') }),
    themeOf: (theme: 'light' | 'dark' | 'system') => header.getByRole('radio', { name: say(`app.theme.${theme}`), exact: true }),
    async createAccount() {
      await header.getByRole('button', { name: say('app.createAccount'), exact: true }).click()
    },
    async enterLink() {
      await header.getByRole('link', { name: say('app.activationLink'), exact: true }).click()
    },
    async help() {
      await header.getByRole('link', { name: say('app.help'), exact: true }).click()
    },
    async goHome() {
      await header.getByRole('link', { name: say('app.wordmark'), exact: true }).click()
    },
  }
}
