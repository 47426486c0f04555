import type { Screen } from './screen'

/** *Requests to decide*, as a structure's manager has it in front of them. */
export function requestsPage({ page, say }: Screen) {
  const dialog = page.getByRole('dialog')
  return {
    title: page.getByRole('heading', { level: 1, name: say('approval.title'), exact: true }),
    nothing: page.getByRole('heading', { level: 2, name: say('approval.empty.heading'), exact: true }),
    requestOf: (name: string) => page.getByRole('article', { name, exact: true }),
    done: (decision: 'accept' | 'refuse', name: string) => page.getByText(say(`approval.${decision}Done`, { name })),
    async accept(name: string) {
      await page.getByRole('button', { name: say('approval.acceptOf', { name }), exact: true }).click()
      await dialog.getByRole('button', { name: say('approval.acceptConfirm'), exact: true }).click()
    },
    async refuse(name: string, reason: string) {
      await page.getByRole('button', { name: say('approval.refuseOf', { name }), exact: true }).click()
      await dialog.getByLabel(say('approval.reason'), { exact: true }).fill(reason)
      await dialog.getByRole('button', { name: say('approval.refuseConfirm'), exact: true }).click()
    },
  }
}
