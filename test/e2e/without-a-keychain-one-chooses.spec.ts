import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { safePanel } from './pages/safe-panel'
import { screenIn } from './pages/screen'
import { findCanaries } from './support/find-canaries'
import { expect, test } from './support/fixtures'
import { keptFiles } from './support/kept-files'
import { typeDraft, typeName } from './support/type-draft'

/** A session without a bus has no keychain. */
const NO_KEYCHAIN = { environment: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } }
const PASSPHRASE = 'quatre chevaux bleus dansent'
const NAMES = ['Kanarivorname', 'Kanariname'] as const

test('a passphrase: what is saved lies on the disk, encrypted, and a restart asks for it', async ({ start, userData }) => {
  const first = await start(NO_KEYCHAIN)
  const screen = screenIn('en', first.window)
  const safe = safePanel(screen)
  await frameOf(screen).createAccount()
  await expect(safe.heading).toHaveText(screen.say('safe.choice.heading'))
  await expect(safe.heading).toBeFocused()
  expect(keptFiles(userData)).toEqual({})

  await safe.way('passphrase').check()
  await safe.passphrase.fill(PASSPHRASE)
  await safe.again.fill(PASSPHRASE)
  await safe.confirm('passphrase').click()
  await typeName(screen, ...NAMES)
  await expect(frameOf(screen).saveStatus).toHaveText(screen.say('app.save.saved'))
  await first.app.close()
  expect(Object.keys(keptFiles(userData)).filter((name) => name.endsWith('.draft'))).toHaveLength(1)
  expect(findCanaries([...NAMES, PASSPHRASE], [userData])).toEqual([])

  const second = await start(NO_KEYCHAIN)
  const again = screenIn('en', second.window)
  const needed = safePanel(again)
  await expect(needed.heading).toHaveText(again.say('safe.needed.heading'))
  await expect(homePage(again).rows).toHaveCount(0)
  await needed.passphrase.fill('quatre chevaux bleus dorment')
  await needed.openButton.click()
  await expect(needed.panel).toContainText(again.say('safe.passphrase.wrong'))
  await expect(needed.passphrase).toBeFocused()
  await needed.passphrase.fill(PASSPHRASE)
  await needed.openButton.click()
  await expect(homePage(again).rowOf(NAMES.join(' '))).toBeVisible()
})

test('memory: it is said that nothing outlives the closing, and nothing is on the disk', async ({ start, userData }) => {
  const first = await start(NO_KEYCHAIN)
  const screen = screenIn('en', first.window)
  const safe = safePanel(screen)
  await frameOf(screen).createAccount()
  await safe.way('memory').check()
  await safe.confirm('memory').click()
  await typeName(screen, ...NAMES)
  await expect(frameOf(screen).saveStatus).toHaveText('Kept until Parvis is closed')
  await frameOf(screen).goHome()
  await expect(homePage(screen).rowOf(NAMES.join(' '))).toBeVisible()
  await expect(safe.heading).toHaveText(screen.say('safe.memory.heading'))
  expect(keptFiles(userData)).toEqual({})
  await first.app.close()
  expect(keptFiles(userData)).toEqual({})
  expect(findCanaries(NAMES, [userData])).toEqual([])

  // Nothing was kept, so nothing is said of it, and the next registration asks anew.
  const second = screenIn('en', (await start(NO_KEYCHAIN)).window)
  await expect(second.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(homePage(second).rows).toHaveCount(0)
  await frameOf(second).createAccount()
  await expect(safePanel(second).heading).toHaveText(second.say('safe.choice.heading'))
})

test('registrations of a keychain that is gone are locked, said so, and there again with it', async ({ start, userData }) => {
  test.skip(!process.env['DBUS_SESSION_BUS_ADDRESS'], 'needs a session with a keychain')
  const first = await start()
  await typeDraft(screenIn('en', first.window), ...NAMES)
  await first.app.close()
  const before = keptFiles(userData)

  const second = await start(NO_KEYCHAIN)
  const screen = screenIn('en', second.window)
  await expect(safePanel(screen).heading).toHaveText(screen.say('safe.locked.heading.absent'))
  await second.app.close()
  expect(keptFiles(userData)).toEqual(before)

  const third = screenIn('en', (await start()).window)
  await expect(homePage(third).rowOf(NAMES.join(' '))).toBeVisible()
})
