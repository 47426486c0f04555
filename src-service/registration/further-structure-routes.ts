import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { furtherStructureSchema, RequestedStructure } from '@shared/http/account'
import { PATHS, routePattern } from '@shared/http/paths'
import { neverStored } from '../storage/never-stored'
import { accessRefused } from '../storage/refused-with-status'
import { askForStructure, type AskingRooms } from './ask-for-structure'
import { type ChangeRooms, withdraw } from './change-registration'
import { findRegistration } from './registration-repository'

export interface FurtherStructureRooms extends AskingRooms, Omit<ChangeRooms, 'askManager'> {
  /** Lets only whoever is signed in with an account pass. */
  readonly admitAccounts: (app: FastifyInstance) => void
  readonly accountOf: (request: FastifyRequest) => string
}

const security = [{ session: [] }]
const OneRequest = z.strictObject({ id: z.uuid() })

/** Further structures of somebody who has an account. */
export const furtherStructureRoutes: FastifyPluginAsyncZod<FurtherStructureRooms> = async (app, rooms) => {
  neverStored(app)
  rooms.admitAccounts(app)

  app.post(
    PATHS.accountAttachments,
    { schema: { security, body: furtherStructureSchema(rooms.strictness), response: { 202: RequestedStructure } } },
    async (request, reply) => reply.code(202).send(await askForStructure(rooms, rooms.accountOf(request), request.body.structure)),
  )

  app.delete(routePattern(PATHS.accountAttachment), { schema: { security, params: OneRequest, response: { 204: z.void() } } }, async (request, reply) => {
    const { id } = request.params
    // The same answer for what is somebody else's as for what there is not.
    if ((await findRegistration(rooms.db, id))?.accountId !== rooms.accountOf(request)) throw accessRefused(403)
    await withdraw(rooms, id)
    return reply.code(204).send()
  })
}
