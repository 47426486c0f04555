import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dataPage } from './pages/data-page'
import { homePage } from './pages/home-page'
import { safePanel } from './pages/safe-panel'
import { screenIn } from './pages/screen'
import { findCanaries } from './support/find-canaries'
import { expect, test } from './support/fixtures'
import { keptFiles } from './support/kept-files'
import { openOtherUser } from './support/other-user'
import { typeDraft } from './support/type-draft'

test.skip(!process.env['DBUS_SESSION_BUS_ADDRESS'], 'needs a session with a keychain')

const PASSPHRASE = 'quatre chevaux bleus dansent'

test('a profile that was copied to another user opens nothing there and says why; a file and its passphrase bring the drafts over', async ({ start, userData }) => {
  test.slow()
  const other = await openOtherUser()
  const file = join(userData, '..', `for-the-other-${Date.now()}.parvis-drafts`)
  try {
    const first = await start()
    await typeDraft(screenIn('en', first.window), 'Kanarivorname', 'Kanariname')
    await first.app.close()

    const profile = other.giveCopy(userData, 'profile')
    const copied = keptFiles(profile)
    const there = await start({ ...other.launch, userData: profile })
    const screen = screenIn('en', there.window)
    const safe = safePanel(screen)
    await expect(safe.heading).toHaveText(screen.say('safe.locked.heading.missing'))
    await expect(safe.panel).toContainText('this profile was copied from another user or another computer')
    await expect(safe.panel).toContainText(screen.say('safe.locked.next.missing'))
    await expect(homePage(screen).rows).toHaveCount(0)
    expect(keptFiles(profile)).toEqual(copied)
    expect(findCanaries(['Kanarivorname', 'Kanariname'], [profile])).toEqual([])

    const here = await start()
    const origin = screenIn('en', here.window)
    const from = dataPage(origin)
    await here.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, file)
    await from.link.click()
    await from.exportButton.click()
    await from.export.passphrase.fill(PASSPHRASE)
    await from.export.again.fill(PASSPHRASE)
    await from.export.confirm.click()
    await expect(from.export.dialog).toContainText(origin.say('data.export.done.apart'))
    await here.app.close()

    const handedOver = other.giveCopy(file, 'handed-over.parvis-drafts')
    expect(findCanaries(['Kanarivorname', 'Kanariname'], [profile])).toEqual([])
    await there.app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
    }, handedOver)
    await safe.startAnewButton.click()
    await safe.startAnewConfirm.click()
    await expect(safe.heading).toContainText(screen.say('safe.leftAlone.heading', { n: 1, count: 1 }))
    const to = dataPage(screen)
    await to.link.click()
    await to.importButton.click()
    await to.import.choose.click()
    await to.import.passphrase.fill('another passphrase')
    await to.import.read.click()
    await expect(to.import.dialog).toContainText(screen.say('safe.passphrase.wrong'))
    await to.import.passphrase.fill(PASSPHRASE)
    await to.import.read.click()
    await to.import.confirm.click()
    await to.import.toList.click()
    await expect(homePage(screen).rowOf('Kanarivorname Kanariname')).toBeVisible()
    await there.app.close()

    // What was copied is still as it was copied, beside what was imported.
    const after = keptFiles(profile)
    for (const name of Object.keys(copied).filter((kept) => kept.includes('.draft'))) expect(after[name]).toBe(copied[name])
  } finally {
    await rm(file, { force: true })
    other.leave()
  }
})
