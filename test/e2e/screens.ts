import type { ScreenName } from '@renderer/app/routes'
import type { FailureCode } from '@shared/errors/failure-codes'
import { REGISTRATION_STATES } from '@shared/registration/progress'
import { emptyContent } from '@shared/registration/draft'
import { ACCOUNT_STATES } from './account-screens'
import { APPROVAL } from './approval-screens'
import { DESK } from './desk-screens'
import { HELPDESK } from './helpdesk-screens'
import { LIST_STATES } from './list-screens'
import { MAILBOX } from './mailbox-screens'
import { activationPage } from './pages/activation-page'
import { checkStep } from './pages/check-step'
import { personStep } from './pages/person-step'
import type { Screen } from './pages/screen'
import { QUEUE } from './queue-screens'
import { structureStep } from './pages/structure-step'
import {
  completeContent, DANONE_ANSWER, draftOf, followed, inspected, numberedContent, SUMMARY, WIZARD,
} from './sample-answers'
import { SAFE_STATES } from './safe-screens'
import { IMPORT_STATES } from './spreadsheet-screens'
import { SUPPORT } from './support-screens'
import type { News, ScriptedAnswers } from './support/scripted-main'
import { HELP_STATES, NUMBER_STATES } from './word-states'

/** One thing that a person can have in front of them. */
export interface ScreenState {
  readonly screen: ScreenName
  readonly state: string
  readonly path: string
  /** What differs from a well Parvis. */
  readonly answers?: ScriptedAnswers
  /** What the main process tells the window then. */
  readonly news?: News
  /** What the person does to get there. */
  readonly reach?: (screen: Screen) => Promise<void>
  /** The failure whose words are on the screen. */
  readonly shows?: FailureCode
}

/** A failure of one question, at the place where a person meets it. */
function failing(code: FailureCode, place: Omit<ScreenState, 'state' | 'shows'>): ScreenState {
  return { ...place, state: `failed: ${code}`, shows: code }
}

const unreachable: ScriptedAnswers = { 'service:describe': { value: { state: 'unreachable', code: 'service-unreachable' } } }
const environment = (name: 'qualification' | 'production'): ScriptedAnswers => ({
  'service:describe': { value: { state: 'ready', environment: name, version: '0.1.0', phoneRequired: true } },
})

const HOME: readonly ScreenState[] = [
  { screen: 'home', state: 'empty', path: '#/' },
  { screen: 'home', state: 'loading', path: '#/', answers: { 'registration:list': 'never', 'service:describe': { value: { state: 'starting' } } } },
  ...LIST_STATES,
  { screen: 'home', state: 'service not reached', path: '#/', answers: unreachable },
  { screen: 'home', state: 'qualification', path: '#/', answers: environment('qualification') },
  { screen: 'home', state: 'production', path: '#/', answers: environment('production') },
  ...MAILBOX,
  failing('disk-refused', { screen: 'home', path: '#/', answers: { 'registration:list': { failure: { code: 'disk-refused' } } } }),
  failing('disk-full', {
    screen: 'home', path: '#/', answers: { 'draft:create': { failure: { code: 'disk-full' } } },
    reach: async ({ page, say }) => { await page.getByRole('banner').getByRole('button', { name: say('app.createAccount') }).click() },
  }),
]

const PERSON: readonly ScreenState[] = [
  { screen: 'wizard', state: 'person: empty', path: `${WIZARD}/person`, answers: { 'draft:open': { value: draftOf(emptyContent('en')) } } },
  { screen: 'wizard', state: 'person: filled in', path: `${WIZARD}/person` },
  {
    screen: 'wizard', state: 'person: refused', path: `${WIZARD}/person`, answers: { 'draft:open': { value: draftOf(emptyContent('en')) }, ...environment('qualification') },
    reach: (screen) => personStep(screen).goOn(),
  },
  {
    screen: 'wizard', state: 'person: a slip in the address, and another contact address', path: `${WIZARD}/person`,
    reach: async (screen) => {
      await personStep(screen).field('connectionEmail').fill('zoe@gmial.com')
      await screen.page.getByRole('checkbox', { name: screen.say('fields.sameContactEmail') }).uncheck()
    },
  },
  {
    screen: 'wizard', state: 'person: reading the conditions', path: `${WIZARD}/person`,
    reach: async ({ page, say }) => { await page.getByRole('button', { name: say('wizard.conditions.read') }).click() },
  },
  {
    screen: 'wizard', state: 'person: conditions have changed', path: `${WIZARD}/person`, answers: { 'conditions:read': { value: { version: '2', text: 'New conditions.' } } },
  },
  {
    screen: 'wizard', state: 'person: not saved', path: `${WIZARD}/person`, answers: { 'draft:save': { failure: { code: 'disk-full' } } },
    reach: async (screen) => {
      await personStep(screen).field('lastName').fill('Lee')
      await personStep(screen).field('firstName').focus()
    },
  },
  ...(['draft-not-found', 'draft-unreadable', 'draft-from-newer-version'] as const).map((code) =>
    failing(code, { screen: 'wizard', path: `${WIZARD}/person`, answers: { 'draft:open': { failure: { code } } } }),
  ),
  failing('service-starting', {
    screen: 'wizard', path: `${WIZARD}/person`,
    answers: { 'draft:open': { value: draftOf({ ...completeContent(), conditions: undefined }) }, 'conditions:read': { failure: { code: 'service-starting' } } },
    reach: (screen) => personStep(screen).conditions.click(),
  }),
]

const structureState = (state: string, answer: typeof DANONE_ANSWER): ScreenState => ({
  screen: 'wizard', state: `structure: ${state}`, path: `${WIZARD}/structure`, answers: { 'draft:open': { value: draftOf(completeContent(answer)) } },
})
const lookUpFailed = (code: FailureCode): ScreenState =>
  failing(code, {
    screen: 'wizard', path: `${WIZARD}/structure`,
    answers: { 'draft:open': { value: draftOf(numberedContent('SIRET', '552 032 534 00646')) }, 'structure:look-up': { failure: { code } } },
    reach: async ({ page, say }) => { await page.getByText(say('structure.looking')).waitFor({ state: 'detached' }) },
  })

const STRUCTURE: readonly ScreenState[] = [
  { screen: 'wizard', state: 'structure: empty', path: `${WIZARD}/structure`, answers: { 'draft:open': { value: draftOf(emptyContent('en')) } } },
  {
    screen: 'wizard', state: 'structure: refused, list of types open', path: `${WIZARD}/structure`, answers: { 'draft:open': { value: draftOf(emptyContent('en')) } },
    reach: async (screen) => {
      await structureStep(screen).goOn()
      await structureStep(screen).typeField.click()
    },
  },
  structureState('new', DANONE_ANSWER),
  structureState('registered', { ...DANONE_ANSWER, standing: 'registered' }),
  structureState('pending', { ...DANONE_ANSWER, standing: 'pending' }),
  structureState('public', { ...DANONE_ANSWER, sector: 'public', name: 'COMMUNE DE NANTES' }),
  structureState('not diffusible', { standing: 'not-registered', sector: 'private', diffusible: false, closed: false }),
  structureState('closed', { ...DANONE_ANSWER, closed: true }),
  {
    screen: 'wizard', state: 'structure: being looked up', path: `${WIZARD}/structure`,
    answers: { 'draft:open': { value: draftOf(numberedContent('SIRET', '552 032 534 00646')) }, 'structure:look-up': 'never' },
  },
  {
    screen: 'wizard', state: 'structure: a wrong number', path: `${WIZARD}/structure`, answers: { 'draft:open': { value: draftOf(numberedContent('SIRET', '552 032 534 00645')) } },
    reach: (screen) => structureStep(screen).goOn(),
  },
  ...([['UE_HORS_FRANCE', 'DE136695976'], ['HORS_UE', ''], ['RIDET', '0833517001'], ['TAHITI', '003970001'], ['PARTICULIER', ''], ['AUTRE', '']] as const).map(
    ([type, identifier]): ScreenState => ({
      screen: 'wizard', state: `structure: ${type}, refused`, path: `${WIZARD}/structure`,
      answers: {
        'draft:open': { value: draftOf(numberedContent(type, identifier)) },
        'structure:look-up': { value: { standing: 'not-registered', sector: 'private', diffusible: true, closed: false } },
      },
      reach: (screen) => structureStep(screen).goOn(),
    }),
  ),
  ...(['structure-unknown', 'service-unreachable', 'directory-unavailable', 'identifier-invalid', 'identifier-not-looked-up'] as const).map(lookUpFailed),
  ...NUMBER_STATES,
]

/** What can become of *Create my account*, each with its own words in the same place. */
const SUBMISSION_FAILURES = [
  'input-invalid', 'body-malformed', 'body-too-large', 'content-type-unsupported', 'route-unknown', 'method-not-allowed',
  'idempotency-key-missing', 'idempotency-key-malformed', 'idempotency-key-reused', 'request-in-flight', 'captcha-token-invalid',
  'conditions-outdated', 'structure-closed', 'rate-limited', 'service-busy', 'service-refused', 'draft-incomplete', 'draft-already-sent', 'unexpected',
] as const satisfies readonly FailureCode[]

async function submit(screen: Screen): Promise<void> {
  await checkStep(screen).validate('AAAA')
  await checkStep(screen).create()
}

const CHECK: readonly ScreenState[] = [
  { screen: 'wizard', state: 'check: complete', path: `${WIZARD}/check`, reach: (screen) => checkStep(screen).image.waitFor() },
  { screen: 'wizard', state: 'check: incomplete', path: `${WIZARD}/check`, answers: { 'draft:open': { value: draftOf(emptyContent('en')) } } },
  { screen: 'wizard', state: 'check: captcha on its way', path: `${WIZARD}/check`, answers: { 'captcha:request': 'never' } },
  { screen: 'wizard', state: 'check: captcha empty', path: `${WIZARD}/check`, reach: (screen) => checkStep(screen).validateButton.click() },
  { screen: 'wizard', state: 'check: captcha validated', path: `${WIZARD}/check`, reach: (screen) => checkStep(screen).validate('AAAA') },
  { screen: 'wizard', state: 'check: being sent', path: `${WIZARD}/check`, answers: { 'registration:submit': 'never' }, reach: submit },
  {
    screen: 'wizard', state: 'check: fields refused by the service', path: `${WIZARD}/check`, reach: submit,
    answers: { 'registration:submit': { failure: { code: 'input-invalid', problems: [{ pointer: '/person/connectionEmail', code: 'email-malformed', params: {} }] } } },
  },
  failing('captcha-rejected', { screen: 'wizard', path: `${WIZARD}/check`, answers: { 'captcha:validate': { failure: { code: 'captcha-rejected' } } }, reach: (screen) => checkStep(screen).validate('AAAB') }),
  failing('captcha-unavailable', { screen: 'wizard', path: `${WIZARD}/check`, answers: { 'captcha:request': { failure: { code: 'captcha-unavailable', retryAfterSeconds: 30 } } } }),
  failing('captcha-expired', { screen: 'wizard', path: `${WIZARD}/check`, answers: { 'captcha:validate': { failure: { code: 'captcha-expired' } } }, reach: (screen) => checkStep(screen).validate('AAAA') }),
  ...SUBMISSION_FAILURES.map((code) => failing(code, { screen: 'wizard', path: `${WIZARD}/check`, answers: { 'registration:submit': { failure: { code } } }, reach: submit })),
]

const sent: ScriptedAnswers = { 'draft:open': { value: draftOf(completeContent(), 'requested') } }

const SUMMARY_STATES: readonly ScreenState[] = [
  ...REGISTRATION_STATES.map((state): ScreenState => ({ screen: 'summary', state, path: SUMMARY, answers: { ...sent, 'registration:follow': { value: followed(state) } } })),
  ...(['queued', 'bounced', 'failed'] as const).map(
    (mailState): ScreenState => ({ screen: 'summary', state: `mail ${mailState}`, path: SUMMARY, answers: { ...sent, 'registration:follow': { value: followed('activation-sent', mailState) } } }),
  ),
  { screen: 'summary', state: 'not sent yet', path: SUMMARY },
  { screen: 'summary', state: 'nothing heard yet', path: SUMMARY, answers: { ...sent, 'registration:follow': 'never' } },
  {
    screen: 'summary', state: 'everything unfolded, address being corrected', path: SUMMARY, answers: sent,
    reach: async ({ page, say }) => {
      for (const fold of await page.locator('summary').all()) await fold.click()
      await page.getByRole('button', { name: say('progress.correct.open'), exact: true }).last().click()
      await page.getByRole('button', { name: say('progress.correct.save'), exact: true }).click()
    },
  },
  {
    screen: 'summary', state: 'about to be withdrawn', path: SUMMARY, answers: sent,
    reach: async ({ page, say }) => { await page.getByRole('button', { name: say('progress.withdraw.open'), exact: true }).click() },
  },
  ...(['access-denied', 'registration-unknown', 'vault-unavailable'] as const).map((code) =>
    failing(code, { screen: 'summary', path: SUMMARY, answers: { ...sent, 'registration:follow': { failure: { code } } } }),
  ),
  failing('registration-not-open', {
    screen: 'summary', path: SUMMARY, answers: { ...sent, 'registration:withdraw': { failure: { code: 'registration-not-open' } } },
    reach: async ({ page, say }) => {
      await page.getByRole('button', { name: say('progress.withdraw.open'), exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: say('progress.withdraw.confirm'), exact: true }).click()
    },
  }),
  failing('page-not-printed', {
    screen: 'summary', path: SUMMARY, answers: { ...sent, 'page:print': { failure: { code: 'page-not-printed' } } },
    reach: async ({ page, say }) => { await page.getByRole('button', { name: say('progress.keep.print'), exact: true }).click() },
  }),
]

const ACTIVATION_PATH = '#/activation'
const paste = (screen: Screen): Promise<void> => activationPage(screen).paste('PV-7K2M-9XQD 4F7H-2MWT')

async function complete(screen: Screen): Promise<void> {
  await paste(screen)
  await activationPage(screen).choosePassword('Sterne-und-Meer-2026')
}

const activationFailed = (code: FailureCode): ScreenState =>
  failing(code, { screen: 'activation', path: ACTIVATION_PATH, answers: { 'activation:complete': { failure: { code } } }, reach: complete })

const ACTIVATION: readonly ScreenState[] = [
  { screen: 'activation', state: 'asking for the link', path: ACTIVATION_PATH },
  { screen: 'activation', state: 'a link was handed over', path: ACTIVATION_PATH, answers: { 'activation:pending': { value: { activationId: inspected('live').activationId } } } },
  { screen: 'activation', state: 'nothing pasted', path: ACTIVATION_PATH, reach: (screen) => activationPage(screen).continueButton.click() },
  { screen: 'activation', state: 'live', path: ACTIVATION_PATH, reach: paste },
  {
    screen: 'activation', state: 'password too weak, shown', path: ACTIVATION_PATH,
    reach: async (screen) => {
      await paste(screen)
      await activationPage(screen).choosePassword('weak')
      await screen.page.getByRole('button', { name: screen.say('activation.password.show'), exact: true }).click()
    },
  },
  {
    screen: 'activation', state: 'password suggested', path: ACTIVATION_PATH,
    reach: async (screen) => {
      await paste(screen)
      await screen.page.getByRole('button', { name: screen.say('activation.password.suggest'), exact: true }).click()
    },
  },
  ...(['not-asked', 'kept', 'not-kept'] as const).map(
    (password): ScreenState => ({ screen: 'activation', state: `done, password ${password}`, path: ACTIVATION_PATH, answers: { 'activation:complete': { value: { password } } }, reach: complete }),
  ),
  { screen: 'activation', state: 'expired, came with a code', path: ACTIVATION_PATH, answers: { 'activation:inspect': { value: inspected('expired', false) } }, reach: paste },
  {
    screen: 'activation', state: 'a new link is on its way', path: ACTIVATION_PATH, answers: { 'activation:inspect': { value: inspected('expired') } },
    reach: async (screen) => {
      await paste(screen)
      await activationPage(screen).renewButton.click()
    },
  },
  ...(['activation-expired', 'activation-already-used', 'activation-blocked', 'password-weak'] as const).map(activationFailed),
  ...(['activation-unknown', 'activation-not-ours'] as const).map((code) =>
    failing(code, { screen: 'activation', path: ACTIVATION_PATH, answers: { 'activation:inspect': { failure: { code } } }, reach: paste }),
  ),
]

const HELP: readonly ScreenState[] = HELP_STATES

/** Every screen in every state: the one list that accessibility is checked on, and that is compared with routes and failure codes. */
export const SCREENS: readonly ScreenState[] = [
  ...HOME, ...PERSON, ...STRUCTURE, ...CHECK, ...SUMMARY_STATES, ...ACTIVATION, ...HELP, ...SAFE_STATES, ...DESK, ...QUEUE,
  ...ACCOUNT_STATES,
  ...APPROVAL,
  ...SUPPORT,
  ...HELPDESK,
  ...IMPORT_STATES,
]

/** Codes that no screen shows, and why. */
export const NEVER_SHOWN: Readonly<Partial<Record<FailureCode, string>>> = {
  'kiosk-refused': 'the window of a kiosk offers nothing that is refused there',
  'safe-choice-needed': 'the person is led to the choice itself',
}
