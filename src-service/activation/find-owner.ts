import type { Db } from '../storage/database'
import { sha256 } from '../storage/secrets'
import { type AccountRow, findLinkByToken, type RegistrationRow } from './link-repository'

/** Whose link it is or was, also when it has expired or was used; nobody's when it is none of ours, or was ended. */
export async function findOwnerByToken(db: Db, token: string): Promise<{ account?: AccountRow; registration?: RegistrationRow }> {
  const held = await findLinkByToken(db, sha256(token))
  if (held?.account) return { account: held.account }
  if (!held?.registration) return {}
  const isEnded = held.link.endedAt !== null && held.registration.state !== 'active'
  return isEnded || held.registration.kind !== 'genuine' ? {} : { registration: held.registration }
}
