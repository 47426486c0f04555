import type { HelpdeskPart } from '@renderer/helpdesk/helpdesk-parts'
import {
  AGENT_SIGNED_IN, ANSWERED_TICKET, attachmentRequest, figuresOf, LONG_REQUEST, MANY_REQUESTS, storyOf, STRUCTURE_TICKET, structureRequest, ticketOf,
} from './helpdesk-samples'
import { helpdeskPage } from './pages/helpdesk-page'
import type { Screen } from './pages/screen'
import type { ScreenState } from './screens'
import type { ScriptedAnswers } from './support/scripted-main'

const WELL: ScriptedAnswers = {
  ...AGENT_SIGNED_IN,
  'support:structure-requests': { value: [structureRequest(), LONG_REQUEST] },
  'support:attachment-requests': { value: [attachmentRequest()] },
  'support:decide-structure': { value: {} },
  'support:decide-attachment': { value: {} },
  'support:tickets': { value: [ticketOf(), STRUCTURE_TICKET] },
  'support:answer-ticket': { value: ANSWERED_TICKET },
  'support:find': { value: [storyOf()] },
  'support:send-link': { value: {} },
  'support:figures': { value: figuresOf() },
}

interface More extends Pick<ScreenState, 'answers' | 'shows'> {
  readonly then?: (screen: Screen) => Promise<void>
  readonly query?: string
}

/** The desk opens as soon as the window knows who is signed in. */
function at(part: HelpdeskPart, state: string, { answers, shows, query = '', then }: More = {}): ScreenState {
  return {
    screen: 'helpdesk', state: `${part}: ${state}`, path: `#/helpdesk/${part}${query}`, answers: { ...WELL, ...answers }, ...(shows && { shows }),
    async reach(screen) {
      await helpdeskPage(screen).titleOf(part).waitFor()
      await then?.(screen)
    },
  }
}

const structures = (requests: readonly ReturnType<typeof structureRequest>[]): ScriptedAnswers => ({ 'support:structure-requests': { value: [...requests] } })
const search = (screen: Screen): Promise<void> => helpdeskPage(screen).search('21440109300015')

const CLOSED: readonly ScreenState[] = [
  { screen: 'helpdesk', state: 'nobody is signed in', path: '#/helpdesk/structures', answers: { 'session:describe': { value: { is: 'signed-out' } } } },
  {
    screen: 'helpdesk', state: 'somebody who is no agent', path: '#/helpdesk/structures', answers: { 'session:describe': { value: { is: 'signed-in', role: 'account', connectionEmail: 'ann@example.org' } } },
    reach: ({ page, say }) => page.getByText(say('helpdesk.closed.person')).waitFor(),
  },
  {
    screen: 'helpdesk', state: 'failed: session-ended', shows: 'session-ended', path: '#/helpdesk/tickets', answers: { ...WELL, 'support:answer-ticket': { failure: { code: 'session-ended' } } },
    async reach(screen) {
      await helpdeskPage(screen).answer.fill('Bonjour, un nouveau lien est parti.')
      await helpdeskPage(screen).sendAnswerButton.click()
      await helpdeskPage(screen).closed.waitFor()
    },
  },
]

const STRUCTURES: readonly ScreenState[] = [
  at('structures', 'two wait'),
  at('structures', 'empty', { answers: structures([]) }),
  at('structures', 'loading', { answers: { 'support:structure-requests': 'never' } }),
  at('structures', 'many', { answers: structures(MANY_REQUESTS) }),
  at('structures', 'long words', { answers: structures([LONG_REQUEST]) }),
  at('structures', 'as Sirene has it', { answers: structures([structureRequest(1, { structure: { identifierType: 'SIRET', identifier: '21440109300015', name: 'COMMUNE DE NANTES' } })]) }),
  at('structures', 'closed, and private', { answers: structures([structureRequest(1, { directory: { is: 'found', name: 'NANTES BATIMENT', sector: 'private', closed: true, diffusible: false } })]) }),
  ...(['unknown', 'unavailable'] as const).map((is) => at('structures', `record ${is}`, { answers: structures([structureRequest(1, { directory: { is } })]) })),
  at('structures', 'refused without a reason', { then: (screen) => helpdeskPage(screen).refuseButton.click() }),
  at('structures', 'a reason that is too long', { then: (screen) => helpdeskPage(screen).askToRefuse('Non. '.repeat(120)) }),
  at('structures', 'about to be approved', { then: (screen) => helpdeskPage(screen).askToApprove() }),
  at('structures', 'about to be refused', { then: ({ page, say, ...rest }) => helpdeskPage({ page, say, ...rest }).askToRefuse(say('helpdesk.structures.decide.reasons.customer')) }),
  at('structures', 'approved, the next one', { then: (screen) => helpdeskPage(screen).approve() }),
  at('structures', 'refused, the next one', { then: (screen) => helpdeskPage(screen).refuse('Non.') }),
  at('structures', 'failed: decision-made', { shows: 'decision-made', answers: { 'support:decide-structure': { failure: { code: 'decision-made' } } }, then: (screen) => helpdeskPage(screen).approve() }),
  at('structures', 'an answer that does not get through', { answers: { 'support:decide-structure': { failure: { code: 'service-unreachable' } } }, then: (screen) => helpdeskPage(screen).approve() }),
  at('structures', 'not read', { answers: { 'support:structure-requests': { failure: { code: 'service-unreachable' } } } }),
  at('structures', 'an attachment', { then: (screen) => helpdeskPage(screen).kind('attachment').click() }),
]

const TICKETS: readonly ScreenState[] = [
  at('tickets', 'two are open'),
  at('tickets', 'empty', { answers: { 'support:tickets': { value: [] } } }),
  at('tickets', 'loading', { answers: { 'support:tickets': 'never' } }),
  at('tickets', 'a public structure, long words', { answers: { 'support:tickets': { value: [STRUCTURE_TICKET] } } }),
  at('tickets', 'answered', { answers: { 'support:tickets': { value: [ANSWERED_TICKET] } }, then: (screen) => helpdeskPage(screen).ticketsIn('answered').click() }),
  at('tickets', 'nothing written', { then: (screen) => helpdeskPage(screen).sendAnswerButton.click() }),
  at('tickets', 'an answer was sent', {
    async then(screen) {
      await helpdeskPage(screen).answer.fill('Un nouveau lien est parti.')
      await helpdeskPage(screen).sendAnswerButton.click()
    },
  }),
  at('tickets', 'failed: ticket-unknown', { shows: 'ticket-unknown', answers: { 'support:answer-ticket': { failure: { code: 'ticket-unknown' } } }, then: (screen) => helpdeskPage(screen).closeTicketButton.click() }),
  at('tickets', 'not read', { answers: { 'support:tickets': { failure: { code: 'service-busy' } } } }),
]

const FIND: readonly ScreenState[] = [
  at('find', 'nothing asked yet'),
  at('find', 'too short', { then: (screen) => helpdeskPage(screen).search('PV') }),
  at('find', 'searching', { answers: { 'support:find': 'never' }, then: search }),
  at('find', 'one found', { then: search }),
  at('find', 'one found, from a ticket', { query: '?reference=PV-7K2M-9QDX', then: ({ page }) => page.getByRole('heading', { level: 2 }).first().waitFor() }),
  at('find', 'waits for a decision', { answers: { 'support:find': { value: [storyOf('awaiting-support', { links: [], mails: [] })] } }, then: search }),
  at('find', 'refused', { answers: { 'support:find': { value: [storyOf('structure-refused', { decisionReason: LONG_REQUEST.structure.name })] } }, then: search }),
  at('find', 'as many as are shown', { answers: { 'support:find': { value: Array.from({ length: 20 }, (_, index) => ({ ...storyOf(), id: structureRequest(index).id })) } }, then: search }),
  at('find', 'none found', { answers: { 'support:find': { value: [] } }, then: search }),
  at('find', 'not searched', { answers: { 'support:find': { failure: { code: 'service-unreachable' } } }, then: search }),
  ...([['a new link is on its way', undefined], ['no new link', 'registration-not-open']] as const).map(([state, code]) => at('find', state, {
    ...(code && { answers: { 'support:send-link': { failure: { code } } } }),
    async then(screen) {
      await search(screen)
      await helpdeskPage(screen).sendLinkButton.click()
    },
  })),
]

const FIGURES: readonly ScreenState[] = [
  at('figures', 'a busy month'),
  at('figures', 'as tables', {
    async then({ page }) {
      for (const fold of await page.locator('#main summary').all()) await fold.click()
    },
  }),
  at('figures', 'nothing yet', { answers: { 'support:figures': { value: figuresOf(false) } } }),
  at('figures', 'loading', { answers: { 'support:figures': 'never' } }),
  at('figures', 'not read', { answers: { 'support:figures': { failure: { code: 'service-unreachable' } } } }),
]

/** The agents' desk in all its parts, and shut. */
export const HELPDESK: readonly ScreenState[] = [...CLOSED, ...STRUCTURES, ...TICKETS, ...FIND, ...FIGURES]
