import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AttachmentDecision, AttachmentRequest } from '@shared/http/attachment-requests'
import { PATHS, routePattern } from '@shared/http/paths'
import { neverStored } from '../storage/never-stored'
import { accessRefused } from '../storage/refused-with-status'
import type { DecisionRooms } from './decide'
import { decideAsManager, requestsFor, requireManagerOf } from './manager-desk'

export interface ApprovalRouteRooms extends DecisionRooms {
  /** Lets only whoever is signed in with an account pass. */
  readonly admitAccounts: (app: FastifyInstance) => void
  readonly accountOf: (request: FastifyRequest) => string
}

const security = [{ session: [] }]
const OneRequest = z.strictObject({ id: z.uuid() })

/** Requests that wait for a structure's manager. */
export const approvalRoutes: FastifyPluginAsyncZod<ApprovalRouteRooms> = async (app, rooms) => {
  neverStored(app)
  rooms.admitAccounts(app)

  app.get(PATHS.attachmentRequests, { schema: { security, response: { 200: z.array(AttachmentRequest) } } }, (request) => requestsFor(rooms.db, rooms.accountOf(request)))

  app.post(
    routePattern(PATHS.attachmentDecision),
    {
      // Before the body is judged: nobody hears what is wrong with an answer that is not theirs to give.
      preValidation: async (request) => {
        const { data } = OneRequest.safeParse(request.params)
        // What is no id at all is nobody's, either.
        if (!data) throw accessRefused(403)
        await requireManagerOf(rooms.db, rooms.accountOf(request), data.id)
      },
      schema: { security, params: OneRequest, body: AttachmentDecision, response: { 204: z.void() } },
    },
    async (request, reply) => {
      await decideAsManager(rooms, request.params.id, request.body)
      return reply.code(204).send()
    },
  )
}
