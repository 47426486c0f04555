import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Drafts } from '@main/drafts/drafts'
import { systemClock } from '@main/platform/clock'
import { nodeFileSystem } from '@main/platform/file-system'
import { emptyContent, type DraftContent, type DraftId } from '@shared/registration/draft'
import { openTestDrafts } from './test-drafts'

export interface StoredDraft {
  readonly store: Drafts
  readonly draftId: DraftId
  /** The same folder as another start of Parvis finds it. */
  readonly reopen: () => Promise<Drafts>
  readonly remove: () => Promise<void>
}

/** A real draft store on the disk with one draft in it. */
export async function storeDraft(content: DraftContent = completeContent()): Promise<StoredDraft> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-drafts-'))
  const reopen = async (): Promise<Drafts> =>
    openTestDrafts(nodeFileSystem, { folder: join(folder, 'drafts'), asideFolder: join(folder, 'aside'), discardedFolder: join(folder, 'discarded'), clock: systemClock })
  const store = await reopen()
  const { id } = await store.create(content)
  return { store, draftId: id, reopen, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Two private structures that nobody has registered in the practice environment, until a test does. */
export const NEW_STRUCTURES = { danone: '552 032 534 00646', decathlon: '500 569 405 03239' } as const

/** Everything that a registration of a private structure with a SIRET needs. */
export function completeContent(connectionEmail = 'claire.martin@example.org', identifier: string = NEW_STRUCTURES.danone): DraftContent {
  const empty = emptyContent('fr')
  return {
    ...empty,
    step: 'check',
    person: { ...empty.person, connectionEmail, firstName: 'Claire', lastName: 'Martin' },
    conditions: { version: '1', acceptedAt: '2026-01-05T10:00:00.000Z' },
    structure: { ...empty.structure, identifierType: 'SIRET', identifier },
  }
}
