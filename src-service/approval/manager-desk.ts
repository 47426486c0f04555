import { and, asc, count, eq } from 'drizzle-orm'
import type { AttachmentDecision, AttachmentRequest } from '@shared/http/attachment-requests'
import { attachments } from '../storage/account-tables'
import type { Db } from '../storage/database'
import { accessRefused } from '../storage/refused-with-status'
import { registrations } from '../storage/registration-tables'
import { structureNameOf } from '../storage/structure-name'
import { decideAttachment, type DecisionRooms, unlessDecided } from './decide'

/** Who asks to be attached to a structure that this account decides for, longest waiting first. */
export async function requestsFor(db: Db, accountId: string): Promise<AttachmentRequest[]> {
  const rows = await db
    .select({ registration: registrations })
    .from(registrations)
    .innerJoin(attachments, eq(attachments.structureId, registrations.structureId))
    .where(waitingFor(accountId))
    .orderBy(asc(registrations.changedAt), asc(registrations.id))
  return rows.map(({ registration }) => {
    const { id, reference, firstName, lastName, connectionEmail, identifierType, identifier, changedAt } = registration
    return {
      id, reference, firstName, lastName, connectionEmail,
      structure: { identifierType, ...(identifier !== null && { identifier }), name: structureNameOf(registration) },
      askedAt: changedAt.toISOString(),
    }
  })
}

export async function countRequestsFor(db: Db, accountId: string): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(registrations)
    .innerJoin(attachments, eq(attachments.structureId, registrations.structureId))
    .where(waitingFor(accountId))
  return row?.waiting ?? 0
}

/** Throws `access-denied` (403) for a request of a structure that this account does not decide for, as for one that does not exist. */
export async function requireManagerOf(db: Db, accountId: string, id: string): Promise<void> {
  const [managed] = await db
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(attachments, eq(attachments.structureId, registrations.structureId))
    .where(and(managedBy(accountId), eq(registrations.id, id), eq(registrations.kind, 'genuine'), eq(registrations.branch, 'existing')))
  if (!managed) throw accessRefused(403)
}

/** The manager's answer. Throws `decision-made` when somebody has answered already. */
export async function decideAsManager(rooms: DecisionRooms, id: string, { decision, reason }: AttachmentDecision): Promise<void> {
  await unlessDecided(decideAttachment(rooms, id, { isYes: decision === 'accept', reason }))
}

function waitingFor(accountId: string) {
  return and(managedBy(accountId), eq(registrations.kind, 'genuine'), eq(registrations.state, 'awaiting-manager'))
}

function managedBy(accountId: string) {
  return and(eq(attachments.accountId, accountId), eq(attachments.role, 'manager'))
}
