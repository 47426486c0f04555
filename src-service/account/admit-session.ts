import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '@shared/errors/app-error'
import type { SessionRole } from '@shared/http/sessions'
import { bearerIn } from '../storage/bearer'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { accessRefused } from '../storage/refused-with-status'
import { sha256 } from '../storage/secrets'
import { endOf } from './session-limits'
import { endSession, findSession, noteUse, type SessionRow } from './session-repository'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; there is somebody on every route behind `admitSignedIn`. */
    signedIn: SessionRow | undefined
  }
}

interface AdmissionRooms {
  readonly db: Db
  readonly clock: Clock
}

/** A use is noted once a minute at most: reading costs no writing. */
const NOTED_AFTER_MS = 60_000

/**
 * Who is asking, answered before path, query and body are judged: 401 `access-denied` for no token or one that nobody has,
 * 401 `session-ended` for one that was left alone or has lived too long, 403 for a role that is none of `roles`.
 */
export function admitSignedIn(app: FastifyInstance, { db, clock }: AdmissionRooms, roles: readonly SessionRole[]): void {
  if (!app.hasRequestDecorator('signedIn')) app.decorateRequest('signedIn', undefined)
  app.addHook('onRequest', async (request) => {
    const token = bearerIn(request.headers.authorization)
    const session = token === undefined ? undefined : await findSession(db, sha256(token))
    if (!session) throw accessRefused(401)
    const now = clock.now()
    if (now.getTime() >= endOf(session).getTime()) {
      await endSession(db, session.tokenSha256)
      throw new AppError('session-ended', 'The session was left alone, or has lived too long')
    }
    if (!roles.includes(session.role)) throw accessRefused(403)
    if (now.getTime() - session.usedAt.getTime() > NOTED_AFTER_MS) await noteUse(db, session.tokenSha256, now)
    request.signedIn = session
  })
}

export function whoIsSignedIn({ signedIn }: FastifyRequest): SessionRow {
  if (!signedIn) throw accessRefused(401)
  return signedIn
}
