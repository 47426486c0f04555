import { z } from 'zod'
import { AttachmentDecision } from '../http/attachment-requests'
import { RegistrationQuery, RegistrationStory, StructureDecision, StructureRequest, SupportAttachmentRequest } from '../http/support'
import { SupportFigures } from '../http/support-figures'
import { Ticket, TicketChange, TicketState } from '../http/tickets'
import type { HelpdeskOperationName } from './operation-names'

const nothing = z.strictObject({})

/**
 * What the window may ask in the name of an agent. Loaded by the first such question, as the account's part is. All throw
 * `session-ended` when nobody is signed in any more, and `access-denied` when whoever is signed in is no agent.
 */
export const HELPDESK_CONTRACT = {
  /** New public structures that wait for approval, longest waiting first. */
  'support:structure-requests': { input: nothing, output: z.array(StructureRequest) },
  /** Cannot be undone: the applicant gets a mail at once. Throws `decision-made` when a colleague was quicker, `registration-unknown`. */
  'support:decide-structure': { input: z.strictObject({ requestId: z.uuid(), answer: StructureDecision }), output: nothing },
  /** Attachments without a manager, or whose manager left them lying; longest waiting first. */
  'support:attachment-requests': { input: nothing, output: z.array(SupportAttachmentRequest) },
  'support:decide-attachment': { input: z.strictObject({ requestId: z.uuid(), answer: AttachmentDecision }), output: nothing },

  /** By reference, connection email or SIRET; newest first, twenty at most. */
  'support:find': { input: RegistrationQuery, output: z.array(RegistrationStory) },
  /** Throws `activation-blocked` while a decision is missing, `registration-not-open` once it is over. */
  'support:send-link': { input: z.strictObject({ registrationId: z.uuid() }), output: nothing },
  'support:figures': { input: nothing, output: SupportFigures },

  /** Longest waiting first. */
  'support:tickets': { input: z.strictObject({ state: TicketState }), output: z.array(Ticket) },
  /** Answers, closes or opens again; an answer is mailed to whoever asked. Throws `ticket-unknown`. */
  'support:answer-ticket': { input: z.strictObject({ ticketId: z.uuid(), change: TicketChange }), output: Ticket },
} as const satisfies Record<HelpdeskOperationName, { readonly input: z.ZodType; readonly output: z.ZodType }>
