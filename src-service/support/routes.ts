import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AttachmentDecision } from '@shared/http/attachment-requests'
import { PATHS, routePattern } from '@shared/http/paths'
import { RegistrationQuery, RegistrationStory, StructureDecision, StructureRequest, SupportAttachmentRequest } from '@shared/http/support'
import { SupportFigures } from '@shared/http/support-figures'
import { neverStored } from '../storage/never-stored'
import { figures } from './figures'
import { findRegistrations, type RegistrationDeskRooms, sendLinkAgain } from './registration-desk'
import { attachmentRequests, decideForSupport, type StructureDeskRooms, structureRequests } from './structure-desk'

export interface SupportRouteRooms extends StructureDeskRooms, RegistrationDeskRooms {
  /** Lets only whoever is signed in as an agent pass. */
  readonly admitAgents: (app: FastifyInstance) => void
  readonly agentOf: (request: FastifyRequest) => string
}

const security = [{ session: [] }]
const One = z.strictObject({ id: z.uuid() })

/** The agents' desk. Every look and every decision is in the audit log. */
export const supportRoutes: FastifyPluginAsyncZod<SupportRouteRooms> = async (app, rooms) => {
  neverStored(app)
  rooms.admitAgents(app)
  const { agentOf } = rooms

  app.get(PATHS.supportStructureRequests, { schema: { security, response: { 200: z.array(StructureRequest) } } }, (request) => structureRequests(rooms, agentOf(request)))

  app.post(
    routePattern(PATHS.supportStructureDecision),
    { schema: { security, params: One, body: StructureDecision, response: { 204: z.void() } } },
    async (request, reply) => {
      const { decision, reason } = request.body
      await decideForSupport(rooms, 'structure', agentOf(request), request.params.id, { isYes: decision === 'approve', reason })
      return reply.code(204).send()
    },
  )

  app.get(PATHS.supportAttachmentRequests, { schema: { security, response: { 200: z.array(SupportAttachmentRequest) } } }, (request) => attachmentRequests(rooms, agentOf(request)))

  app.post(
    routePattern(PATHS.supportAttachmentDecision),
    { schema: { security, params: One, body: AttachmentDecision, response: { 204: z.void() } } },
    async (request, reply) => {
      const { decision, reason } = request.body
      await decideForSupport(rooms, 'attachment', agentOf(request), request.params.id, { isYes: decision === 'accept', reason })
      return reply.code(204).send()
    },
  )

  app.get(
    PATHS.supportRegistrations,
    { schema: { security, querystring: RegistrationQuery, response: { 200: z.array(RegistrationStory) } } },
    (request) => findRegistrations(rooms, agentOf(request), request.query.query),
  )

  app.get(PATHS.supportFigures, { schema: { security, response: { 200: SupportFigures } } }, (request) => figures(rooms, agentOf(request)))

  app.post(routePattern(PATHS.supportActivationMails), { schema: { security, params: One, response: { 202: z.void() } } }, async (request, reply) => {
    await sendLinkAgain(rooms, agentOf(request), request.params.id)
    return reply.code(202).send()
  })
}
