import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { ActivationAnswer, ActivationInspection, ActivationInspectionRequest, ActivationRequest } from '@shared/http/activations'
import { PATHS } from '@shared/http/paths'
import { neverStored } from '../storage/never-stored'
import { type ActivationRooms, activate } from './activate'
import { whoseProof } from './find-link'
import { inspectActivation } from './inspect'

export interface ActivationRouteRooms extends ActivationRooms {
  readonly limitProof: (whose: string) => Promise<void>
}

/** Looking consumes nothing; setting the password consumes the link. */
export const activationRoutes: FastifyPluginAsyncZod<ActivationRouteRooms> = async (app, rooms) => {
  neverStored(app)

  app.post(
    PATHS.activationInspection,
    { schema: { body: ActivationInspectionRequest, response: { 200: ActivationInspection } } },
    async ({ body }) => {
      await rooms.limitProof(whoseProof(body))
      return inspectActivation(rooms, body)
    },
  )

  app.post(PATHS.activations, { schema: { body: ActivationRequest, response: { 201: ActivationAnswer } } }, async ({ body }, reply) => {
    const { password, ...proof } = body
    await rooms.limitProof(whoseProof(proof))
    await activate(rooms, proof, password)
    return reply.code(201).send({ state: 'active' })
  })
}
