import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PATHS, routePattern } from '@shared/http/paths'
import { Ticket, TicketChange, TicketQuery, TicketReceipt, ticketSchema } from '@shared/http/tickets'
import type { Strictness } from '@shared/identifiers/read-identifier'
import { neverStored } from '../storage/never-stored'
import { submitTicket, type TicketRooms } from './submit-ticket'
import { changeTicket, type TicketDeskRooms, ticketsIn } from './ticket-desk'

export interface TicketRouteRooms extends TicketRooms, TicketDeskRooms {
  readonly strictness: Strictness
  /** Lets only whoever is signed in as an agent pass. */
  readonly admitAgents: (app: FastifyInstance) => void
  readonly agentOf: (request: FastifyRequest) => string
}

const security = [{ session: [] }]
const One = z.strictObject({ id: z.uuid() })

/** A ticket is submitted by anybody, and seen and answered by agents. */
export const ticketRoutes: FastifyPluginAsyncZod<TicketRouteRooms> = async (app, rooms) => {
  neverStored(app)

  app.post(PATHS.supportTickets, { schema: { body: ticketSchema(rooms.strictness), response: { 201: TicketReceipt } } }, async (request, reply) =>
    reply.code(201).send(await submitTicket(rooms, request.body)),
  )

  const deskRoutes: FastifyPluginAsyncZod = async (desk) => {
    rooms.admitAgents(desk)

    desk.get(PATHS.supportTickets, { schema: { security, querystring: TicketQuery, response: { 200: z.array(Ticket) } } }, (request) =>
      ticketsIn(rooms, rooms.agentOf(request), request.query.state),
    )

    desk.patch(routePattern(PATHS.supportTicket), { schema: { security, params: One, body: TicketChange, response: { 200: Ticket } } }, (request) =>
      changeTicket(rooms, rooms.agentOf(request), request.params.id, request.body),
    )
  }
  await app.register(deskRoutes)
}
