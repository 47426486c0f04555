import { randomUUID } from 'node:crypto'
import { drawReference } from '../storage/crockford'
import type { KnownStructure, Placement } from './place-structure'
import type { RegistrationRow } from './registration-repository'

/** What only the one who registers brings. */
type Brought = Pick<
  RegistrationRow,
  'accessKeySha256' | 'kind' | 'connectionEmail' | 'emailKey' | 'contactEmail' | 'firstName' | 'lastName' | 'phone' | 'locale' | 'createdAt'
> &
  Partial<Pick<RegistrationRow, 'mirrors' | 'accountId' | 'conditionsVersion' | 'conditionsAcceptedAt'>>

/** A registration to which nothing has happened yet. */
export function newRegistration({ identifierType, identifier, sector, stated }: KnownStructure, placement: Placement, brought: Brought): RegistrationRow {
  return {
    id: randomUUID(),
    reference: drawReference('PV'),
    identifierType, identifier, sector, stated,
    ...placement,
    mirrors: null,
    accountId: null,
    conditionsVersion: null,
    conditionsAcceptedAt: null,
    decisionReason: null,
    remindersSent: 0,
    changedAt: brought.createdAt,
    lastLinkAt: null,
    ...brought,
  }
}
