import { type AnswerName, type ChoiceName, DECISION_TREE, type Facts, isFork, type NodeName, settle } from './decision-tree'

/** One thing that the assistant said, and what the person answered to it. */
export interface Turn {
  readonly node: AnswerName
  readonly chosen?: ChoiceName
  /** A new link was sent from here. */
  readonly hasSent?: true
  /** What the person was told of the registration then: it does not change behind their back. */
  readonly facts: Facts
}

export type Conversation = readonly Turn[]

export const BEGINNING: Conversation = [{ node: 'start', facts: { is: 'none' } }]

/** Where a choice leads, before anything is asked; `undefined` if the newest answer does not have it. */
export function targetOf(conversation: Conversation, choice: ChoiceName): NodeName | undefined {
  const node = DECISION_TREE[conversation.at(-1)?.node ?? 'start']
  return isFork(node) ? undefined : node.choices.find(({ says }) => says === choice)?.to
}

/** Whether what is known of the registration decides where a choice leads. */
export function asksForFacts(conversation: Conversation, choice: ChoiceName): boolean {
  const target = targetOf(conversation, choice)
  return target !== undefined && isFork(DECISION_TREE[target])
}

/** The conversation after the person has said something. */
export function say(conversation: Conversation, choice: ChoiceName, facts: Facts): Conversation {
  const target = targetOf(conversation, choice)
  const newest = conversation.at(-1)
  if (target === undefined || !newest) return conversation
  return [...conversation.slice(0, -1), { ...newest, chosen: choice }, { node: settle(target, facts), facts }]
}

/** Goes on once it is known which registration it is about. */
export function goOnWith(conversation: Conversation, facts: Facts): Conversation {
  return facts.is === 'none' ? conversation : [...conversation, { node: settle('standing', facts), facts }]
}

/** Takes the newest answer of the person back. */
export function stepBack(conversation: Conversation): Conversation {
  if (conversation.length < 2) return conversation
  const { chosen: _taken, ...before } = conversation.at(-2)!
  return [...conversation.slice(0, -2), before]
}

/** Remembers that a new link was sent, for whoever reads the ticket. */
export function noteSent(conversation: Conversation): Conversation {
  const newest = conversation.at(-1)
  return newest ? [...conversation.slice(0, -1), { ...newest, hasSent: true }] : conversation
}
