import type { Failure } from '@shared/errors/app-error'
import type { QueueDescription } from '@shared/ipc/queue'
import type { QueueEntry } from '@shared/registration/draft'
import { queuePage } from './pages/queue-page'
import type { Screen } from './pages/screen'
import { ATTENTION_LIST, NOTHING_WAITS, queuedDraft, queueWith } from './queue-samples'
import { completeContent, DANONE_ANSWER, draftOf, WIZARD } from './sample-answers'
import type { ScreenState } from './screens'
import type { ScriptedAnswers } from './support/scripted-main'

const described = (queue: QueueDescription): ScriptedAnswers => ({ 'queue:describe': { value: queue } })
const resting = { ...queueWith().current!, phase: 'resting' as const, retryInMs: 42_000 }
const sending = { ...queueWith().current!, phase: 'sending' as const }
const unreachable: ScriptedAnswers = { 'service:describe': { value: { state: 'unreachable', code: 'service-unreachable' } } }

const page = (state: string, queue: QueueDescription, more: Partial<ScreenState> = {}): ScreenState => ({ screen: 'queue', state, path: '#/queue', ...more, answers: { ...described(queue), ...more.answers } })
const panel = (state: string, queue: QueueDescription): ScreenState => ({ screen: 'home', state: `queue: ${state}`, path: '#/', answers: described(queue) })

const held = (state: string, entry: Partial<QueueEntry>, more: Partial<ScreenState> = {}): ScreenState => ({
  screen: 'wizard', state: `queue: ${state}`, path: `${WIZARD}/check`, ...more, answers: { 'draft:open': { value: queuedDraft(entry) }, 'draft:save': { value: queuedDraft(entry) }, ...more.answers },
})
const attention = (failure: Failure, more: Partial<QueueEntry> = {}): Partial<QueueEntry> => ({ state: 'needs-attention', attempts: 1, failure, ...more })
const MOVED = { ...DANONE_ANSWER, standing: 'registered' as const, address: { line1: '59 RUE LA FAYETTE', postalCode: '75009', city: 'PARIS', country: 'FR' } }

async function openReceipt(screen: Screen): Promise<void> {
  await screen.page.getByRole('button', { name: screen.say('papers.receipt.open'), exact: true }).click()
  await screen.page.getByRole('dialog').waitFor()
}

const PAGE: readonly ScreenState[] = [
  page('empty', NOTHING_WAITS),
  { screen: 'queue', state: 'loading', path: '#/queue', answers: { 'queue:describe': 'never' } },
  page('a captcha is wanted', queueWith({ waitingLong: 1 }), { reach: (screen) => queuePage(screen).image.waitFor() }),
  page('being sent', queueWith({ current: sending })),
  page('the service needs a moment', queueWith({ current: resting })),
  page('no connection', queueWith({ network: 'unreachable', current: resting })),
  page('queued just now, no connection', queueWith({ waiting: 1, sent: 0, network: 'unreachable', current: resting }), { path: '#/queue?added=1' }),
  page('sign in to the network first', queueWith({ network: 'intercepted', current: resting })),
  page('paused', queueWith({ isPaused: true })),
  page('stopped by the service', queueWith({ isPaused: true, pausedFor: { code: 'access-denied' } })),
  page('the service is starting', queueWith({ network: 'starting' })),
  page('everything sent', { ...NOTHING_WAITS, sent: 3 }),
  page('a day’s receipt', { ...NOTHING_WAITS, sent: 3 }, { reach: openReceipt }),
  page('a day’s receipt: nothing sent, list of days open', NOTHING_WAITS, {
    answers: { 'paper:sent-on': { value: { count: 0 } } },
    reach: async (screen) => {
      await openReceipt(screen)
      await screen.page.getByRole('combobox', { name: screen.say('papers.receipt.day') }).click()
    },
  }),
  page('a day’s receipt: being counted', NOTHING_WAITS, { answers: { 'paper:sent-on': 'never' }, reach: openReceipt }),
  page('a day’s receipt: saved', { ...NOTHING_WAITS, sent: 3 }, {
    reach: async (screen) => {
      await openReceipt(screen)
      await screen.page.getByRole('dialog').getByRole('button', { name: screen.say('progress.keep.savePdf'), exact: true }).click()
      await screen.page.getByText(screen.say('progress.keep.saved')).waitFor()
    },
  }),
  page('one was sent, the next one’s turn', queueWith({ waiting: 2 }), { answers: { 'draft:open': { value: draftOf(completeContent(), 'requested') } }, reach: (screen) => queuePage(screen).sendOne('AAAA') }),
  page('one was not accepted', queueWith({ waiting: 2, needsAttention: 1 }), {
    answers: { 'queue:send': { value: { outcome: 'needs-attention' } }, 'registration:list': { value: ATTENTION_LIST }, 'draft:open': { value: queuedDraft(attention({ code: 'structure-closed' })) } },
    reach: (screen) => queuePage(screen).sendOne('AAAA'),
  }),
  page('some need attention', { ...NOTHING_WAITS, needsAttention: 12 }, { answers: { 'registration:list': { value: ATTENTION_LIST }, 'draft:open': { value: queuedDraft(attention({ code: 'conditions-outdated' })) } } }),
]

const PANEL: readonly ScreenState[] = [
  panel('a captcha is wanted', queueWith()),
  panel('no connection, one needs attention', queueWith({ network: 'unreachable', needsAttention: 1, waitingLong: 2 })),
  panel('paused', queueWith({ isPaused: true })),
  panel('only attention', { ...NOTHING_WAITS, needsAttention: 2 }),
]

const IN_THE_WIZARD: readonly ScreenState[] = [
  { screen: 'wizard', state: 'check: no connection, to be queued', path: `${WIZARD}/check`, answers: unreachable },
  { screen: 'wizard', state: 'check: network wants a sign-in, to be queued', path: `${WIZARD}/check`, answers: described({ ...NOTHING_WAITS, network: 'intercepted' }) },
  { screen: 'wizard', state: 'failed: network-intercepted', shows: 'network-intercepted', path: `${WIZARD}/check`, answers: { 'captcha:request': { failure: { code: 'network-intercepted' } } } },
  {
    screen: 'wizard', state: 'failed: draft-queued', shows: 'draft-queued', path: `${WIZARD}/check`, answers: { ...unreachable, 'queue:add': { failure: { code: 'draft-queued' } } },
    reach: (screen) => queuePage(screen).queueIt(),
  },
  held('waits', {}),
  held('may have arrived', { state: 'sending', attempts: 2, mayHaveArrived: true }),
  held('may have arrived, and was refused since', attention({ code: 'service-refused' }, { attempts: 3, mayHaveArrived: true })),
  held('failed: outcome-unknown', {}, {
    shows: 'outcome-unknown', reach: (screen) => queuePage(screen).takeBack(),
    answers: { 'queue:take-back': { value: { done: 0, refused: [{ draftId: draftOf(completeContent()).id, name: 'Zoé Béranger', failure: { code: 'outcome-unknown' } }], refusedInAll: 1 } } },
  }),
  held('fields refused', attention({ code: 'input-invalid', problems: [{ pointer: '/person/connectionEmail', code: 'email-malformed', params: {} }] }), { path: `${WIZARD}/person` }),
  held('every field that was refused is corrected', attention({ code: 'input-invalid', problems: [] }), { path: `${WIZARD}/person` }),
  held('refused for a reason', attention({ code: 'conditions-outdated' }), { path: `${WIZARD}/person` }),
  held('the structure changed', attention({ code: 'structure-changed' }, { structureNow: MOVED }), { path: `${WIZARD}/structure` }),
  held('failed: structure-changed', attention({ code: 'structure-changed' }, { structureNow: MOVED }), {
    shows: 'structure-changed', path: `${WIZARD}/structure`, answers: { 'queue:accept-structure': { failure: { code: 'structure-changed' } } }, reach: (screen) => queuePage(screen).acceptStructure(),
  }),
  held('the structure was closed', attention({ code: 'structure-changed' }, { structureNow: { ...DANONE_ANSWER, closed: true } }), { path: `${WIZARD}/structure` }),
]

/** The queue: its page, its panel on the home page, and what waits or needs attention in the wizard. */
export const QUEUE: readonly ScreenState[] = [...PAGE, ...PANEL, ...IN_THE_WIZARD]
