import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Account, AccountChange, AccountErasure, PasswordChange } from '@shared/http/account'
import { AccountExport } from '@shared/http/account-export'
import { PATHS } from '@shared/http/paths'
import { Session, SignIn } from '@shared/http/sessions'
import { neverStored } from '../storage/never-stored'
import { admitSignedIn, whoIsSignedIn } from './admit-session'
import { type ErasureRooms, eraseAccount } from './erase-account'
import { exportAccount, type ExportRooms } from './export-account'
import { changeAccount, changePassword, describeAccount, type OwnAccountRooms } from './own-account'
import { endSession } from './session-repository'
import { signIn, type SignInRooms } from './sign-in'

export interface SessionRouteRooms extends SignInRooms, OwnAccountRooms, ErasureRooms, ExportRooms {
  /** Counts wrong and right passwords that one account's sessions try. */
  readonly limitPasswords: (accountId: string) => Promise<void>
  /** Answers after a floor of time, so that how long the work took tells nothing. */
  readonly evenOut: <T>(work: Promise<T>) => Promise<T>
}

const security = [{ session: [] }]

/** Signing in and out, and what a person sees and changes of their own account. */
export const sessionRoutes: FastifyPluginAsyncZod<SessionRouteRooms> = async (app, rooms) => {
  neverStored(app)

  app.post(PATHS.sessions, { schema: { body: SignIn, response: { 201: Session } } }, async ({ body }, reply) => reply.code(201).send(await rooms.evenOut(signIn(rooms, body))))

  const signedInRoutes: FastifyPluginAsyncZod = async (own) => {
    admitSignedIn(own, rooms, ['account', 'agent'])

    own.delete(PATHS.currentSession, { schema: { security, response: { 204: z.void() } } }, async (request, reply) => {
      await endSession(rooms.db, whoIsSignedIn(request).tokenSha256)
      return reply.code(204).send()
    })

    own.get(PATHS.account, { schema: { security, response: { 200: Account } } }, (request) => describeAccount(rooms, whoIsSignedIn(request).accountId))

    own.patch(PATHS.account, { schema: { security, body: AccountChange, response: { 200: Account } } }, (request) =>
      changeAccount(rooms, whoIsSignedIn(request).accountId, request.body),
    )

    own.post(PATHS.accountPassword, { schema: { security, body: PasswordChange, response: { 204: z.void() } } }, async (request, reply) => {
      const session = whoIsSignedIn(request)
      await rooms.limitPasswords(session.accountId)
      await changePassword(rooms, session, request.body)
      return reply.code(204).send()
    })
  }
  await app.register(signedInRoutes)

  const ownDataRoutes: FastifyPluginAsyncZod = async (own) => {
    // Not agents: what they have done stays told, and whoever adds them takes them away.
    admitSignedIn(own, rooms, ['account'])

    own.get(PATHS.accountExport, { schema: { security, response: { 200: AccountExport } } }, (request) => exportAccount(rooms, whoIsSignedIn(request).accountId))

    own.delete(PATHS.account, { schema: { security, body: AccountErasure, response: { 204: z.void() } } }, async (request, reply) => {
      const { accountId } = whoIsSignedIn(request)
      await rooms.limitPasswords(accountId)
      await eraseAccount(rooms, accountId, request.body)
      return reply.code(204).send()
    })
  }
  await app.register(ownDataRoutes)
}
