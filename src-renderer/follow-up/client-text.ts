import type { DraftContent } from '@shared/registration/draft'
import type { ToldState } from '@shared/registration/told-states'
import type { WordKey, WordParams } from '../locales/use-words'

/** `remind`: the client has forgotten; `send-on`: the client hears of it for the first time. */
export type Purpose = 'remind' | 'send-on'

export interface ClientTextFacts {
  readonly purpose: Purpose
  readonly state: ToldState
  readonly person: Pick<DraftContent['person'], 'firstName' | 'lastName'>
  readonly structureName: string
  readonly reference: string
  readonly connectionEmail: string
  /** Whom the service's mails come from, where that is known. */
  readonly sender: string | undefined
  readonly minutesLeft: number | undefined
}

/** The sentences of one language. */
export type SayIn = (key: WordKey, params?: WordParams) => string

/** The mail to a client, ready to be read once and sent: what was asked for, what arrives from whom, for how long, and that a password is nobody else's. */
export function clientText({ purpose, state, person, structureName, reference, connectionEmail: email, sender, minutesLeft }: ClientTextFacts, say: SayIn): { readonly subject: string; readonly body: string } {
  const params = { name: `${person.firstName} ${person.lastName}`.trim(), structure: structureName, reference, email }
  const isSent = state === 'activation-sent'
  const paragraphs = [
    say('followUp.text.hello', params),
    say(`followUp.text.${purpose}`, params),
    [
      say(`followUp.text.state.${state}`, params),
      isSent && minutesLeft !== undefined ? say('followUp.text.left', { minutes: minutesLeft }) : '',
      sender !== undefined && state !== 'activation-expired' ? say('followUp.text.sender', { sender }) : '',
    ].filter(Boolean).join(' '),
    say('followUp.text.password'),
    say('followUp.text.end'),
  ]
  return { subject: say('followUp.text.subject', params), body: paragraphs.join('\n\n') }
}
