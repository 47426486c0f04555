import { emptyContent } from '@shared/registration/draft'
import type { FailureCode } from '@shared/errors/failure-codes'
import { checkStep } from './pages/check-step'
import { kioskOf } from './pages/kiosk'
import type { Screen } from './pages/screen'
import { personStep } from './pages/person-step'
import { completeContent, DANONE_ANSWER, draftOf, followed, SUMMARY, WIZARD } from './sample-answers'
import type { ScreenState } from './screens'
import type { ScriptedAnswers } from './support/scripted-main'

const LINK = 'https://inscription.region.example/status#r=2c9e6f04-7b1e-4c57-8a4f-7d3b0a5e6c22&k=tW4-_kQ8vZbT1nXr2uEoYp7sHdLcMaGfJi0K9wB5x3I'

const SENT: ScriptedAnswers = {
  'draft:open': { value: draftOf(completeContent(), 'requested') },
  'kiosk:status-link': { value: { link: LINK, onThisMachineOnly: false } },
  'kiosk:stay': { value: {} },
}
const empty: ScriptedAnswers = { 'draft:open': { value: draftOf(emptyContent('en')) } }

const staffAsked = { 'kiosk:staff-asked': {} } as const

function pinFailed(code: FailureCode, retryAfterSeconds?: number): ScreenState {
  return {
    screen: 'home', state: `failed: ${code}`, path: '#/', shows: code, news: staffAsked,
    answers: { 'kiosk:leave': { failure: { code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) } } },
    async reach(screen) {
      await kioskOf(screen).pin.fill('000000')
      await kioskOf(screen).closeButton.click()
      await kioskOf(screen).staff.getByText(screen.say(`failures.code.${code}.happened`)).waitFor()
    },
  }
}

const codeDrawn = (screen: Screen): Promise<void> => kioskOf(screen).code.waitFor()

/** What a person before a kiosk can have in front of them; to be shown by a Parvis of that profile. */
export const KIOSK_SCREENS: readonly ScreenState[] = [
  { screen: 'home', state: 'language', path: '#/' },
  {
    screen: 'home', state: 'failed: service-starting', path: '#/', shows: 'service-starting', answers: { 'draft:create': { failure: { code: 'service-starting' } } },
    reach: async (screen) => {
      await kioskOf(screen).begin(screen.language)
      await screen.page.getByText(screen.say('failures.code.service-starting.happened')).waitFor()
    },
  },
  { screen: 'wizard', state: 'person: empty', path: `${WIZARD}/person`, answers: empty },
  { screen: 'wizard', state: 'person: refused', path: `${WIZARD}/person`, answers: empty, reach: (screen) => personStep(screen).goOn() },
  { screen: 'wizard', state: 'structure: new', path: `${WIZARD}/structure`, answers: { 'draft:open': { value: draftOf(completeContent(DANONE_ANSWER)) } } },
  { screen: 'wizard', state: 'check', path: `${WIZARD}/check` },
  { screen: 'wizard', state: 'check: validated', path: `${WIZARD}/check`, reach: (screen) => checkStep(screen).validate('AAAA') },
  {
    screen: 'wizard', state: 'check: no connection', path: `${WIZARD}/check`, shows: 'service-unreachable',
    answers: { 'service:describe': { value: { state: 'unreachable', code: 'service-unreachable' } }, 'captcha:request': { failure: { code: 'service-unreachable' } } },
  },
  { screen: 'summary', state: 'finished', path: SUMMARY, answers: SENT, reach: codeDrawn },
  {
    screen: 'summary', state: 'finished, a manager decides', path: SUMMARY, reach: codeDrawn,
    answers: { ...SENT, 'registration:follow': { value: followed('awaiting-manager') }, 'kiosk:status-link': { value: { link: 'http://127.0.0.1:40123/status#r=2c9e6f04', onThisMachineOnly: true } } },
  },
  {
    screen: 'summary', state: 'finished, correcting the address', path: SUMMARY, answers: SENT,
    reach: async (screen) => { await screen.page.getByRole('button', { name: screen.say('progress.correct.open') }).click() },
  },
  { screen: 'summary', state: 'failed: vault-unavailable', shows: 'vault-unavailable', path: SUMMARY, answers: { ...SENT, 'kiosk:status-link': { failure: { code: 'vault-unavailable' } } } },
  { screen: 'summary', state: 'idle', path: SUMMARY, answers: SENT, news: { 'kiosk:idle': { secondsLeft: 30 } }, reach: (screen) => kioskOf(screen).idle.waitFor() },
  { screen: 'home', state: 'staff', path: '#/', news: staffAsked, reach: (screen) => kioskOf(screen).staff.waitFor() },
  pinFailed('pin-wrong'),
  pinFailed('pin-blocked', 900),
]
