import type { Screen } from './screen'

/** *My account*, with its forms and dialogs. */
export function accountPage({ page, say }: Screen) {
  const main = page.getByRole('main')
  const button = (key: Parameters<typeof say>[0]) => main.getByRole('button', { name: say(key), exact: true })
  const eraseDialog = page.getByRole('dialog', { name: say('account.erase.heading'), exact: true })
  const takeBackDialog = page.getByRole('dialog', { name: say('account.takeBack.heading'), exact: true })
  return {
    title: page.getByRole('heading', { level: 1, name: say('account.mine'), exact: true }),
    /** In the header of every screen, without or with a number of requests. */
    link: page.getByRole('banner').getByRole('link', { name: say('account.mine') }),
    main,
    button,
    field: (key: 'firstName' | 'lastName' | 'phone') => main.getByLabel(say(`fields.${key}`), { exact: true }),
    saveButton: button('account.save'),
    signOut: () => button('account.logOut').click(),
    furtherLink: main.getByRole('link', { name: say('account.structures.further'), exact: true }),
    sendButton: button('account.further.send'),
    takeBackButton: main.getByRole('button', { name: new RegExp(`^${say('account.takeBack.open')}`) }).first(),
    confirmTakeBack: () => takeBackDialog.getByRole('button', { name: say('account.takeBack.confirm'), exact: true }).click(),
    async changeContact(to: string) {
      await button('account.contact.edit').click()
      await main.getByLabel(say('account.contact.label'), { exact: true }).fill(to)
      await button('account.save').click()
    },
    async changePassword(current: string, next: string) {
      await button('account.password.edit').click()
      await main.getByLabel(say('account.password.current'), { exact: true }).fill(current)
      await main.getByLabel(say('activation.password.label'), { exact: true }).fill(next)
      await button('account.password.save').click()
    },
    async erase(password: string, isUnderstood = true) {
      await button('account.erase.open').click()
      if (isUnderstood) await eraseDialog.getByRole('checkbox').check()
      await eraseDialog.getByLabel(say('account.password.current'), { exact: true }).fill(password)
      await eraseDialog.getByRole('button', { name: say('account.erase.confirm'), exact: true }).click()
    },
  }
}
