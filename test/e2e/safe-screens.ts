import { SafeTrouble, type SafeDescription, type SafeKeeper } from '@shared/ipc/safe'
import { emptyContent } from '@shared/registration/draft'
import type { FailureCode } from '@shared/errors/failure-codes'
import { dataPage } from './pages/data-page'
import { safePanel } from './pages/safe-panel'
import type { Screen } from './pages/screen'
import { draftOf, WIZARD } from './sample-answers'
import type { ScreenState } from './screens'
import type { ScriptedAnswers } from './support/scripted-main'

const PASSPHRASE = 'quatre chevaux bleus dansent'
const EXCHANGE_ID = '0c7e9a52-9b8d-4d51-8c60-1c5f0e2a9b44'

/** The safe in a state, and no list: what a locked Parvis answers. */
export function safeIn(description: SafeDescription): ScriptedAnswers {
  const isReadable = description.state === 'open' || description.state === 'empty'
  return { 'safe:describe': { value: description }, ...(!isReadable && { 'registration:list': { failure: { code: 'safe-locked' } } }) }
}

function openFor(keeper: SafeKeeper, draftsLeftAlone = 0): ScriptedAnswers {
  return safeIn({ state: 'open', keeper, draftsLeftAlone })
}

const shown = (state: string, answers: ScriptedAnswers, more: Partial<ScreenState> = {}): ScreenState => ({ screen: 'home', state: `safe: ${state}`, path: '#/', answers, ...more })
const panelStands = (screen: Screen): Promise<void> => safePanel(screen).heading.waitFor()

const NEEDED = safeIn({ state: 'passphrase-needed', drafts: 37 })
const CHOICE = safeIn({ state: 'choice-needed', trouble: 'absent', clearDrafts: 0 })
const LOCKED = safeIn({ state: 'locked', trouble: 'locked', drafts: 37, hasPassphrase: true })

async function tryPassphrase(screen: Screen, typed: string): Promise<void> {
  const { passphrase, openButton } = safePanel(screen)
  await passphrase.fill(typed)
  await openButton.click()
}

const SAFE: readonly ScreenState[] = [
  shown('the keychain is asked', safeIn({ state: 'opening', isSlow: false })),
  shown('the keychain is slow', safeIn({ state: 'opening', isSlow: true }), { reach: panelStands }),
  ...SafeTrouble.options.map((trouble, index) =>
    shown(`locked, ${trouble}`, safeIn({ state: 'locked', trouble, drafts: index === 0 ? 1 : 37, hasPassphrase: index % 2 === 1 }), { reach: panelStands })),
  shown('locked, about to open by passphrase', LOCKED, { reach: (screen) => safePanel(screen).byPassphraseButton.click() }),
  shown('still locked after another try', { ...LOCKED, 'safe:retry': { value: { state: 'locked', trouble: 'locked', drafts: 37, hasPassphrase: true } } }, {
    reach: async (screen) => {
      await safePanel(screen).retryButton.click()
      await safePanel(screen).stillLocked.waitFor()
    },
  }),
  shown('about to start anew', LOCKED, { reach: (screen) => safePanel(screen).startAnewButton.click() }),
  shown('passphrase needed', NEEDED, { reach: panelStands }),
  shown('passphrase empty', NEEDED, { reach: (screen) => tryPassphrase(screen, '') }),
  shown('passphrase wrong', { ...NEEDED, 'safe:open': { failure: { code: 'passphrase-wrong', retryAfterSeconds: 20 } } }, { reach: (screen) => tryPassphrase(screen, PASSPHRASE), shows: 'passphrase-wrong' }),
  shown('choice', CHOICE, { reach: panelStands }),
  shown('choice, drafts from before', safeIn({ state: 'choice-needed', trouble: 'failing', clearDrafts: 3 }), { reach: (screen) => safePanel(screen).way('memory').check() }),
  shown('choice, none made', CHOICE, { reach: (screen) => safePanel(screen).confirm('none').click() }),
  shown('choice, a passphrase that is too short', CHOICE, {
    reach: async (screen) => {
      await safePanel(screen).way('passphrase').check()
      await safePanel(screen).passphrase.fill('court')
      await safePanel(screen).confirm('passphrase').click()
    },
  }),
  shown('choice, passphrases differ', CHOICE, {
    reach: async (screen) => {
      await safePanel(screen).way('passphrase').check()
      await safePanel(screen).passphrase.fill(PASSPHRASE)
      await safePanel(screen).again.fill('quatre chevaux')
      await safePanel(screen).confirm('passphrase').click()
    },
  }),
  shown('failed: passphrase-weak', { ...CHOICE, 'safe:choose': { failure: { code: 'passphrase-weak' } } }, {
    shows: 'passphrase-weak',
    reach: async (screen) => {
      await safePanel(screen).way('passphrase').check()
      await safePanel(screen).passphrase.fill(PASSPHRASE)
      await safePanel(screen).again.fill(PASSPHRASE)
      await safePanel(screen).confirm('passphrase').click()
    },
  }),
  shown('a new registration led to the choice', { ...CHOICE, 'draft:create': { failure: { code: 'safe-choice-needed' } } }, {
    reach: async (screen) => {
      await screen.page.getByRole('banner').getByRole('button', { name: screen.say('app.createAccount') }).click()
      await screen.page.getByText(screen.say('safe.thenCreates')).waitFor()
    },
  }),
  shown('in memory', openFor('memory', 4), { reach: panelStands }),
  shown('drafts under another key', openFor('keychain', 1), { reach: panelStands }),
  { screen: 'wizard', state: 'safe: kept until Parvis is closed', path: `${WIZARD}/person`, answers: { ...openFor('memory'), 'draft:open': { value: draftOf(emptyContent('en')) } } },
  { screen: 'wizard', state: 'failed: safe-locked', path: `${WIZARD}/person`, shows: 'safe-locked', answers: { ...LOCKED, 'draft:open': { failure: { code: 'safe-locked' } } } },
]

const NAMES = ['Zoé Béranger', 'Lou Châtaigne', 'Émile Haddad', 'Ann Lee', ''].map((personName) => ({ personName, structureName: personName === '' ? '' : 'DANONE' }))
const KEPT = { folder: '/home/zoe/.config/Parvis/drafts', registrations: 12_408, bytes: 38_412_007 }
const OFFICE: ScriptedAnswers = {
  ...openFor('keychain'),
  'data:describe': { value: { ...KEPT, clock: 'confirmed' } },
  'settings:change': { value: { theme: 'light', ageLimitDays: 60 } },
  'retention:keep': { value: { done: 37, refused: [], refusedInAll: 0 } },
  'exchange:export': { value: { exported: 37 } },
  'exchange:choose': { value: { file: { exchangeId: EXCHANGE_ID, fileName: 'clients-de-novembre.parvis-drafts' } } },
  'exchange:read': { value: { drafts: 37, exportedAt: '2026-03-12T09:00:00.000Z', alreadyHere: 5, names: NAMES } },
  'exchange:import': { value: { imported: 32, skipped: 5 } },
  'data:erase': { value: {} },
}

const dated = (state: string, answers: ScriptedAnswers = {}, more: Partial<ScreenState> = {}): ScreenState =>
  ({ screen: 'data', state: `data: ${state}`, path: '#/data', answers: { ...OFFICE, ...answers }, ...more })

async function toExport(screen: Screen): Promise<void> {
  const { exportButton, export: exporting } = dataPage(screen)
  await exportButton.click()
  await exporting.passphrase.fill(PASSPHRASE)
  await exporting.again.fill(PASSPHRASE)
  await exporting.confirm.click()
}

async function toPassphrase(screen: Screen): Promise<void> {
  const { importButton, import: importing } = dataPage(screen)
  await importButton.click()
  await importing.choose.click()
}

async function toPreview(screen: Screen): Promise<void> {
  await toPassphrase(screen)
  await dataPage(screen).import.passphrase.fill(PASSPHRASE)
  await dataPage(screen).import.read.click()
}

const refusedFile = (code: FailureCode): ScreenState => dated(`failed: ${code}`, { 'exchange:read': { failure: { code } } }, { reach: toPreview, shows: code })

const DATA: readonly ScreenState[] = [
  dated('kept by the keychain', {}, { reach: (screen) => screen.page.getByText(KEPT.folder).waitFor() }),
  dated('reading', { 'data:describe': 'never', ...safeIn({ state: 'empty' }) }),
  dated('the clock is unconfirmed', { 'data:describe': { value: { ...KEPT, registrations: 0, bytes: 412, clock: 'unconfirmed' } }, ...openFor('passphrase', 3) }),
  dated('the clock is wrong, in memory', { 'data:describe': { value: { ...KEPT, clock: 'wrong' } }, ...openFor('memory') }),
  dated('locked', safeIn({ state: 'locked', trouble: 'missing', drafts: 37, hasPassphrase: false })),
  dated('kept for longer', {}, { reach: (screen) => dataPage(screen).days(60).check() }),
  dated('counted from today', {}, { reach: ({ page, say }) => page.getByRole('button', { name: say('data.retention.keepAll'), exact: true }).click() }),
  dated('about to export', {}, { reach: (screen) => dataPage(screen).exportButton.click() }),
  dated('being exported', { 'exchange:export': 'never' }, { reach: toExport }),
  dated('export cancelled', { 'exchange:export': { value: {} } }, { reach: toExport }),
  dated('exported', {}, { reach: toExport }),
  dated('nothing to export', { 'exchange:export': { value: { exported: 0 } } }, { reach: toExport }),
  dated('about to import', {}, { reach: (screen) => dataPage(screen).importButton.click() }),
  dated('no file chosen', { 'exchange:choose': { value: {} } }, { reach: toPassphrase }),
  dated('import: the passphrase is asked', {}, { reach: toPassphrase }),
  dated('import: the passphrase is wrong', { 'exchange:read': { failure: { code: 'passphrase-wrong' } } }, { reach: toPreview }),
  dated('import: what is in the file', {}, { reach: toPreview }),
  dated('import: all new', { 'exchange:read': { value: { drafts: 1, exportedAt: '2026-03-12T09:00:00.000Z', alreadyHere: 0, names: NAMES.slice(0, 1) } } }, { reach: toPreview }),
  dated('imported', {}, {
    reach: async (screen) => {
      await toPreview(screen)
      await dataPage(screen).import.confirm.click()
    },
  }),
  refusedFile('exchange-file-unreadable'),
  refusedFile('exchange-file-newer'),
  ...(['registrations', 'everything'] as const).map((what) => dated(`about to erase ${what}`, {}, { reach: (screen) => dataPage(screen).eraseButton(what).click() })),
  dated('erasing not ticked', {}, {
    reach: async (screen) => {
      await dataPage(screen).eraseButton('registrations').click()
      await dataPage(screen).eraseDialog('registrations').getByRole('button', { name: screen.say('data.erase.registrations.confirm'), exact: true }).click()
    },
  }),
  dated('erased', {}, {
    reach: async (screen) => {
      await dataPage(screen).eraseButton('registrations').click()
      const dialog = dataPage(screen).eraseDialog('registrations')
      await dialog.getByRole('checkbox').check()
      await dialog.getByRole('button', { name: screen.say('data.erase.registrations.confirm'), exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
    },
  }),
]

/** The safe in all its states, and what a person does with all that is kept. */
export const SAFE_STATES: readonly ScreenState[] = [...SAFE, ...DATA]
