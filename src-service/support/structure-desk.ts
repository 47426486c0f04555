import { AppError } from '@shared/errors/app-error'
import type { StructureRequest, SupportAttachmentRequest } from '@shared/http/support'
import type { Directory } from '../directory/directory'
import type { AuditLog } from '../storage/audit-log'
import type { Db } from '../storage/database'
import { structureNameOf } from '../storage/structure-name'
import { findById, findWaiting, type RegistrationRow } from './support-repository'

export interface StructureDeskRooms {
  readonly db: Db
  readonly directory: Directory
  readonly audit: AuditLog
  /** Both throw `decision-made` where nothing waits for this decision; `alongside` is written in the same transaction. */
  readonly decideStructure: Decide
  readonly decideAttachment: Decide
}

type Decide = (id: string, decision: { readonly isYes: boolean; readonly reason?: string | undefined }, alongside: (tx: Db) => Promise<void>) => Promise<void>

export async function structureRequests({ db, directory, audit }: StructureDeskRooms, agentId: string): Promise<StructureRequest[]> {
  const rows = await findWaiting(db, 'new-public')
  await audit.note(db, [{ actorId: agentId, action: 'looked-at-structure-requests', subject: 'all', detail: { shown: rows.length } }])
  return Promise.all(rows.map(async (row) => ({ ...requestOf(row), directory: await recordOf(directory, row) })))
}

export async function attachmentRequests({ db, audit }: StructureDeskRooms, agentId: string): Promise<SupportAttachmentRequest[]> {
  const rows = await findWaiting(db, 'existing')
  await audit.note(db, [{ actorId: agentId, action: 'looked-at-attachment-requests', subject: 'all', detail: { shown: rows.length } }])
  return rows.map(requestOf)
}

interface SupportDecision {
  readonly isYes: boolean
  readonly reason?: string | undefined
}

/** Throws `registration-unknown`, and `decision-made` when somebody has answered already. */
export async function decideForSupport(rooms: StructureDeskRooms, kind: 'structure' | 'attachment', agentId: string, id: string, decision: SupportDecision): Promise<void> {
  const registration = await findById(rooms.db, id)
  if (registration?.branch !== (kind === 'structure' ? 'new-public' : 'existing')) throw new AppError('registration-unknown', 'No such request')
  const actions = { structure: ['approved-structure', 'refused-structure'], attachment: ['accepted-attachment', 'refused-attachment'] } as const
  const action = actions[kind][decision.isYes ? 0 : 1]
  const decide = kind === 'structure' ? rooms.decideStructure : rooms.decideAttachment
  await decide(id, decision, (tx) => rooms.audit.note(tx, [{ actorId: agentId, action, subject: id }]))
}

export function requestOf(row: RegistrationRow): SupportAttachmentRequest {
  const { id, reference, firstName, lastName, connectionEmail, identifierType, identifier, stated, changedAt } = row
  return {
    id, reference,
    applicant: { firstName, lastName, connectionEmail },
    structure: {
      identifierType, name: structureNameOf(row),
      ...(identifier !== null && { identifier }),
      ...(stated.label !== undefined && { label: stated.label }),
      ...(stated.address && { address: stated.address }),
    },
    askedAt: changedAt.toISOString(),
  }
}

async function recordOf(directory: Directory, { identifierType, identifier }: RegistrationRow): Promise<StructureRequest['directory']> {
  if (identifierType !== 'SIRET' || identifier === null) return { is: 'unknown' }
  try {
    const found = await directory.find(identifier)
    if (!found) return { is: 'unknown' }
    const { name, address, sector, closed, diffusible } = found
    return { is: 'found', ...(name !== undefined && { name }), ...(address && { address }), sector, closed, diffusible }
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'directory-unavailable') return { is: 'unavailable' }
    throw thrown
  }
}
