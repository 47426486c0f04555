import type { TicketSituation } from '@shared/http/tickets'
import type { FollowedRegistration } from '@shared/http/registrations'
import type { RegistrationState } from '@shared/registration/progress'

/** What is known of the registration at hand. `lastKnown`: as it stands on this machine, because the service could not be asked. */
export type Facts =
  | { readonly is: 'none' }
  | { readonly is: 'notSent' }
  | { readonly is: 'lastKnown'; readonly state: RegistrationState }
  | { readonly is: 'heard'; readonly state: RegistrationState; readonly mail: FollowedRegistration['mail']['state'] }

/** What the assistant can do by itself, or lead to. */
export type Act = 'show-standing' | 'choose-registration' | 'send-again' | 'correct-address' | 'forgot-password' | 'enter-link' | 'create-account' | 'finish-registration' | 'explain-numbers' | 'show-data'

interface Answer {
  readonly acts?: readonly Act[]
  readonly choices: readonly Choice[]
  /** The way to support, for what the assistant does not solve: a ticket of this situation, filled in already. */
  readonly ticket?: TicketSituation
}

/** Says nothing itself: what is known of the registration decides where it goes on. The last branch holds for everything else. */
interface Fork {
  readonly branches: readonly { readonly when: (facts: Facts) => boolean; readonly to: NodeName }[]
  readonly otherwise: NodeName
}

export type TreeNode = Answer | Fork

/** What a person can say, and where that leads. */
interface Choice {
  readonly says: ChoiceName
  readonly to: NodeName
}

export type ChoiceName =
  | 'connecting' | 'structures' | 'personalData' | 'somethingElse'
  | 'noMail' | 'linkFails' | 'forgotPassword'
  | 'notHere' | 'addressRight' | 'addressWrong' | 'found' | 'notInSpam' | 'stillNothing' | 'arrived' | 'corrected' | 'understood' | 'clear' | 'noDecision' | 'disagree'
  | 'linkExpired' | 'linkUsed' | 'linkRefused' | 'publicStructure' | 'whichNumber' | 'notAttached' | 'helped' | 'notHelped'

export type NodeName =
  | 'start' | 'connecting' | 'noMail' | 'whichRegistration' | 'notSent' | 'standing' | 'lastKnown' | 'elsewhere'
  | 'address' | 'wrongAddress' | 'spam' | 'spamElsewhere' | 'newLink' | 'newLinkElsewhere' | 'found'
  | 'waitsForManager' | 'waitsForSupport' | 'refused' | 'withdrawn' | 'active' | 'preparing' | 'queued' | 'bounced' | 'failed' | 'expired'
  | 'linkFails' | 'linkExpired' | 'linkUsed' | 'linkRefused' | 'forgotPassword'
  | 'structures' | 'publicStructure' | 'whichNumber' | 'notAttached' | 'personalData'
  | 'ticketConnection' | 'ticketStructures' | 'ticketPublic' | 'ticketData' | 'ticketOther' | 'solved'

const inState = (...states: readonly RegistrationState[]) => (facts: Facts): boolean => 'state' in facts && states.includes(facts.state)
const withMail = (mail: FollowedRegistration['mail']['state']) => (facts: Facts): boolean => facts.is === 'heard' && facts.mail === mail

const to = (says: ChoiceName, node: NodeName): Choice => ({ says, to: node })
const STILL_NOTHING = to('stillNothing', 'ticketConnection')
const ARRIVED = to('arrived', 'found')
const UNDERSTOOD = to('understood', 'solved')
const CLEAR = to('clear', 'solved')

/**
 * The written tree that the assistant follows, from `start`: questions, answers, and what can be done there. It is data: nothing
 * here asks the service, or knows a screen or a language. Every way ends at `solved` or at a ticket.
 */
export const DECISION_TREE: Readonly<Record<NodeName, TreeNode>> = {
  start: { choices: [to('connecting', 'connecting'), to('structures', 'structures'), to('personalData', 'personalData'), to('somethingElse', 'ticketOther')] },
  connecting: { choices: [to('noMail', 'noMail'), to('linkFails', 'linkFails'), to('forgotPassword', 'forgotPassword'), to('somethingElse', 'ticketConnection')] },

  // "I did not receive the activation email": what is known comes before what may be.
  noMail: {
    branches: [{ when: ({ is }) => is === 'none', to: 'whichRegistration' }],
    otherwise: 'standing',
  },
  whichRegistration: { acts: ['choose-registration'], choices: [to('notHere', 'elsewhere')] },
  standing: {
    branches: [
      { when: ({ is }) => is === 'notSent', to: 'notSent' },
      { when: inState('awaiting-manager'), to: 'waitsForManager' },
      { when: inState('awaiting-support'), to: 'waitsForSupport' },
      { when: inState('attachment-refused', 'structure-refused'), to: 'refused' },
      { when: inState('withdrawn'), to: 'withdrawn' },
      { when: inState('active'), to: 'active' },
      { when: withMail('bounced'), to: 'bounced' },
      { when: withMail('failed'), to: 'failed' },
      { when: ({ is }) => is === 'lastKnown', to: 'lastKnown' },
      { when: inState('activation-expired'), to: 'expired' },
      { when: withMail('queued'), to: 'queued' },
      { when: inState('requested'), to: 'preparing' },
    ],
    otherwise: 'address',
  },
  notSent: { acts: ['finish-registration'], choices: [CLEAR, to('somethingElse', 'ticketConnection')] },
  lastKnown: { acts: ['show-standing'], choices: [to('addressRight', 'spam'), to('addressWrong', 'wrongAddress')] },
  address: { acts: ['show-standing'], choices: [to('addressRight', 'spam'), to('addressWrong', 'wrongAddress')] },
  wrongAddress: { acts: ['correct-address'], choices: [to('corrected', 'solved'), STILL_NOTHING] },
  spam: { choices: [to('found', 'found'), to('notInSpam', 'newLink')] },
  newLink: { acts: ['send-again', 'forgot-password'], choices: [ARRIVED, STILL_NOTHING] },
  elsewhere: { choices: [to('addressRight', 'spamElsewhere'), to('somethingElse', 'ticketConnection')] },
  spamElsewhere: { choices: [to('found', 'found'), to('notInSpam', 'newLinkElsewhere')] },
  newLinkElsewhere: { acts: ['forgot-password'], choices: [ARRIVED, STILL_NOTHING] },
  found: { acts: ['enter-link'], choices: [to('helped', 'solved'), to('linkFails', 'linkFails')] },

  waitsForManager: { acts: ['show-standing'], choices: [UNDERSTOOD, to('noDecision', 'ticketStructures')] },
  waitsForSupport: { acts: ['show-standing'], choices: [UNDERSTOOD, to('noDecision', 'ticketStructures')] },
  refused: { acts: ['show-standing', 'create-account'], choices: [CLEAR, to('disagree', 'ticketStructures')] },
  withdrawn: { acts: ['show-standing', 'create-account'], choices: [CLEAR, to('somethingElse', 'ticketConnection')] },
  active: { acts: ['show-standing', 'forgot-password'], choices: [to('helped', 'solved'), to('notHelped', 'ticketConnection')] },
  preparing: { acts: ['show-standing'], choices: [UNDERSTOOD, STILL_NOTHING] },
  queued: { acts: ['show-standing'], choices: [UNDERSTOOD, STILL_NOTHING] },
  bounced: { acts: ['show-standing', 'correct-address'], choices: [to('corrected', 'solved'), to('addressRight', 'ticketConnection')] },
  failed: { acts: ['show-standing', 'send-again', 'correct-address'], choices: [ARRIVED, STILL_NOTHING] },
  expired: { acts: ['show-standing', 'send-again'], choices: [ARRIVED, to('stillNothing', 'spam')] },

  linkFails: { choices: [to('linkExpired', 'linkExpired'), to('linkUsed', 'linkUsed'), to('linkRefused', 'linkRefused'), to('somethingElse', 'ticketConnection')] },
  linkExpired: { acts: ['enter-link', 'forgot-password'], choices: [to('helped', 'solved'), STILL_NOTHING] },
  linkUsed: { acts: ['forgot-password'], choices: [to('helped', 'solved'), to('notHelped', 'ticketConnection')] },
  linkRefused: { acts: ['enter-link', 'forgot-password'], choices: [to('helped', 'solved'), to('notHelped', 'ticketConnection')] },
  forgotPassword: { acts: ['forgot-password'], choices: [to('helped', 'solved'), to('noMail', 'elsewhere')] },

  structures: { choices: [to('publicStructure', 'publicStructure'), to('whichNumber', 'whichNumber'), to('notAttached', 'notAttached'), to('somethingElse', 'ticketStructures')] },
  publicStructure: { choices: [CLEAR, to('notHelped', 'ticketPublic')] },
  whichNumber: { acts: ['explain-numbers'], choices: [to('helped', 'solved'), to('notHelped', 'ticketStructures')] },
  notAttached: { choices: [UNDERSTOOD, to('noDecision', 'ticketStructures')] },
  personalData: { acts: ['show-data'], choices: [to('helped', 'solved'), to('notHelped', 'ticketData')] },

  ticketConnection: { ticket: 'connection-problem', choices: [] },
  ticketStructures: { ticket: 'structures-and-users', choices: [] },
  ticketPublic: { ticket: 'public-structure', choices: [] },
  ticketData: { ticket: 'personal-data', choices: [] },
  ticketOther: { ticket: 'other', choices: [] },
  solved: { choices: [] },
}

export function isFork(node: TreeNode): node is Fork {
  return 'branches' in node
}

/** The node that says something: forks on the way are decided by what is known. */
export function settle(name: NodeName, facts: Facts): AnswerName {
  const node = DECISION_TREE[name]
  if (!isFork(node)) return name as AnswerName
  return settle(node.branches.find(({ when }) => when(facts))?.to ?? node.otherwise, facts)
}

/** Nodes that say something. */
export type AnswerName = Exclude<NodeName, 'noMail' | 'standing'>

export function answerOf(name: AnswerName): Answer {
  return DECISION_TREE[name] as Answer
}
