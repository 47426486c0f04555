import type { InspectedActivation } from '@shared/ipc/answers'
import type { WordKey } from '../locales/use-words'

interface Outcome {
  readonly heading: WordKey
  readonly body: WordKey
}

/** What the screen says at the places where it matters what a link is for. */
export interface ActivationWords {
  readonly title: WordKey
  readonly live: WordKey
  readonly unsure: WordKey
  readonly done: WordKey
  readonly expired: Outcome
  readonly used: Outcome
  readonly blocked: Outcome
}

const BLOCKED: Outcome = { heading: 'activation.blocked.heading', body: 'activation.blocked.body' }

const WORDS: Readonly<Record<InspectedActivation['purpose'], ActivationWords>> = {
  activation: {
    title: 'activation.title',
    live: 'activation.whose.heading',
    unsure: 'activation.unsure',
    done: 'activation.done.heading',
    expired: { heading: 'activation.expired.heading', body: 'activation.expired.body' },
    used: { heading: 'activation.used.heading', body: 'activation.used.body' },
    blocked: BLOCKED,
  },
  'password-reset': {
    title: 'activation.reset.title',
    live: 'activation.reset.whose',
    unsure: 'activation.reset.unsure',
    done: 'activation.reset.done',
    expired: { heading: 'activation.reset.expired.heading', body: 'activation.reset.expired.body' },
    used: { heading: 'activation.reset.used.heading', body: 'activation.reset.used.body' },
    blocked: BLOCKED,
  },
}

/** The words for a link of this purpose; as long as nobody has looked at a link, those for an activation. */
export function activationWords(purpose: InspectedActivation['purpose'] = 'activation'): ActivationWords {
  return WORDS[purpose]
}
