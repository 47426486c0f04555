import { PATHS } from '@shared/http/paths'
import { TicketReceipt } from '@shared/http/tickets'
import type { Handlers } from '@shared/ipc/contract'
import type { ServiceClient } from '../submission/service-client'

/** Tickets, as anybody submits them. What is written in one is kept nowhere on this machine. */
export function createTicketHandlers({ service }: { readonly service: Pick<ServiceClient, 'ask'> }): Pick<Handlers, 'ticket:submit'> {
  return {
    'ticket:submit': (ticket) => service.ask({ method: 'POST', path: PATHS.supportTickets, body: ticket }, TicketReceipt),
  }
}
