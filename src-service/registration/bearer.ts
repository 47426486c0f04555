import type { FastifyRequest } from 'fastify'
import { bearerIn } from '../storage/bearer'
import type { Db } from '../storage/database'
import { accessRefused } from '../storage/refused-with-status'
import { sha256 } from '../storage/secrets'
import { findByAccessKey } from './registration-repository'

/**
 * Who is asking, answered before the path, the query or the body is judged: 401 for no access key or one that nobody has,
 * 403 for one of another registration, also when there is no registration of that id.
 */
export async function admitApplicant(db: Db, request: FastifyRequest): Promise<void> {
  const accessKey = bearerIn(request.headers.authorization)
  const registration = accessKey === undefined ? undefined : await findByAccessKey(db, sha256(accessKey))
  if (!registration) throw accessRefused(401)
  if (registration.id !== (request.params as { id?: string }).id?.toLowerCase()) throw accessRefused(403)
}
