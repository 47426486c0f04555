import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PATHS, routePattern } from '@shared/http/paths'
import { AddressCorrection, FollowedRegistration, RegistrationAnswer } from '@shared/http/registrations'
import { applicationSchema, type FormRules } from '@shared/registration/application'
import { accessRefused } from '../storage/refused-with-status'
import { neverStored } from '../storage/never-stored'
import { admitApplicant } from './bearer'
import { type ChangeRooms, correctAddress, sendAgain, withdraw } from './change-registration'
import { follow } from './follow'
import { readIdempotencyKey } from './idempotency-key'
import { createRegister, type RegisterRooms } from './register'
import { findRegistration } from './registration-repository'

export interface RegistrationRouteRooms extends RegisterRooms, ChangeRooms {
  readonly outbox: ChangeRooms['outbox']
  readonly formRules: FormRules
  /** Answers after a floor of time, so that how long the work took tells nothing. */
  readonly evenOut: <T>(work: Promise<T>) => Promise<T>
}

const OwnRegistration = z.strictObject({ id: z.uuid() })

/** Creating a registration, and everything that its access key opens. */
export const registrationRoutes: FastifyPluginAsyncZod<RegistrationRouteRooms> = async (app, rooms) => {
  // A replay needs no token, so its absence is answered where tokens are spent.
  const body = applicationSchema(rooms.formRules).extend({ captchaToken: z.string().max(4096).optional() })

  const register = createRegister(rooms)

  neverStored(app)

  app.post(
    PATHS.registrations,
    {
      config: { limit: 'registrations' },
      preParsing: async (request) => void readIdempotencyKey(request.headers['idempotency-key']),
      schema: {
        headers: z.looseObject({ 'idempotency-key': z.string().meta({ description: 'A UUID, bare or in quotes' }) }),
        body,
        response: { 202: RegistrationAnswer },
      },
    },
    async (request, reply) => {
      const { captchaToken, ...application } = request.body
      const key = readIdempotencyKey(request.headers['idempotency-key'])
      return reply.code(202).send(await rooms.evenOut(register({ key, application, captchaToken })))
    },
  )

  const ownRoutes: FastifyPluginAsyncZod = async (own) => {
    own.addHook('onRequest', (request) => admitApplicant(rooms.db, request))
    const security = [{ accessKey: [] }]

    own.get(routePattern(PATHS.registration), { schema: { security, params: OwnRegistration, response: { 200: FollowedRegistration } } }, ({ params }) =>
      followed(params.id),
    )

    own.patch(
      routePattern(PATHS.registration),
      { schema: { security, params: OwnRegistration, body: AddressCorrection, response: { 200: FollowedRegistration } } },
      async ({ params, body: { connectionEmail } }) => {
        await rooms.evenOut(correctAddress(rooms, params.id, connectionEmail))
        return followed(params.id)
      },
    )

    own.delete(routePattern(PATHS.registration), { schema: { security, params: OwnRegistration, response: { 204: z.void() } } }, async ({ params }, reply) => {
      await withdraw(rooms, params.id)
      return reply.code(204).send()
    })

    own.post(
      routePattern(PATHS.registrationActivationMails),
      { schema: { security, params: OwnRegistration, response: { 202: FollowedRegistration } } },
      async ({ params }, reply) => {
        await rooms.evenOut(sendAgain(rooms, params.id))
        return reply.code(202).send(await followed(params.id))
      },
    )
  }
  await app.register(ownRoutes)

  async function followed(id: string): Promise<FollowedRegistration> {
    const registration = await findRegistration(rooms.db, id)
    if (!registration) throw accessRefused(401)
    return follow(rooms.db, rooms.clock, registration)
  }
}
