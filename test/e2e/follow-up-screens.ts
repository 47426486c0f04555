import type { RegistrationRow } from '@shared/ipc/answers'
import type { FollowUpList } from '@shared/ipc/follow-up'
import { followUpPage } from './pages/follow-up-page'
import type { Screen } from './pages/screen'
import { ALL_ROWS, completeContent, draftOf, SUMMARY } from './sample-answers'
import type { ScreenState } from './screens'
import type { ScriptedAnswers } from './support/scripted-main'

const URGENT = ['activation-sent', 'activation-expired', 'awaiting-manager', 'awaiting-support'] as const
const ROWS: readonly RegistrationRow[] = URGENT.flatMap((state) => ALL_ROWS.filter((row) => row.state === state))
const COUNTS: FollowUpList['counts'] = { waiting: ROWS.length, applicant: 2, manager: 1, support: 1, nobody: 1208 }
const listed: ScriptedAnswers = {
  'follow-up:list': { value: { rows: [...ROWS], found: ROWS.length, counts: COUNTS } },
  'draft:open': { value: draftOf({ ...completeContent(), locale: 'fr' }, 'activation-sent') },
  'mail:compose': { value: { withText: true } },
}

const page = (state: string, answers: ScriptedAnswers = {}, reach?: (screen: Screen) => Promise<void>): ScreenState =>
  ({ screen: 'followUp', state: `follow-up: ${state}`, path: '#/follow-up', answers: { ...listed, ...answers }, ...(reach && { reach }) })

async function remind(screen: Screen): Promise<void> {
  const { remindFirst, text } = followUpPage(screen)
  await remindFirst.click()
  await text.dialog.waitFor()
}

async function compose(screen: Screen): Promise<void> {
  await remind(screen)
  await followUpPage(screen).text.compose.click()
}

/** Who has to act, and what a client is written. */
export const FOLLOW_UP: readonly ScreenState[] = [
  page('four that wait', {}, (screen) => followUpPage(screen).rows.first().waitFor()),
  page('loading', { 'follow-up:list': 'never' }),
  page('nothing waits', { 'follow-up:list': { value: { rows: [], found: 0, counts: { waiting: 0, applicant: 0, manager: 0, support: 0, nobody: 3 } } } }),
  page('more than are shown', { 'follow-up:list': { value: { rows: [...ROWS], found: 1240, counts: { ...COUNTS, waiting: 1240 } } } }),
  page('it cannot be read', { 'follow-up:list': { failure: { code: 'disk-refused' } } }),
  page('a client is to be reminded', {}, async (screen) => {
    await remind(screen)
    await followUpPage(screen).text.body.waitFor()
  }),
  page('the text is being prepared', { 'draft:open': 'never' }, remind),
  page('the draft cannot be opened', { 'draft:open': { failure: { code: 'draft-unreadable' } } }, remind),
  page('handed to the mail program', {}, compose),
  page('too long for the mail program', { 'mail:compose': { value: { withText: false } } }, compose),
  { ...page('failed: mail-program-missing', { 'mail:compose': { failure: { code: 'mail-program-missing' } } }, compose), shows: 'mail-program-missing' },
  {
    screen: 'summary', state: 'to be sent on to the client', path: SUMMARY, answers: { 'draft:open': { value: draftOf(completeContent(), 'activation-sent') } },
    reach: async (screen) => {
      await followUpPage(screen).sendOn.click()
      await followUpPage(screen).text.body.waitFor()
    },
  },
]
