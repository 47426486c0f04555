import type { Screen } from './screen'

/** Who has to act, and the texts for clients. */
export function followUpPage({ page, say }: Screen) {
  const main = page.getByRole('main')
  const dialog = page.getByRole('dialog')
  return {
    title: main.getByRole('heading', { level: 1, name: say('followUp.title'), exact: true }),
    /** On the home page. */
    link: main.getByRole('link', { name: /^(Follow up|Suivre) / }),
    rows: main.getByRole('list', { name: say('followUp.title'), exact: true }).getByRole('listitem'),
    remindFirst: main.getByRole('button', { name: new RegExp(`^${say('followUp.remind.open')}`) }).first(),
    /** On the summary. */
    sendOn: main.getByRole('button', { name: say('followUp.send-on.open'), exact: true }),
    filterOf: (word: string) => main.getByRole('group', { name: say('tables.columns.nextActor'), exact: true }).getByRole('button', { name: word }),
    text: {
      dialog,
      subject: dialog.getByLabel(say('followUp.subject'), { exact: true }),
      body: dialog.getByLabel(say('followUp.body'), { exact: true }),
      compose: dialog.getByRole('button', { name: say('followUp.compose'), exact: true }),
      copy: dialog.getByRole('button', { name: new RegExp(`^${say('ui.copy')}`) }),
      close: dialog.getByRole('button', { name: say('ui.close'), exact: true }).last(),
    },
  }
}
