import type { RowKind } from '@shared/ipc/spreadsheet'
import type { Screen } from './screen'

/** *Import a list*, from the file to the drafts. */
export function importPage({ page, say }: Screen) {
  const main = page.getByRole('main')
  const button = (key: Parameters<typeof say>[0]) => main.getByRole('button', { name: say(key), exact: true })
  const grid = main.getByRole('grid', { name: say('spreadsheet.grid.label'), exact: true })
  const dialog = page.getByRole('dialog', { name: say('spreadsheet.leave.heading'), exact: true })
  return {
    main, button, grid, dialog,
    title: page.getByRole('heading', { level: 1, name: say('spreadsheet.title'), exact: true }),
    link: main.getByRole('link', { name: say('spreadsheet.open'), exact: true }),
    chooseButton: button('spreadsheet.choose.open'),
    checkButton: button('spreadsheet.columns.check'),
    previewHeading: main.getByRole('heading', { level: 2, name: say('spreadsheet.preview.heading'), exact: true }),
    /** What is said of the cell that the keyboard is on. */
    cellPanel: main.getByRole('region', { name: say('spreadsheet.cell.heading'), exact: true }),
    kind: (kind: RowKind) => main.getByRole('button', { name: new RegExp(`^${say(`spreadsheet.preview.kinds.${kind}`)}`) }),
    useOf: (title: string) => main.getByRole('combobox', { name: `${say('spreadsheet.columns.holds')} (${title})`, exact: true }),
    row: (line: number) => grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${say('spreadsheet.grid.line')} ${line}\\b`) }) }),
    cell: (line: number, column: number) => grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${say('spreadsheet.grid.line')} ${line}\\b`) }) }).locator(`[data-column="${column}"]`),
    cellOf: async (line: number, field: string) => {
      const column = await grid.getByRole('columnheader', { name: field, exact: true }).getAttribute('aria-colindex')
      return grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${say('spreadsheet.grid.line')} ${line}\\b`) }) }).locator(`[aria-colindex="${column}"]`)
    },
    makeButton: main.locator('form button[type=submit]').last(),
    doneButton: button('spreadsheet.done.undo'),
    toListLink: main.getByRole('link', { name: say('spreadsheet.done.toList'), exact: true }),
    async choose() {
      await button('spreadsheet.choose.open').click()
      await button('spreadsheet.columns.check').waitFor()
    },
    async check() {
      await button('spreadsheet.choose.open').click()
      await button('spreadsheet.columns.check').click()
      await grid.waitFor()
    },
  }
}
