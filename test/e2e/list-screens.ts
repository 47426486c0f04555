import type { RegistrationList, RegistrationRow } from '@shared/ipc/answers'
import type { RowState } from '@shared/registration/registration-list'
import { countsOf, rowId } from '../support/list-of'
import { homePage } from './pages/home-page'
import type { Screen } from './pages/screen'
import { ALL_ROWS, listOf } from './sample-answers'
import { minutesBefore } from './sample-people'
import type { ScreenState } from './screens'
import type { ScriptedAnswer, ScriptedAnswers } from './support/scripted-main'

type ListAnswer = ScriptedAnswer<'registration:list'>

const MANY = 10_000
const EVERY_STATE: ScriptedAnswers = { 'registration:list': { value: listOf(ALL_ROWS) } }
const [, BENALI, MARCHAND, TESSIER] = ALL_ROWS

/** Ten thousand rows, told page by page. */
export const LONG_LIST: RegistrationList = listOf(ALL_ROWS.slice(1), { found: MANY, all: MANY, ready: 1209, counts: { ...countsOf(ALL_ROWS), open: 1209, queued: 2418, attention: 12, done: 5140 } })

/** All that a list says, and of its rows only those in these states. */
function narrowed(...states: readonly RowState[]): ListAnswer {
  const rows = ALL_ROWS.filter(({ state }) => states.includes(state))
  return { value: listOf(ALL_ROWS, { rows, found: rows.length }) }
}

async function scrollTo(screen: Screen, share: number): Promise<void> {
  await homePage(screen).rows.first().waitFor()
  await screen.page.getByRole('list', { name: screen.say('home.list.label'), exact: true }).evaluate((list, at) => {
    const box = list.parentElement
    if (box) box.scrollTop = list.clientHeight * at
  }, share)
}

async function choose(screen: Screen, ...rows: readonly (RegistrationRow | undefined)[]): Promise<void> {
  for (const row of rows) await homePage(screen).boxOf(row?.personName ?? '').click()
  await homePage(screen).bar.waitFor()
}

const LONG_WORDS: RegistrationRow = {
  draftId: rowId(1), state: 'awaiting-manager', personName: 'Marie-Antoinette-Philippine de La Rochefoucauld-Montmorency-Bourbon-Lévis', reference: 'PV-9HXM-3R7P',
  connectionEmail: 'marie-antoinette.philippine.de.la.rochefoucauld@direction-departementale-des-territoires.example.org', identifier: '542 051 180 00066',
  structureName: 'SYNDICATINTERCOMMUNALDASSAINISSEMENTETDEDISTRIBUTIONDEAUPOTABLE DE LA VALLÉE DE LA BASSE-MEURTHE', createdAt: minutesBefore(400_000), updatedAt: minutesBefore(400_000),
}

/** The list in every state that it can be in. */
export const LIST_STATES: readonly ScreenState[] = [
  { screen: 'home', state: 'a row in every state', path: '#/', answers: EVERY_STATE },
  {
    screen: 'home', state: 'files that cannot be read', path: '#/',
    answers: { 'registration:list': { value: listOf([], { unreadable: [{ fileName: 'a.draft', code: 'draft-unreadable' }, { fileName: 'b.draft', code: 'draft-from-newer-version' }, { fileName: 'c.draft', code: 'disk-refused' }] }) } },
  },
  { screen: 'home', state: 'nothing found', path: '#/', answers: { 'registration:list': narrowed() } },
  {
    screen: 'home', state: 'filtered', path: '#/', answers: { 'registration:list': narrowed('activation-sent', 'activation-expired') },
    reach: async (screen) => { await homePage(screen).filterOf('home.filters.mail').click() },
  },
  {
    screen: 'home', state: 'filtered: needs attention', path: '#/', answers: { 'registration:list': narrowed('needs-attention') },
    reach: async (screen) => { await homePage(screen).filterOf('home.filters.attention').click() },
  },
  { screen: 'home', state: 'one row chosen', path: '#/', answers: EVERY_STATE, reach: (screen) => choose(screen, BENALI) },
  { screen: 'home', state: 'three rows chosen', path: '#/', answers: EVERY_STATE, reach: (screen) => choose(screen, BENALI, MARCHAND, TESSIER) },
  {
    screen: 'home', state: 'queued, two refused', path: '#/',
    answers: {
      ...EVERY_STATE,
      'queue:add': {
        value: {
          done: 12, refusedInAll: 103,
          refused: [
            { draftId: rowId(1), name: 'Olivier Marchand', failure: { code: 'draft-queued' } },
            { draftId: rowId(2), name: '', failure: { code: 'draft-incomplete' } },
          ],
        },
      },
    },
    reach: async (screen) => {
      await choose(screen, BENALI, MARCHAND, TESSIER)
      await homePage(screen).inBar('home.choose.queue')
      await screen.page.getByText(screen.say('home.list.unnamed')).first().waitFor()
    },
  },
  {
    screen: 'home', state: 'discarded, with a way back', path: '#/', answers: EVERY_STATE,
    reach: async (screen) => {
      await homePage(screen).discard(BENALI?.personName ?? '')
      await screen.page.getByRole('button', { name: screen.say('home.list.undo'), exact: true }).waitFor()
    },
  },
  {
    screen: 'home', state: 'rows that will be erased for their age', path: '#/',
    answers: {
      'registration:list': {
        value: listOf(ALL_ROWS.map((row, index) => (index < 3 ? { ...row, erasedOn: minutesBefore(-5 * 24 * 60 - index) } : row)), { ageing: { count: 3, firstOn: minutesBefore(-5 * 24 * 60) } }),
      },
    },
  },
  { screen: 'home', state: 'a draft that is as it was one save before', path: '#/', answers: { 'registration:list': { value: listOf(ALL_ROWS, { recovered: BENALI ? [BENALI.draftId] : [] }) } } },
  { screen: 'home', state: 'ten thousand rows', path: '#/', answers: { 'registration:list': { repeated: LONG_LIST } } },
  {
    screen: 'home', state: 'ten thousand rows, in the middle of them', path: '#/', answers: { 'registration:list': { repeated: LONG_LIST } },
    reach: async (screen) => {
      await scrollTo(screen, 0.5)
      await screen.page.getByText(/^(Rows|Lignes) [45]/).waitFor()
      await screen.page.getByText(screen.say('home.list.rowLoading')).first().waitFor({ state: 'detached' })
    },
  },
  {
    screen: 'home', state: 'ten thousand rows, all chosen', path: '#/', answers: { 'registration:list': { repeated: LONG_LIST } },
    reach: async (screen) => {
      await homePage(screen).allBox.click()
      await homePage(screen).bar.waitFor()
    },
  },
  {
    screen: 'home', state: 'rows that are being fetched', path: '#/', answers: { 'registration:list': { repeated: LONG_LIST, silentFrom: 400 } },
    reach: async (screen) => {
      await scrollTo(screen, 0.5)
      await screen.page.getByText(screen.say('home.list.rowLoading')).first().waitFor({ state: 'attached' })
    },
  },
  { screen: 'home', state: 'long words', path: '#/', answers: { 'registration:list': { value: listOf([LONG_WORDS, ...ALL_ROWS.slice(0, 2)]) } } },
]
