import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dataPage } from './pages/data-page'
import { frameOf } from './pages/frame'
import { homePage } from './pages/home-page'
import { safePanel } from './pages/safe-panel'
import { screenIn } from './pages/screen'
import { expect, test } from './support/fixtures'
import { keptFiles } from './support/kept-files'
import { keyOfProfile } from './support/keychain'
import type { Parvis } from './support/launch-parvis'
import { typeDraft } from './support/type-draft'

test.skip(!process.env['DBUS_SESSION_BUS_ADDRESS'], 'needs a session with a keychain')

/** Erases as a person does it. Parvis starts itself again after that, which would be nobody's here: it only ends. */
async function erase({ app, window }: Parvis, what: 'registrations' | 'everything'): Promise<void> {
  const screen = screenIn('en', window)
  const data = dataPage(screen)
  await app.evaluate(({ app: electronApp }) => {
    electronApp.relaunch = () => undefined
  })
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  await data.link.click()
  await data.eraseButton(what).click()
  const dialog = data.eraseDialog(what)
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: screen.say(`data.erase.${what}.confirm`), exact: true }).click()
  await ended
}

for (const what of ['registrations', 'everything'] as const) {
  test(`erasing (${what}) leaves no registration and no key, neither on the disk nor in the keychain`, async ({ start, userData }) => {
    const parvis = await start()
    const screen = screenIn('en', parvis.window)
    await frameOf(screen).themeOf('dark').check()
    await typeDraft(screen, 'Ann', 'Lee')
    await typeDraft(screen, 'Bob', 'Discarded')
    await homePage(screen).discard('Bob Discarded')
    await expect(homePage(screen).rows).toHaveCount(1)
    const key = keyOfProfile(userData)
    expect(await key.isThere()).toBe(true)
    expect(existsSync(join(userData, 'settings.json'))).toBe(true)

    await erase(parvis, what)
    expect(keptFiles(userData)).toEqual({})
    expect(await key.isThere()).toBe(false)
    expect(existsSync(join(userData, 'settings.json'))).toBe(what === 'registrations')

    const again = screenIn('en', (await start()).window)
    await expect(frameOf(again).themeOf(what === 'registrations' ? 'dark' : 'system')).toBeChecked()
    await expect(homePage(again).rows).toHaveCount(0)
    await expect(safePanel(again).heading).toHaveCount(0)
    await typeDraft(again, 'Cora', 'New')
    await expect(homePage(again).rowOf('Cora New')).toBeVisible()
  })
}
