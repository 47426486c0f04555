import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PATHS, routePattern } from '@shared/http/paths'
import { StructureAnswer } from '@shared/http/structures'
import { IdentifierType } from '@shared/identifiers/identifier-type'
import { lookUpStructure, type LookUpRooms } from './look-up-structure'

const Params = z.strictObject({ identifierType: IdentifierType, identifier: z.string().min(1).max(200) })

export const directoryRoutes: FastifyPluginAsyncZod<LookUpRooms> = async (app, rooms) => {
  app.get(
    routePattern(PATHS.structure),
    { config: { limit: 'look-ups' }, schema: { params: Params, querystring: z.strictObject({}), response: { 200: StructureAnswer } } },
    async ({ params }, reply) => {
      reply.header('cache-control', 'no-store')
      return lookUpStructure(rooms, params.identifierType, params.identifier)
    },
  )
}
