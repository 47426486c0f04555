import type { Screen } from './screen'

/** The safe on the home page, whatever state it is in. */
export function safePanel({ page, say }: Screen) {
  const panel = page.getByRole('main').locator('section[aria-labelledby="safe-heading"]')
  const dialog = page.getByRole('dialog', { name: say('safe.anew.heading'), exact: true })
  return {
    panel,
    heading: panel.getByRole('heading', { level: 2 }),
    retryButton: panel.getByRole('button', { name: say('safe.retry'), exact: true }),
    byPassphraseButton: panel.getByRole('button', { name: say('safe.locked.openByPassphrase'), exact: true }),
    passphrase: panel.getByLabel(say('safe.passphrase.label'), { exact: true }),
    again: panel.getByLabel(say('safe.passphrase.repeat'), { exact: true }),
    openButton: panel.getByRole('button', { name: say('safe.needed.open') }),
    stillLocked: panel.getByText(say('safe.locked.stillLocked')),
    startAnewButton: panel.getByRole('button', { name: say('safe.anew.open'), exact: true }),
    startAnewDialog: dialog,
    startAnewConfirm: dialog.getByRole('button', { name: say('safe.anew.confirm'), exact: true }),
    way: (way: 'passphrase' | 'memory') => panel.getByRole('radio', { name: say(`safe.choice.${way}.name`), exact: true }),
    confirm: (way: 'none' | 'passphrase' | 'memory') => panel.getByRole('button', { name: say(`safe.choice.confirm.${way}`), exact: true }),
  }
}
