import type { TableFormat } from '@shared/registration/table-columns'
import type { Screen } from './screen'

/** *Save as a table*, from the list of registrations. */
export function tableDialog({ page, say }: Screen) {
  const dialog = page.getByRole('dialog', { name: say('tables.heading'), exact: true })
  return {
    dialog,
    open: page.getByRole('region', { name: say('home.list.label'), exact: true }).getByRole('button', { name: say('tables.open'), exact: true }).first(),
    format: (format: TableFormat) => dialog.getByRole('radio', { name: say(`tables.${format}`), exact: true }),
    save: dialog.getByRole('button', { name: say('tables.confirm'), exact: true }),
    stop: dialog.getByRole('button', { name: say('tables.stop'), exact: true }),
    close: dialog.getByRole('button', { name: say('tables.close'), exact: true }).last(),
  }
}
