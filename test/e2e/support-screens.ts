import type { FollowedRegistration } from '@shared/http/registrations'
import type { RegistrationState } from '@shared/registration/progress'
import type { ChoiceName } from '@renderer/assistant/decision-tree'
import { assistantPanel } from './pages/assistant-panel'
import type { Screen } from './pages/screen'
import { supportPages } from './pages/support-pages'
import { completeContent, draftOf, followed, listOf, SUMMARY } from './sample-answers'
import { ALL_ROWS } from './sample-people'
import type { ScreenState } from './screens'
import type { ScriptedAnswers } from './support/scripted-main'

const sent: ScriptedAnswers = { 'draft:open': { value: draftOf(completeContent(), 'activation-sent') } }
const heard = (state: RegistrationState, mail?: FollowedRegistration['mail']['state']): ScriptedAnswers => ({ ...sent, 'registration:follow': { value: followed(state, mail) } })
const silent: ScriptedAnswers = { ...sent, 'registration:follow': { failure: { code: 'service-unreachable' } }, 'service:describe': { value: { state: 'unreachable', code: 'service-unreachable' } } }
const waitingRows: ScriptedAnswers = { 'registration:list': { value: listOf(ALL_ROWS.filter(({ state }) => state === 'activation-sent' || state === 'awaiting-manager').slice(0, 3)) } }
const manyRows: ScriptedAnswers = { 'registration:list': { value: listOf(ALL_ROWS.filter(({ state }) => state === 'activation-sent').slice(0, 3), { found: 1200 }) } }
const GENERAL = '#/no-mail'
const OF_ONE = `#/no-mail?registration=${draftOf(completeContent()).id}`

const NO_MAIL: readonly ScreenState[] = [
  { screen: 'noMail', state: 'nothing was sent from here', path: GENERAL },
  { screen: 'noMail', state: 'which registration', path: GENERAL, answers: waitingRows },
  { screen: 'noMail', state: 'which of very many', path: GENERAL, answers: manyRows },
  { screen: 'noMail', state: 'the list cannot be read', path: GENERAL, answers: { 'registration:list': { failure: { code: 'disk-refused' } } } },
  { screen: 'noMail', state: 'looking for registrations', path: GENERAL, answers: { 'registration:list': 'never' } },
  { screen: 'noMail', state: 'of one whose link was sent', path: OF_ONE, answers: heard('activation-sent') },
  { screen: 'noMail', state: 'of one whose mail came back', path: OF_ONE, answers: heard('activation-sent', 'bounced') },
  { screen: 'noMail', state: 'of one that waits for a decision', path: OF_ONE, answers: heard('awaiting-manager') },
  { screen: 'noMail', state: 'of one, without a connection', path: OF_ONE, answers: silent },
  {
    screen: 'noMail', state: 'a new link was sent', path: OF_ONE, answers: heard('activation-expired'),
    reach: async ({ page, say }) => { await page.getByRole('button', { name: say('progress.sendAgain.open'), exact: true }).click() },
  },
]

const TICKET = '#/contact/ticket?situation=connection-problem'
const receipt: ScriptedAnswers = { 'ticket:submit': { value: { reference: 'PT-7K2M-9QDX', createdAt: '2026-03-14T10:12:00.000Z' } } }

async function fillAndSubmit(screen: Screen): Promise<void> {
  const ticket = supportPages(screen)
  await ticket.fill({ email: 'zoe.beranger@example.org', registrationReference: 'PV-7K2M-9QDX', subject: screen.say('support.noMail.title'), description: 'Since Monday.' })
  await ticket.submit('AAAA')
}

const CONTACT: readonly ScreenState[] = [
  { screen: 'contact', state: 'contact us', path: '#/contact' },
  { screen: 'contact', state: 'which situation', path: '#/contact?step=situation' },
  { screen: 'contact', state: 'no situation chosen', path: '#/contact?step=situation', reach: (screen) => supportPages(screen).createButton.click() },
  { screen: 'ticket', state: 'empty', path: TICKET },
  { screen: 'ticket', state: 'no situation', path: '#/contact/ticket' },
  { screen: 'ticket', state: 'refused', path: TICKET, reach: (screen) => supportPages(screen).submitButton.click() },
  { screen: 'ticket', state: 'captcha missing', path: TICKET, reach: async (screen) => {
    await supportPages(screen).fill({ email: 'zoe@gmial.com', subject: 'A', description: 'B' })
    await supportPages(screen).submitButton.click()
  } },
  { screen: 'ticket', state: 'public structure', path: '#/contact/ticket?situation=public-structure' },
  { screen: 'ticket', state: 'public structure, refused', path: '#/contact/ticket?situation=public-structure', reach: (screen) => supportPages(screen).submitButton.click() },
  { screen: 'ticket', state: 'far too long', path: TICKET, reach: (screen) => supportPages(screen).field('description').fill('Since Monday. '.repeat(2000)) },
  { screen: 'ticket', state: 'no connection', path: TICKET, answers: { ...silent, 'captcha:request': { failure: { code: 'service-unreachable' } } } },
  { screen: 'ticket', state: 'being submitted', path: TICKET, answers: { 'ticket:submit': 'never' }, reach: fillAndSubmit },
  { screen: 'ticket', state: 'not submitted', path: TICKET, answers: { 'ticket:submit': { failure: { code: 'service-unreachable' } } }, reach: fillAndSubmit },
  {
    screen: 'ticket', state: 'a field refused by the service', path: TICKET, reach: fillAndSubmit,
    answers: { 'ticket:submit': { failure: { code: 'input-invalid', problems: [{ pointer: '/subject', code: 'control-characters', params: {} }] } } },
  },
  { screen: 'ticket', state: 'submitted', path: TICKET, answers: receipt, reach: fillAndSubmit },
]

/** The assistant over the summary, after some answers. */
function talk(state: string, answers: ScriptedAnswers, ...choices: readonly ChoiceName[]): ScreenState {
  return {
    screen: 'summary', state: `assistant: ${state}`, path: SUMMARY, answers,
    reach: async (screen) => {
      await assistantPanel(screen).open()
      await assistantPanel(screen).say(...choices)
    },
  }
}

const ASSISTANT: readonly ScreenState[] = [
  talk('begins', sent),
  talk('looks where it stands', { ...sent, 'registration:follow': 'never' }, 'connecting', 'noMail'),
  talk('a link was sent', heard('activation-sent'), 'connecting', 'noMail'),
  talk('the mail came back', heard('activation-sent', 'bounced'), 'connecting', 'noMail'),
  talk('the manager has to decide', heard('awaiting-manager'), 'connecting', 'noMail'),
  talk('without a connection', silent, 'connecting', 'noMail'),
  talk('a new link', heard('activation-sent'), 'connecting', 'noMail', 'addressRight', 'notInSpam'),
  talk('a ticket, filled in already', heard('activation-sent'), 'connecting', 'noMail', 'addressRight', 'notInSpam', 'stillNothing'),
  talk('settled', heard('activation-sent'), 'structures', 'whichNumber', 'helped'),
  {
    screen: 'home', state: 'assistant: which registration', path: '#/', answers: waitingRows,
    reach: async (screen) => {
      await assistantPanel(screen).open()
      await assistantPanel(screen).say('connecting', 'noMail')
    },
  },
]

/** *I did not receive the activation email*, *Contact us*, tickets, and the assistant. */
export const SUPPORT: readonly ScreenState[] = [...NO_MAIL, ...CONTACT, ...ASSISTANT]
