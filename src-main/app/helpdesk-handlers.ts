import type { Handlers } from '@shared/ipc/contract'
import type { HelpdeskOperationName } from '@shared/ipc/operation-names'
import type { SessionRooms } from './session-rooms'

type HelpdeskHandlers = Pick<Handlers, HelpdeskOperationName>

/** What the window asks in the name of an agent. */
export function createHelpdeskHandlers({ helpdesk }: Pick<SessionRooms, 'helpdesk'>): HelpdeskHandlers {
  return {
    'support:structure-requests': async () => (await helpdesk()).structureRequests(),
    async 'support:decide-structure'({ requestId, answer }) {
      await (await helpdesk()).decideStructure(requestId, answer)
      return {}
    },
    'support:attachment-requests': async () => (await helpdesk()).attachmentRequests(),
    async 'support:decide-attachment'({ requestId, answer }) {
      await (await helpdesk()).decideAttachment(requestId, answer)
      return {}
    },
    'support:find': async ({ query }) => (await helpdesk()).find(query),
    async 'support:send-link'({ registrationId }) {
      await (await helpdesk()).sendLink(registrationId)
      return {}
    },
    'support:figures': async () => (await helpdesk()).figures(),
    'support:tickets': async ({ state }) => (await helpdesk()).tickets(state),
    'support:answer-ticket': async ({ ticketId, change }) => (await helpdesk()).changeTicket(ticketId, change),
  }
}
