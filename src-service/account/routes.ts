import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { PasswordResetCompletion, PasswordResetRequest } from '@shared/http/password-resets'
import { PATHS } from '@shared/http/paths'
import { z } from 'zod'
import { emailKeyOf } from '../storage/locks'
import { neverStored } from '../storage/never-stored'
import { askForReset, type ResetRooms } from './reset-password'

export interface AccountRouteRooms extends ResetRooms {
  readonly limitEmail: (emailKey: string) => Promise<void>
  readonly limitProof: (whose: string) => Promise<void>
  /** Sets the password by a link of ours, and finishes an account that was never activated. */
  readonly setPasswordByLink: (token: string, password: string) => Promise<void>
  /** Answers after a floor of time, so that how long the work took tells nothing. */
  readonly evenOut: <T>(work: Promise<T>) => Promise<T>
}

/** *Forgot your password?* — the same answer always. */
export const accountRoutes: FastifyPluginAsyncZod<AccountRouteRooms> = async (app, rooms) => {
  neverStored(app)

  app.post(PATHS.passwordResets, { schema: { body: PasswordResetRequest, response: { 202: z.void() } } }, async ({ body }, reply) => {
    if (body.connectionEmail !== undefined) await rooms.limitEmail(emailKeyOf(body.connectionEmail))
    if (body.token !== undefined) await rooms.limitProof(body.token)
    await rooms.evenOut(askForReset(rooms, body))
    return reply.code(202).send()
  })

  app.post(
    PATHS.passwordResetCompletion,
    { schema: { body: PasswordResetCompletion, response: { 204: z.void() } } },
    async ({ body: { token, password } }, reply) => {
      await rooms.limitProof(token)
      await rooms.setPasswordByLink(token, password)
      return reply.code(204).send()
    },
  )
}
