import type { Page } from '@playwright/test'
import { LIST_STATES, LONG_LIST } from './list-screens'
import { homePage } from './pages/home-page'
import { screenIn, type Screen } from './pages/screen'
import { listOf } from './sample-answers'
import { expect, test } from './support/fixtures'
import { keyboardOf } from './support/keyboard'
import type { Parvis } from './support/launch-parvis'
import { scriptAnswers, tellWindow } from './support/scripted-main'
import { showState } from './support/show-state'

/** The list of ten thousand rows, with the focus on its first row. */
async function goToList(parvis: Parvis): Promise<Screen> {
  const state = LIST_STATES.find((one) => one.state === 'ten thousand rows')
  if (!state) throw new Error('No such state')
  await showState(parvis, state, 'en')
  const screen = screenIn('en', parvis.window)
  await keyboardOf(parvis.window).tabTo(homePage(screen).linkOf('Malika Benali 1'))
  return screen
}

/** The place of the row that has the focus, as a screen reader says it. */
function place(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset'))
}

test('arrows, pages, Home and End reach each of ten thousand rows, and the whole list is one stop', async ({ start }) => {
  const parvis = await start()
  const screen = await goToList(parvis)
  const { window } = parvis
  const goes = async (key: string, to: string): Promise<void> => {
    await window.keyboard.press(key)
    await expect.poll(() => place(window)).toBe(to)
    await expect(window.locator(':focus')).toBeInViewport()
  }
  await goes('ArrowDown', '2')
  await goes('ArrowUp', '1')
  await goes('End', '10000')
  await goes('ArrowUp', '9999')
  await goes('Home', '1')
  await window.keyboard.press('PageDown')
  await expect.poll(async () => Number(await place(window))).toBeGreaterThan(3)
  expect(await homePage(screen).rows.count()).toBeLessThan(60)

  // Past the other stops of its own row, the list is left.
  for (let stops = 0; stops < 3; stops += 1) await window.keyboard.press('Tab')
  await expect.poll(() => place(window)).toBeUndefined()
})

test('Space chooses, Shift and an arrow choose on, Ctrl+A chooses all that is found, Escape none', async ({ start }) => {
  const parvis = await start()
  const screen = await goToList(parvis)
  const { window } = parvis
  await window.keyboard.press('Space')
  await expect(homePage(screen).boxOf('Malika Benali 1')).toBeChecked()
  await expect(homePage(screen).bar).toContainText('One chosen')
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await expect(homePage(screen).bar).toContainText('3 chosen')
  await window.keyboard.press('Control+A')
  await expect(homePage(screen).bar).toContainText('10,000 chosen')
  await expect(homePage(screen).allBox).toBeChecked()
  await window.keyboard.press('Escape')
  await expect(homePage(screen).bar).toHaveCount(0)
  expect(await place(window)).toBe('3')
})

test('Enter opens, Delete discards and leaves the focus in the list, and Ctrl+Z brings back', async ({ start }) => {
  const parvis = await start()
  const screen = await goToList(parvis)
  const { window } = parvis
  await window.keyboard.press('Delete')
  await expect(window.getByText(screen.say('home.list.discarded', { name: 'Malika Benali 1' }))).toBeVisible()
  expect(await place(window)).toBe('1')
  await window.keyboard.press('Control+Z')
  await expect(window.getByText(screen.say('home.list.restored', { name: 'Malika Benali 1' }))).toBeVisible()
  expect(await place(window)).toBe('1')
  await window.keyboard.press('Enter')
  await expect.poll(() => window.evaluate(() => location.hash)).toContain('/drafts/')
})

test('the focus stays on its row when the list changes under it, and goes to the next when the row is gone', async ({ start }) => {
  const parvis = await start()
  const screen = await goToList(parvis)
  const { app, window } = parvis
  const rows = LONG_LIST.rows.slice(0, 5)
  await scriptAnswers(app, { 'registration:list': { value: listOf(rows) } })
  await tellWindow(app, 'registrations:changed', {})
  await expect(homePage(screen).rows).toHaveCount(5)
  await window.keyboard.press('End')
  await expect.poll(() => place(window)).toBe('5')
  const rest = rows.slice(1)
  await scriptAnswers(app, { 'registration:list': { value: listOf(rest) } })
  await tellWindow(app, 'registrations:changed', {})
  await expect(homePage(screen).rows).toHaveCount(4)
  await expect(homePage(screen).linkOf(rows.at(-1)?.personName ?? '')).toBeFocused()
  await scriptAnswers(app, { 'registration:list': { value: listOf(rest.slice(0, -1)) } })
  await tellWindow(app, 'registrations:changed', {})
  await expect(homePage(screen).rows).toHaveCount(3)
  await expect.poll(() => place(window)).toBe('3')
})
