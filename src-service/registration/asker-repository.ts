import { and, asc, eq, inArray, notInArray } from 'drizzle-orm'
import type { IdentifierType } from '@shared/identifiers/identifier-type'
import { accounts, attachments } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { OPEN_STATES, registrations } from '../storage/registration-tables'
import type { RegistrationRow } from './registration-repository'

/** Who asks, as every registration says it; nobody else changes the account until the transaction ends, but it may be attached meanwhile: that waits for structures, too, and in the other order. */
export async function findAsker(tx: Db, accountId: string) {
  const { connectionEmail, emailKey, contactEmail, firstName, lastName, phone, locale } = accounts
  const [row] = await tx.select({ connectionEmail, emailKey, contactEmail, firstName, lastName, phone, locale }).from(accounts).where(eq(accounts.id, accountId)).for('no key update')
  return row
}

export async function isAttached(tx: Db, accountId: string, structureId: string): Promise<boolean> {
  const rows = await tx
    .select({ structureId: attachments.structureId })
    .from(attachments)
    .where(and(eq(attachments.accountId, accountId), eq(attachments.structureId, structureId)))
  return rows.length > 0
}

/** A request of this account for this very structure that still waits. */
export async function findOpenRequest(
  tx: Db,
  accountId: string,
  { identifierType, identifier }: { readonly identifierType: IdentifierType; readonly identifier: string | null },
): Promise<RegistrationRow | undefined> {
  const [row] = await tx
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.accountId, accountId),
        eq(registrations.identifierType, identifierType),
        eq(registrations.identifier, identifier ?? ''),
        inArray(registrations.state, [...OPEN_STATES]),
      ),
    )
  return row
}

/** What the account has asked for and does not have: waiting or refused, oldest first. */
export async function findRequests(db: Db, accountId: string): Promise<RegistrationRow[]> {
  return db
    .select()
    .from(registrations)
    .where(and(eq(registrations.accountId, accountId), notInArray(registrations.state, ['active', 'withdrawn'])))
    .orderBy(asc(registrations.createdAt), asc(registrations.id))
}
