import type { FailureCode } from '@shared/errors/failure-codes'
import type { Account } from '@shared/http/account'
import { accountPage } from './pages/account-page'
import type { Screen } from './pages/screen'
import { signInPage } from './pages/sign-in-page'
import { structureStep } from './pages/structure-step'
import { DANONE_ANSWER } from './sample-answers'
import { minutesBefore } from './sample-people'
import type { ScreenState } from './screens'
import type { ScriptedAnswers } from './support/scripted-main'

const DAY = 24 * 60
const EMAIL = 'zoe.beranger@example.org'

export const ACCOUNT: Account = {
  connectionEmail: EMAIL, contactEmail: 'comptabilite@example.org', firstName: 'Zoé', lastName: 'Béranger', phone: '+33 1 23 45 67 89', locale: 'en',
  createdAt: minutesBefore(90 * DAY), passwordChangedAt: minutesBefore(90 * DAY), requestsToDecide: 0,
  structures: [{ structureId: '11111111-1111-4111-8111-111111111111', identifierType: 'SIRET', identifier: '55203253400646', name: 'DANONE', role: 'manager', since: minutesBefore(90 * DAY) }],
  requestedStructures: [],
}
const BUSY: Account = {
  ...ACCOUNT, requestsToDecide: 3,
  structures: [...ACCOUNT.structures, { structureId: '22222222-2222-4222-8222-222222222222', identifierType: 'UE_HORS_FRANCE', identifier: 'DE136695976', name: 'Gutenberg Verlagsgesellschaft für Donaudampfschifffahrt mbH', role: 'member', since: minutesBefore(20 * DAY) }],
  requestedStructures: [
    { requestId: '33333333-3333-4333-8333-333333333333', reference: 'PV-7K2M-9QDX', identifierType: 'SIRET', identifier: '54205118000066', name: 'TOTALENERGIES SE', state: 'awaiting-manager', askedAt: minutesBefore(2 * DAY) },
    { requestId: '44444444-4444-4444-8444-444444444444', reference: 'PV-4F7H-2MWT', identifierType: 'SIRET', identifier: '21440109300015', name: 'COMMUNE DE NANTES', state: 'structure-refused', askedAt: minutesBefore(6 * DAY), reason: 'The town has an account already: ask its accounting office.' },
  ],
}
const NEW: Account = { ...ACCOUNT, phone: undefined, structures: [] }

const signedIn = (account: Account = ACCOUNT): ScriptedAnswers => ({
  'session:describe': { value: { is: 'signed-in', role: 'account', connectionEmail: EMAIL } }, 'account:read': { value: account }, 'account:change': { value: account },
})
const agent: ScriptedAnswers = { 'session:describe': { value: { is: 'signed-in', role: 'agent', connectionEmail: 'agent@practice.example' } } }

const page = (state: string, more: Partial<ScreenState> = {}): ScreenState => ({ screen: 'account', state, path: '#/account', ...more, answers: { ...signedIn(), ...more.answers } })
const failing = (code: FailureCode, place: ScreenState, where = ''): ScreenState => ({ ...place, state: `failed: ${code}${where}`, shows: code })
/** The header knows who is signed in a moment after the screen stands. */
const known = (screen: Screen): Promise<void> => accountPage(screen).link.waitFor()

async function signIn(screen: Screen): Promise<void> {
  await signInPage(screen).signIn(EMAIL, 'Sterne-und-Meer-2026')
}

const SIGN_IN: readonly ScreenState[] = [
  { screen: 'signIn', state: 'empty, with practice accounts', path: '#/sign-in' },
  { screen: 'signIn', state: 'filled in as the manager', path: '#/sign-in', reach: (screen) => signInPage(screen).practiceButton('manager').click() },
  { screen: 'signIn', state: 'nothing typed', path: '#/sign-in', reach: (screen) => signInPage(screen).submit.click() },
  { screen: 'signIn', state: 'on its way', path: '#/sign-in', answers: { 'session:sign-in': 'never' }, reach: signIn },
  { screen: 'signIn', state: 'in production', path: '#/sign-in', answers: { 'service:describe': { value: { state: 'ready', environment: 'production', version: '0.1.0', phoneRequired: true } } } },
  { screen: 'signIn', state: 'signed in already', path: '#/sign-in', answers: signedIn(), reach: known },
  { screen: 'signIn', state: 'asked for the account, nobody signed in', path: '#/account', answers: { 'account:read': { failure: { code: 'session-ended' } } }, reach: (screen) => signInPage(screen).title.waitFor() },
  failing('sign-in-refused', { screen: 'signIn', state: '', path: '#/sign-in', answers: { 'session:sign-in': { failure: { code: 'sign-in-refused' } } }, reach: signIn }),
  failing('rate-limited', { screen: 'signIn', state: '', path: '#/sign-in', answers: { 'session:sign-in': { failure: { code: 'rate-limited', retryAfterSeconds: 30 } } }, reach: signIn }),
  failing('session-ended', {
    screen: 'signIn', state: '', path: '#/account', answers: { ...signedIn(), 'account:change': { failure: { code: 'session-ended' } } },
    reach: async (screen) => {
      await known(screen)
      await accountPage(screen).changeContact('zoe@example.com')
      await signInPage(screen).title.waitFor()
    },
  }),
]

const FORGOTTEN: readonly ScreenState[] = [
  { screen: 'forgotPassword', state: 'empty', path: '#/forgot-password' },
  { screen: 'forgotPassword', state: 'not an address', path: '#/forgot-password', reach: (screen) => signInPage(screen).askForLink('zoe') },
  failing('service-unreachable', { screen: 'forgotPassword', state: '', path: '#/forgot-password', answers: { 'session:forgot-password': { failure: { code: 'service-unreachable' } } }, reach: (screen) => signInPage(screen).askForLink(EMAIL) }),
  { screen: 'home', state: 'a new password was asked for', path: '#/forgot-password', answers: { 'session:forgot-password': { value: {} } }, reach: (screen) => signInPage(screen).askForLink(EMAIL) },
]

const MINE: readonly ScreenState[] = [
  page('one structure', { reach: known }),
  page('requests to decide, structures asked for', { answers: signedIn(BUSY), reach: (screen) => accountPage(screen).takeBackButton.waitFor() }),
  page('no structure, no phone number', { answers: signedIn(NEW), reach: known }),
  page('loading', { answers: { 'account:read': 'never' }, reach: known }),
  page('an agent', { answers: agent, path: '#/sign-in', reach: async (screen) => {
    await known(screen)
    await accountPage(screen).link.click()
  } }),
  page('every form open', {
    reach: async (screen) => {
      for (const key of ['account.person.edit', 'account.contact.edit', 'account.password.edit'] as const) await accountPage(screen).button(key).click()
    },
  }),
  page('names refused', {
    reach: async (screen) => {
      await accountPage(screen).button('account.person.edit').click()
      await accountPage(screen).field('firstName').fill('')
      await accountPage(screen).field('phone').fill('12')
      await accountPage(screen).saveButton.click()
    },
  }),
  page('the contact address is changed', { answers: { 'account:change': { value: { ...ACCOUNT, contactEmail: 'zoe@example.com' } } }, reach: (screen) => accountPage(screen).changeContact('zoe@example.com') }),
  page('the password is changed', { answers: { 'account:change-password': { value: {} } }, reach: (screen) => accountPage(screen).changePassword('Sterne-und-Meer-2026', 'Another-horse-10') }),
  page('about to take a request back', { answers: signedIn(BUSY), reach: (screen) => accountPage(screen).takeBackButton.click() }),
  page('a request was taken back', {
    answers: { ...signedIn(BUSY), 'account:take-back': { value: ACCOUNT } },
    reach: async (screen) => {
      await accountPage(screen).takeBackButton.click()
      await accountPage(screen).confirmTakeBack()
    },
  }),
  page('data exported', { answers: { 'account:export': { value: { saved: true } } }, reach: (screen) => accountPage(screen).button('account.data.export').click() }),
  page('about to erase the account', { reach: (screen) => accountPage(screen).erase('', false) }),
  failing('password-wrong', page('', { answers: { 'account:change-password': { failure: { code: 'password-wrong' } } }, reach: (screen) => accountPage(screen).changePassword('Wrong-horse-9', 'Another-horse-10') })),
  failing('password-wrong', page('', { answers: { 'account:erase': { failure: { code: 'password-wrong' } } }, reach: (screen) => accountPage(screen).erase('Wrong-horse-9') }), ', when erasing'),
  failing('service-unreachable', page('', { answers: { 'account:read': { failure: { code: 'service-unreachable' } } } })),
  failing('disk-full', page('', { answers: { 'account:export': { failure: { code: 'disk-full' } } }, reach: (screen) => accountPage(screen).button('account.data.export').click() })),
  {
    screen: 'home', state: 'logged out', path: '#/account', answers: { ...signedIn(), 'session:sign-out': { value: { is: 'signed-out' } } }, reach: (screen) => accountPage(screen).signOut(),
  },
  {
    screen: 'home', state: 'the account is erased', path: '#/account', answers: { ...signedIn(), 'account:erase': { value: { is: 'signed-out' } } },
    reach: async (screen) => {
      await accountPage(screen).erase('Sterne-und-Meer-2026')
      await accountPage(screen).main.getByText(screen.say('account.told.erased.heading')).waitFor()
    },
  },
]

const further = (state: string, more: Partial<ScreenState> = {}): ScreenState => ({
  screen: 'furtherStructure', state, path: '#/account/structure', ...more, answers: { ...signedIn(), 'structure:look-up': { value: DANONE_ANSWER }, ...more.answers },
})

async function fillIn(screen: Screen): Promise<void> {
  await structureStep(screen).chooseType('SIRET')
  await structureStep(screen).identifier.fill('55203253400646')
  await structureStep(screen).name.waitFor()
}

async function send(screen: Screen): Promise<void> {
  await fillIn(screen)
  await accountPage(screen).sendButton.click()
}

const asked = (state: 'active' | 'awaiting-manager' | 'awaiting-support' | 'requested'): ScreenState => page(`asked for a structure: ${state}`, {
  path: '#/account/structure', reach: send,
  answers: { 'account:ask-structure': { value: { requestId: '55555555-5555-4555-8555-555555555555', reference: 'PV-7K2M-9QDX', identifierType: 'SIRET', identifier: '55203253400646', name: 'DANONE', state, askedAt: minutesBefore(1) } } },
})

const FURTHER: readonly ScreenState[] = [
  further('empty'),
  further('nothing chosen', { reach: (screen) => accountPage(screen).sendButton.click() }),
  further('new', { reach: fillIn }),
  further('registered', { answers: { 'structure:look-up': { value: { ...DANONE_ANSWER, standing: 'registered' } } }, reach: fillIn }),
  further('public', { answers: { 'structure:look-up': { value: { ...DANONE_ANSWER, sector: 'public', name: 'COMMUNE DE NANTES' } } }, reach: fillIn }),
  ...(['structure-attached', 'structure-requested', 'structure-unknown', 'structure-closed', 'service-unreachable'] as const).map((code) =>
    failing(code, further('', { answers: { 'account:ask-structure': { failure: { code } } }, reach: send })),
  ),
  ...(['active', 'awaiting-manager', 'awaiting-support', 'requested'] as const).map(asked),
]

/** Signing in, *My account*, and one more structure for it. */
export const ACCOUNT_STATES: readonly ScreenState[] = [...SIGN_IN, ...FORGOTTEN, ...MINE, ...FURTHER]
