import { PATHS } from '@shared/http/paths'
import { PracticeMailbox } from '@shared/http/practice-mailbox'
import type { Handlers } from '@shared/ipc/contract'
import type { KeptConditions } from '../submission/kept-conditions'
import type { SentRegistrations } from '../submission/sent-registrations'
import type { ServiceClient } from '../submission/service-client'
import type { SubmitRegistration } from '../submission/submit-registration'

interface ServiceHandlerRooms {
  readonly service: ServiceClient
  readonly conditions: Pick<KeptConditions, 'read'>
  readonly describe: Handlers['service:describe']
  readonly submit: SubmitRegistration
  readonly sent: SentRegistrations
  /** What our own practice service wants to see before it shows its mailbox. */
  readonly practiceSecret: string | undefined
}

type ServiceHandlers = Pick<
  Handlers,
  | 'service:describe'
  | 'conditions:read'
  | `captcha:${'request' | 'listen' | 'validate'}`
  | 'structure:look-up'
  | `registration:${'submit' | 'follow' | 'correct-address' | 'withdraw' | 'send-again'}`
  | 'mailbox:read'
>

/** What the window asks of the registration service. */
export function createServiceHandlers({ service, conditions, describe, submit, sent, practiceSecret }: ServiceHandlerRooms): ServiceHandlers {
  return {
    'service:describe': describe,
    'conditions:read': ({ locale }) => conditions.read(locale),
    'captcha:request': ({ locale }) => service.requestCaptcha(locale),
    'captcha:listen': ({ captchaId }) => service.listenToCaptcha(captchaId),
    'captcha:validate': ({ captchaId, answer }) => service.validateCaptcha(captchaId, answer),
    'structure:look-up': ({ identifierType, identifier }) => service.lookUpStructure(identifierType, identifier),
    'registration:submit': ({ draftId, captchaToken }) => submit(draftId, captchaToken),
    'registration:follow': ({ draftId }) => sent.follow(draftId),
    'registration:correct-address': ({ draftId, connectionEmail }) => sent.correctAddress(draftId, connectionEmail),
    'registration:withdraw': ({ draftId }) => sent.withdraw(draftId),
    'registration:send-again': ({ draftId }) => sent.sendAgain(draftId),
    'mailbox:read': () =>
      service.ask({ method: 'GET', path: PATHS.practiceMailboxJson, ...(practiceSecret !== undefined && { bearer: practiceSecret }) }, PracticeMailbox),
  }
}
