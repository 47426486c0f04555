import type { AttachmentDecision } from '@shared/http/attachment-requests'
import { PATHS, pathTo } from '@shared/http/paths'
import { RegistrationStory, type StructureDecision, StructureRequest, SupportAttachmentRequest } from '@shared/http/support'
import { SupportFigures } from '@shared/http/support-figures'
import { Ticket, type TicketChange, type TicketState } from '@shared/http/tickets'
import { z } from 'zod'
import type { SessionKeeper } from './session-keeper'

/**
 * What an agent of support asks of the service. Every question throws `session-ended` once nobody is signed in any more,
 * `access-denied` for whoever is no agent, and what the service refuses. No password passes here in either direction.
 */
export interface Helpdesk {
  readonly structureRequests: () => Promise<StructureRequest[]>
  /** Throws `decision-made` when a colleague was quicker. */
  readonly decideStructure: (requestId: string, decision: StructureDecision) => Promise<void>
  readonly attachmentRequests: () => Promise<SupportAttachmentRequest[]>
  readonly decideAttachment: (requestId: string, decision: AttachmentDecision) => Promise<void>
  /** By reference, connection email or SIRET, however they are spaced. */
  readonly find: (query: string) => Promise<RegistrationStory[]>
  /** Throws `activation-blocked`, `registration-not-open`. */
  readonly sendLink: (registrationId: string) => Promise<void>
  readonly figures: () => Promise<SupportFigures>
  readonly tickets: (state: TicketState) => Promise<Ticket[]>
  /** Throws `ticket-unknown`. */
  readonly changeTicket: (ticketId: string, change: TicketChange) => Promise<Ticket>
}

export function createHelpdesk(session: Pick<SessionKeeper, 'ask' | 'tell'>): Helpdesk {
  return {
    structureRequests: () => session.ask({ path: PATHS.supportStructureRequests }, z.array(StructureRequest)),
    decideStructure: (id, decision) => session.tell({ method: 'POST', path: pathTo(PATHS.supportStructureDecision, { id }), body: decision }),
    attachmentRequests: () => session.ask({ path: PATHS.supportAttachmentRequests }, z.array(SupportAttachmentRequest)),
    decideAttachment: (id, decision) => session.tell({ method: 'POST', path: pathTo(PATHS.supportAttachmentDecision, { id }), body: decision }),
    find: (query) => session.ask({ path: `${PATHS.supportRegistrations}?${new URLSearchParams({ query })}` }, z.array(RegistrationStory)),
    sendLink: (id) => session.tell({ method: 'POST', path: pathTo(PATHS.supportActivationMails, { id }) }),
    figures: () => session.ask({ path: PATHS.supportFigures }, SupportFigures),
    tickets: (state) => session.ask({ path: `${PATHS.supportTickets}?${new URLSearchParams({ state })}` }, z.array(Ticket)),
    changeTicket: (id, change) => session.ask({ method: 'PATCH', path: pathTo(PATHS.supportTicket, { id }), body: change }, Ticket),
  }
}
