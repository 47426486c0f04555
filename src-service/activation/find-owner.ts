import type { Db } from '../storage/database'
import { sha256 } from '../storage/secrets'
import { type AccountRow, findLinkByToken, holdRegistration, type RegistrationRow } from './link-repository'

/** Whose link it is or was, also when it has expired or was used; nobody's when it is none of ours, or was ended. A registration stays as it is to the end of the transaction. */
export async function findOwnerByToken(tx: Db, token: string): Promise<{ account?: AccountRow; registration?: RegistrationRow }> {
  const before = await findLinkByToken(tx, sha256(token))
  if (before?.registration) await holdRegistration(tx, before.registration.id)
  // Looked up again: its address may have been corrected before it was held.
  const held = before && (await findLinkByToken(tx, sha256(token)))
  if (held?.account) return { account: held.account }
  if (!held?.registration) return {}
  const isEnded = held.link.endedAt !== null && held.registration.state !== 'active'
  return isEnded || held.registration.kind !== 'genuine' ? {} : { registration: held.registration }
}
