import { AppError } from '@shared/errors/app-error'
import { withStructure } from '@shared/registration/structure-news'
import type { DraftFile } from '../drafts/draft-file'
import { putInQueue, type SnapshotRooms } from './queue-file'

/** The person has seen what the directory says now: it becomes part of the draft, and a new snapshot goes under a new key. */
export function acceptStructure(file: DraftFile, queuedAt: string, rooms: SnapshotRooms): DraftFile {
  const { draft, outgoing } = file
  const { structureNow, mayHaveArrived } = draft.queue ?? {}
  if (!outgoing || !structureNow || mayHaveArrived) throw new AppError('draft-queued', 'Nothing has changed about its structure')
  const { identifierType, identifier = '' } = outgoing.application.structure
  const content = withStructure(draft.content, { identifierType, identifier }, structureNow)
  const { outgoing: _outgoing, ...rest } = file
  return putInQueue({ ...rest, draft: { ...draft, content } }, queuedAt, rooms)
}
