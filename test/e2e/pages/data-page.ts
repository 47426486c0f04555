import type { Screen } from './screen'

/** *Your data on this computer*, with its dialogs. */
export function dataPage({ page, say }: Screen) {
  const exportDialog = page.getByRole('dialog', { name: say('data.export.heading'), exact: true })
  const importDialog = page.getByRole('dialog', { name: say('data.import.heading'), exact: true })
  const main = page.getByRole('main')
  return {
    title: page.getByRole('heading', { level: 1, name: say('data.title'), exact: true }),
    link: page.getByRole('contentinfo').getByRole('link', { name: say('data.link'), exact: true }),
    exportButton: main.getByRole('button', { name: say('data.export.open'), exact: true }),
    importButton: main.getByRole('button', { name: say('data.import.open'), exact: true }),
    days: (days: number) => main.getByRole('radio', { name: say('data.retention.days', { days }), exact: true }),
    eraseButton: (what: 'registrations' | 'everything') => main.getByRole('button', { name: say(`data.erase.${what}.open`), exact: true }),
    eraseDialog: (what: 'registrations' | 'everything') => page.getByRole('dialog', { name: say(`data.erase.${what}.heading`), exact: true }),
    export: {
      dialog: exportDialog,
      passphrase: exportDialog.getByLabel(say('safe.passphrase.label'), { exact: true }),
      again: exportDialog.getByLabel(say('safe.passphrase.repeat'), { exact: true }),
      confirm: exportDialog.getByRole('button', { name: say('data.export.confirm'), exact: true }),
      close: exportDialog.getByRole('button', { name: say('data.export.close'), exact: true }).last(),
    },
    import: {
      dialog: importDialog,
      choose: importDialog.getByRole('button', { name: say('data.import.choose'), exact: true }),
      passphrase: importDialog.getByLabel(say('data.import.passphrase'), { exact: true }),
      read: importDialog.getByRole('button', { name: say('data.import.read'), exact: true }),
      way: (way: 'skip' | 'copy') => importDialog.getByRole('radio', { name: say(`data.import.preview.${way}`), exact: true }),
      toList: importDialog.getByRole('button', { name: say('data.import.toList'), exact: true }),
      confirm: importDialog.getByRole('button', { name: /\d|\b(one|un)\b/i }),
    },
  }
}
