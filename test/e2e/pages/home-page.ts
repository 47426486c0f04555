import type { Locator } from '@playwright/test'
import type { WordKey } from '@renderer/locales/use-words'
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
    boxOf: (name: string): Locator => list.getByRole('checkbox', { name: say('home.choose.row', { name }), exact: true }),
    linkOf: (name: string): Locator => list.getByRole('link', { name, exact: true }),
    sendReadyButton: page.getByRole('button', { name: say('home.ready.send'), exact: true }),
    allBox: list.getByRole('checkbox').first(),
    bar: list.getByRole('group', { name: say('home.choose.label'), exact: true }),
    filterOf: (key: WordKey): Locator => list.getByRole('group', { name: say('home.list.state'), exact: true }).getByRole('button', { name: say(key) }),
    async inBar(key: WordKey) {
      await list.getByRole('group', { name: say('home.choose.label'), exact: true }).getByRole('button', { name: say(key), exact: true }).click()
    },
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
