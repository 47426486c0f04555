import { answerOf, type AnswerName, type ChoiceName, DECISION_TREE, type Facts, isFork, type NodeName, settle } from '@renderer/assistant/decision-tree'
import { REGISTRATION_STATES } from '@shared/registration/progress'
import { describe, expect, it } from 'vitest'
import { messages } from '../../../support/all-words'

const NAMES = Object.keys(DECISION_TREE) as NodeName[]
const SPEAKING = NAMES.filter((name) => !isFork(DECISION_TREE[name])) as AnswerName[]

/** Everything that can be known of a registration. */
const ALL_FACTS: readonly Facts[] = [
  { is: 'none' },
  { is: 'notSent' },
  ...REGISTRATION_STATES.map((state): Facts => ({ is: 'lastKnown', state })),
  ...REGISTRATION_STATES.flatMap((state) => (['queued', 'sent', 'bounced', 'failed'] as const).map((mail): Facts => ({ is: 'heard', state, mail }))),
]

interface Walk {
  readonly nodes: readonly AnswerName[]
  readonly said: readonly ChoiceName[]
}

/** Every way from a node to an end, whatever is known; a registration that is chosen on the way goes on as if it had been at hand. */
function walksFrom(name: AnswerName, walked: Walk = { nodes: [], said: [] }): readonly Walk[] {
  const here: Walk = { ...walked, nodes: [...walked.nodes, name] }
  if (walked.nodes.includes(name)) throw new Error(`In circles: ${here.nodes.join(' → ')}`)
  const { choices, acts = [] } = answerOf(name)
  if (choices.length === 0) return [here]
  const chosen = acts.includes('choose-registration') ? nextOf('standing').flatMap((next) => walksFrom(next, here)) : []
  return [...chosen, ...choices.flatMap(({ says, to }) => nextOf(to).flatMap((next) => walksFrom(next, { ...here, said: [...here.said, says] })))]
}

function nextOf(name: NodeName): readonly AnswerName[] {
  return [...new Set(ALL_FACTS.filter(({ is }) => name !== 'standing' || is !== 'none').map((facts) => settle(name, facts)))]
}

const WALKS = walksFrom('start')

describe('the decision tree', () => {
  it('ends every path at a ticket, or at a matter that is settled', () => {
    expect(WALKS.length).toBeGreaterThan(50)
    const ends = new Set(WALKS.map(({ nodes }) => nodes.at(-1)!))
    expect([...ends].filter((end) => end !== 'solved' && answerOf(end).ticket === undefined)).toEqual([])
  })

  it('has no node that nobody comes to', () => {
    const reached = new Set(WALKS.flatMap(({ nodes }) => nodes))
    expect(SPEAKING.filter((name) => !reached.has(name))).toEqual([])
  })

  it('asks for little: the longest way, of a mail found whose link then fails, has nine answers', () => {
    expect(Math.max(...WALKS.map(({ said }) => said.length))).toBeLessThanOrEqual(9)
  })

  it('has an act, or a way on, wherever one is', () => {
    for (const name of SPEAKING) {
      const { acts = [], choices, ticket } = answerOf(name)
      expect(name === 'solved' || acts.length + choices.length > 0 || ticket !== undefined, name).toBe(true)
      expect(new Set(choices.map(({ says }) => says)).size, name).toBe(choices.length)
    }
  })

  it('leads from every question to support, so that nobody is left alone', () => {
    const ends = (name: AnswerName): readonly AnswerName[] => walksFrom(name).map(({ nodes }) => nodes.at(-1)!)
    expect(SPEAKING.filter((name) => name !== 'solved' && !ends(name).some((end) => answerOf(end).ticket !== undefined))).toEqual([])
  })

  it('has the path of the guide', () => {
    const guide = WALKS.filter(({ said }) => said[0] === 'connecting' && said[1] === 'noMail')
    expect([messages.en.assistant.choices.connecting, messages.en.assistant.choices.noMail]).toEqual(['I am having problems connecting', 'I did not receive the activation email'])
    for (const wanted of ['spam', 'newLink', 'ticketConnection'] as const) expect(guide.some(({ nodes }) => nodes.includes(wanted)), wanted).toBe(true)
  })

  it('has words in both languages for every node, choice and act, and none too many', () => {
    const choices = [...new Set(SPEAKING.flatMap((name) => answerOf(name).choices.map(({ says }) => says as string)))].sort()
    for (const words of [messages.en.assistant, messages.fr.assistant]) {
      expect(Object.keys(words.says).sort()).toEqual([...SPEAKING].sort())
      expect(Object.keys(words.choices).sort()).toEqual(choices)
    }
  })
})

describe('what is known of the registration', () => {
  it.each<[Facts, AnswerName]>([
    [{ is: 'none' }, 'whichRegistration'],
    [{ is: 'notSent' }, 'notSent'],
    [{ is: 'heard', state: 'activation-sent', mail: 'sent' }, 'address'],
    [{ is: 'heard', state: 'activation-sent', mail: 'bounced' }, 'bounced'],
    [{ is: 'heard', state: 'activation-sent', mail: 'failed' }, 'failed'],
    [{ is: 'heard', state: 'activation-sent', mail: 'queued' }, 'queued'],
    [{ is: 'heard', state: 'activation-expired', mail: 'sent' }, 'expired'],
    [{ is: 'heard', state: 'requested', mail: 'sent' }, 'preparing'],
    [{ is: 'heard', state: 'awaiting-manager', mail: 'bounced' }, 'waitsForManager'],
    [{ is: 'lastKnown', state: 'awaiting-support' }, 'waitsForSupport'],
    [{ is: 'lastKnown', state: 'activation-sent' }, 'lastKnown'],
    [{ is: 'lastKnown', state: 'activation-expired' }, 'lastKnown'],
    [{ is: 'heard', state: 'active', mail: 'sent' }, 'active'],
    [{ is: 'heard', state: 'structure-refused', mail: 'sent' }, 'refused'],
    [{ is: 'heard', state: 'withdrawn', mail: 'sent' }, 'withdrawn'],
  ])('%j is answered with %s', (facts, node) => {
    expect(settle('noMail', facts)).toBe(node)
  })
})
