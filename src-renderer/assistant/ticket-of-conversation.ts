import type { WordKey } from '../locales/use-words'
import type { Prefill } from '../support/use-ticket-store'
import type { Conversation } from './conversation'

interface Known {
  readonly email?: string | undefined
  readonly reference?: string | undefined
}

type Say = (key: WordKey, params?: Readonly<Record<string, unknown>>) => string

/** A ticket that tells support what was said: they need not ask it again. What the person chose is there, and how the registration stands. */
export function ticketOfConversation(conversation: Conversation, { email, reference }: Known, t: Say): Prefill {
  const said = conversation.flatMap(({ chosen, hasSent }) => [
    ...(hasSent ? [`– ${t('assistant.ticket.sentAgain')}`] : []),
    ...(chosen ? [`– ${t(`assistant.choices.${chosen}`)}`] : []),
  ])
  const facts = conversation.findLast((turn) => 'state' in turn.facts)?.facts
  const standing = facts && 'state' in facts ? [t('ui.labelled', { label: t('assistant.ticket.standing') }) + ` ${t(`home.states.${facts.state}`)}`] : []
  const mail = facts?.is === 'heard' ? [t('ui.labelled', { label: t('assistant.ticket.mail') }) + ` ${t(`assistant.mail.${facts.mail}`)}`] : []
  return {
    subject: lastSubject(conversation, t),
    description: [t('assistant.ticket.said'), ...said, ...standing, ...mail].join('\n'),
    ...(email !== undefined && { email }),
    ...(reference !== undefined && { registrationReference: reference }),
  }
}

/** What it is about: the second thing that was said, which is more exact than the first, and not yet a detail. */
function lastSubject(conversation: Conversation, t: Say): string {
  const chosen = conversation.flatMap((turn) => turn.chosen ?? [])
  const subject = chosen[1] === 'somethingElse' ? chosen[0] : (chosen[1] ?? chosen[0])
  return subject === undefined || subject === 'somethingElse' ? '' : t(`assistant.choices.${subject}`)
}
