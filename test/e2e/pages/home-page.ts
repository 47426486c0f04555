import type { Locator } from '@playwright/test'
import type { Screen } from './screen'

/** The list of registrations and what stands above it. */
export function homePage({ page, say }: Screen) {
  const list = page.getByRole('region', { name: say('home.list.label'), exact: true })
  return {
    title: page.getByRole('heading', { level: 1, name: say('home.title'), exact: true }),
    practiceNotice: page.getByText(say('home.practice.heading')),
    unreachableNotice: page.getByText(say('home.unreachable.body')),
    search: list.getByLabel(say('home.list.search'), { exact: true }),
    rows: list.getByRole('listitem'),
    rowOf: (name: string): Locator => list.getByRole('listitem').filter({ hasText: name }),
    async open(name: string) {
      await list.getByRole('link', { name, exact: true }).click()
    },
    async discard(name: string) {
      await list.getByRole('button', { name: say('home.list.discardOf', { name }), exact: true }).click()
    },
    async undo() {
      await page.getByRole('button', { name: say('home.list.undo'), exact: true }).click()
    },
  }
}
