import { asCrockford } from '@shared/activation/activation-link'
import type { Db } from '../storage/database'
import { type KeyedHash, sha256 } from '../storage/secrets'
import { findLinkByToken, findRegistrationByReference, giveCodeTryBack, type HeldLink, takeCodeTry } from './link-repository'
import { codeText } from './links'

/** What somebody shows to prove that they read the mail. */
export interface Proof {
  readonly token?: string | undefined
  readonly reference?: string | undefined
  readonly code?: string | undefined
}

/** The link that the proof belongs to, whatever its state; undefined for what is none of ours. A wrong code costs a try. */
export async function findLink(db: Db, codeHash: KeyedHash, { token, reference, code }: Proof): Promise<HeldLink | undefined> {
  if (token !== undefined) return findLinkByToken(db, sha256(token))
  return findLinkByCode(db, codeHash, compactReference(reference ?? ''), asCrockford(code ?? '').replace(/[\s-]/g, ''))
}

async function findLinkByCode(db: Db, codeHash: KeyedHash, reference: string, code: string): Promise<HeldLink | undefined> {
  const registration = await findRegistrationByReference(db, reference)
  const tried = registration ? await takeCodeTry(db, registration.id) : []
  const text = codeText(reference, code)
  const link = tried.find(({ codeHmac }) => codeHmac !== null && codeHash.matches(text, codeHmac))
  if (!registration || !link) return undefined
  await giveCodeTryBack(db, tried.map(({ id }) => id))
  return { link, registration, account: undefined }
}

/** As references are stored: `PV-7K3M-92QD`, however it was typed. */
function compactReference(text: string): string {
  const characters = asCrockford(text).replace(/[\s-]/g, '')
  const [, first, second] = /^PV(.{4})(.{4})$/.exec(characters) ?? []
  return `PV-${first ?? ''}-${second ?? ''}`
}

/** By what tries of one proof are counted together. */
export function whoseProof({ token, reference }: Proof): string {
  return token ?? compactReference(reference ?? '')
}
