import { AppError } from '@shared/errors/app-error'
import type { ActivationInspection } from '@shared/http/activations'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import type { KeyedHash } from '../storage/secrets'
import { structureNameOf } from '../storage/structure-name'
import { findLink, type Proof } from './find-link'
import type { HeldLink } from './link-repository'
import { linkStateOf, type LinkState } from './link-state'
import { maskEmail } from '../mail/mask-email'

export interface InspectionRooms {
  readonly db: Db
  readonly clock: Clock
  readonly codeHash: KeyedHash
  readonly activationMinutes: number
}

export interface FoundLink {
  readonly held: HeldLink
  readonly state: LinkState
}

/** The link and what it is good for. Throws `activation-unknown`. Consumes nothing. */
export async function lookUpLink(rooms: InspectionRooms, proof: Proof): Promise<FoundLink> {
  const held = await findLink(rooms.db, rooms.codeHash, proof)
  const state = held && linkStateOf(held, rooms.clock.now(), rooms.activationMinutes * 60_000)
  if (!held || !state) throw new AppError('activation-unknown', 'No such link or code')
  return { held, state }
}

/** Whose account it is, for which structure, and how long is left: what a person may see before typing a password. */
export async function inspectActivation(rooms: InspectionRooms, proof: Proof): Promise<ActivationInspection> {
  const { held, state } = await lookUpLink(rooms, proof)
  const { registration, account } = held
  return {
    ...state,
    connectionEmailMasked: maskEmail(registration?.connectionEmail ?? account?.connectionEmail ?? ''),
    structureName: registration ? structureNameOf(registration) : '',
    purpose: registration ? 'activation' : 'password-reset',
  }
}
