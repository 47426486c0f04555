import { homePage } from './pages/home-page'
import { safePanel } from './pages/safe-panel'
import { screenIn, type Screen } from './pages/screen'
import { expect, test } from './support/fixtures'
import { keptFiles } from './support/kept-files'
import { keyOfProfile } from './support/keychain'
import { typeDraft } from './support/type-draft'

test.skip(!process.env['DBUS_SESSION_BUS_ADDRESS'], 'needs a session with a keychain')

/** What the screen must say of a key that is gone. */
async function expectMissing(screen: Screen, drafts: number): Promise<void> {
  const safe = safePanel(screen)
  await expect(safe.heading).toHaveText(screen.say('safe.locked.heading.missing'))
  await expect(safe.panel).toContainText(screen.say('safe.locked.matter.missing'))
  await expect(safe.panel).toContainText(screen.say('safe.kept', { n: drafts, count: drafts }))
  await expect(homePage(screen).rows).toHaveCount(0)
}

test('an emptied keychain: the screen says why, no byte changes, and the entry that comes back opens everything', async ({ start, userData }) => {
  const first = await start()
  await typeDraft(screenIn('en', first.window), 'Ann', 'Lee')
  await first.app.close()
  const before = keptFiles(userData)
  expect(Object.keys(before).filter((name) => name.endsWith('.draft'))).toHaveLength(1)
  const putBack = await keyOfProfile(userData).remove()

  const second = await start()
  const screen = screenIn('en', second.window)
  await expectMissing(screen, 1)
  await safePanel(screen).retryButton.click()
  await expect(safePanel(screen).stillLocked).toBeVisible()
  expect(keptFiles(userData)).toEqual(before)
  await second.app.close()
  expect(keptFiles(userData)).toEqual(before)

  const third = await start()
  const again = screenIn('en', third.window)
  await expectMissing(again, 1)
  await putBack()
  await safePanel(again).retryButton.click()
  await expect(homePage(again).rowOf('Ann Lee')).toBeVisible()
})

test('starting anew keeps the old registrations, and they come into the list with their key', async ({ start, userData }) => {
  const first = await start()
  await typeDraft(screenIn('en', first.window), 'Ann', 'Lee')
  await first.app.close()
  const before = keptFiles(userData)
  const putBack = await keyOfProfile(userData).remove()

  const second = await start()
  const screen = screenIn('en', second.window)
  const safe = safePanel(screen)
  await expectMissing(screen, 1)
  await safe.startAnewButton.click()
  await safe.startAnewConfirm.click()
  await expect(safe.heading).toContainText(screen.say('safe.leftAlone.heading', { n: 1, count: 1 }))
  await typeDraft(screen, 'Bob', 'New')
  await expect(homePage(screen).rows).toHaveCount(1)
  const after = keptFiles(userData)
  for (const name of Object.keys(before).filter((kept) => kept.includes('.draft'))) expect(after[name]).toBe(before[name])

  await safe.retryButton.click()
  await expect(safe.panel).toContainText(screen.say('safe.leftAlone.stillThere'))
  await putBack()
  await safe.retryButton.click()
  await expect(homePage(screen).rowOf('Ann Lee')).toBeVisible()
  await expect(homePage(screen).rowOf('Bob New')).toBeVisible()
  await expect(safe.heading).toHaveCount(0)
  await second.app.close()

  // They need their old key no more.
  const third = screenIn('en', (await start()).window)
  await expect(homePage(third).rows).toHaveCount(2)
  await expect(safePanel(third).heading).toHaveCount(0)
})
