import type { Screen } from './screen'

/** The practice mailbox at the side of the window. */
export function mailboxPanel({ page, say }: Screen) {
  const panel = page.getByRole('dialog', { name: say('mailbox.heading'), exact: true })
  return {
    panel,
    mails: panel.getByRole('list', { name: say('mailbox.list'), exact: true }).getByRole('button'),
    openLinkButton: panel.getByRole('button', { name: say('mailbox.openLink'), exact: true }),
    async open() {
      await page.getByRole('banner').getByRole('button', { name: say('mailbox.open') }).click()
    },
    async read(subject: string) {
      await panel.getByRole('button', { name: subject }).click()
    },
    async backToList() {
      await panel.getByRole('button', { name: say('mailbox.back'), exact: true }).click()
    },
    async showOnly(owner: 'applicant' | 'manager' | 'agent') {
      await panel.getByRole('group', { name: say('mailbox.whose'), exact: true }).getByRole('button', { name: say(`mailbox.owners.${owner}`) }).click()
    },
    async goToSignIn() {
      await panel.getByRole('button', { name: say('mailbox.signIn'), exact: true }).click()
    },
    async openLink() {
      await panel.getByRole('button', { name: say('mailbox.openLink'), exact: true }).click()
    },
  }
}
