import type { SafeDescription } from '@shared/ipc/safe'
import { emptyContent } from '@shared/registration/draft'
import { dataPage } from './pages/data-page'
import { homePage } from './pages/home-page'
import { safePanel } from './pages/safe-panel'
import { screenIn } from './pages/screen'
import { draftOf } from './sample-answers'
import { safeIn } from './safe-screens'
import { SCREENS } from './screens'
import { expect, test } from './support/fixtures'
import { keyboardOf } from './support/keyboard'
import { scriptAnswers } from './support/scripted-main'
import { showState } from './support/show-state'

const PASSPHRASE = 'quatre chevaux bleus dansent'
const LOCKED: SafeDescription = { state: 'locked', trouble: 'locked', drafts: 37, hasPassphrase: true }
const OPEN: SafeDescription = { state: 'open', keeper: 'passphrase', draftsLeftAlone: 0 }

test('a locked safe: try again, then the passphrase, a wrong one first, and the list is there', async ({ start }) => {
  const parvis = await start()
  await showState(parvis, stateNamed('safe: locked, locked'), 'en')
  const { app, window } = parvis
  const screen = screenIn('en', window)
  const keys = keyboardOf(window)
  const safe = safePanel(screen)

  await scriptAnswers(app, { ...safeIn(LOCKED), 'safe:retry': { value: LOCKED } })
  await keys.press(safe.retryButton)
  await expect(safe.stillLocked).toBeVisible()
  await expect(safe.retryButton).toBeFocused()

  await keys.press(safe.byPassphraseButton)
  await expect(safe.passphrase).toBeFocused()
  await scriptAnswers(app, { 'safe:open': { failure: { code: 'passphrase-wrong' } } })
  await window.keyboard.type('quatre')
  await window.keyboard.press('Enter')
  await expect(safe.panel.getByText(screen.say('safe.passphrase.wrong')).first()).toBeVisible()
  await expect(safe.passphrase).toBeFocused()

  await scriptAnswers(app, { 'safe:open': { value: OPEN }, 'registration:list': stateNamed('a row in every state').answers!['registration:list']! })
  await window.keyboard.press('Control+A')
  await window.keyboard.type(PASSPHRASE)
  await window.keyboard.press('Enter')
  await expect(homePage(screen).rows.first()).toBeVisible()
  await expect(homePage(screen).title).toBeFocused()
})

test('no keychain: the way to the choice, the choice by arrows, and the registration that was wanted', async ({ start }) => {
  const parvis = await start()
  await showState(parvis, stateNamed('safe: a new registration led to the choice'), 'en')
  const { app, window } = parvis
  const screen = screenIn('en', window)
  const keys = keyboardOf(window)
  const safe = safePanel(screen)
  await expect(safe.heading).toBeFocused()
  await keys.tabTo(safe.way('passphrase'))
  await window.keyboard.press('ArrowDown')
  await expect(safe.way('memory')).toBeChecked()
  await scriptAnswers(app, { 'safe:choose': { value: { state: 'open', keeper: 'memory', draftsLeftAlone: 0 } }, 'draft:create': { value: draftOf(emptyContent('en')) }, 'draft:open': { value: draftOf(emptyContent('en')) } })
  await keys.press(safe.confirm('memory'))
  const heading = window.getByRole('heading', { level: 1, name: screen.say('wizard.steps.person'), exact: true })
  await expect(heading).toBeFocused()
  await expect(window.getByTestId('save-status')).toHaveText(screen.say('app.save.inMemory'))
})

test('drafts leave in a file and come back from one, by keys alone', async ({ start }) => {
  const parvis = await start()
  await showState(parvis, stateNamed('data: kept by the keychain'), 'en')
  const { window } = parvis
  const screen = screenIn('en', window)
  const keys = keyboardOf(window)
  const data = dataPage(screen)

  await keys.press(data.exportButton)
  await keys.type(data.export.passphrase, PASSPHRASE)
  await keys.type(data.export.again, PASSPHRASE)
  await window.keyboard.press('Enter')
  await expect(data.export.dialog).toContainText(screen.say('data.export.done.apart'))
  await expect(data.export.close).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(data.export.dialog).toHaveCount(0)
  await expect(data.exportButton).toBeFocused()

  await keys.press(data.importButton)
  await keys.press(data.import.choose)
  await expect(data.import.passphrase).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(data.import.dialog).toHaveCount(0)
  await expect(data.importButton).toBeFocused()

  await keys.press(data.importButton)
  await keys.press(data.import.choose)
  await window.keyboard.type(PASSPHRASE)
  await window.keyboard.press('Enter')
  await expect(data.import.dialog.getByRole('heading', { level: 3 })).toBeFocused()
  await keys.tabTo(data.import.way('skip'))
  await window.keyboard.press('ArrowDown')
  await expect(data.import.way('copy')).toBeChecked()
  await keys.press(data.import.confirm)
  await expect(data.import.toList).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(homePage(screen).title).toBeFocused()
})

test('erasing takes a tick and a press, and Escape erases nothing', async ({ start }) => {
  const parvis = await start()
  await showState(parvis, stateNamed('data: kept by the keychain'), 'en')
  const { window } = parvis
  const screen = screenIn('en', window)
  const keys = keyboardOf(window)
  const data = dataPage(screen)
  const dialog = data.eraseDialog('registrations')
  const confirm = dialog.getByRole('button', { name: screen.say('data.erase.registrations.confirm'), exact: true })

  await keys.press(data.eraseButton('registrations'))
  await keys.press(confirm)
  await expect(dialog.getByRole('checkbox')).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(data.eraseButton('registrations')).toBeFocused()

  await window.keyboard.press('Enter')
  await keys.tabTo(dialog.getByRole('checkbox'))
  await window.keyboard.press('Space')
  await keys.press(confirm)
  await expect(window.getByText(screen.say('data.erase.registrations.done')).first()).toBeVisible()
})

function stateNamed(name: string) {
  const state = SCREENS.find((one) => one.state === name)
  if (!state) throw new Error(`No state is called “${name}”`)
  return state
}
