import type { QueueDescription } from '@shared/ipc/queue'
import type { Draft, DraftId, QueueEntry } from '@shared/registration/draft'
import { emptyContent, type DraftContent } from '@shared/registration/draft'

export const ANN = '6f1f2f1e-7b0b-4c36-9a53-3c8f4b7ad001' as DraftId
export const BOB = '6f1f2f1e-7b0b-4c36-9a53-3c8f4b7ad002' as DraftId
const AT = '2026-11-23T10:00:00.000Z'

export function queueOf(change: Partial<QueueDescription> = {}): QueueDescription {
  return { waiting: 2, needsAttention: 0, sent: 0, network: 'reachable', isPaused: false, waitingLong: 0, current: turnOf(ANN), ...change }
}

export function turnOf(draftId: DraftId, phase: NonNullable<QueueDescription['current']>['phase'] = 'captcha-wanted'): NonNullable<QueueDescription['current']> {
  return { draftId, personName: draftId === ANN ? 'Ann Lee' : 'Bob Roy', structureName: 'DANONE', phase }
}

export const NOTHING: QueueDescription = { waiting: 0, needsAttention: 0, sent: 0, network: 'reachable', isPaused: false, waitingLong: 0 }

export function completeContent(): DraftContent {
  const content = emptyContent('en')
  return {
    ...content,
    step: 'check',
    person: { ...content.person, connectionEmail: 'ann@example.org', firstName: 'Ann', lastName: 'Lee', contactEmail: 'ann@example.org' },
    conditions: { version: '1', acceptedAt: AT },
    structure: { ...content.structure, identifierType: 'SIRET', identifier: '552 032 534 00646' },
    lookUp: {
      identifierType: 'SIRET', identifier: '55203253400646',
      answer: { standing: 'not-registered', sector: 'private', diffusible: true, closed: false, name: 'DANONE', address: { line1: '17 BOULEVARD HAUSSMANN', postalCode: '75009', city: 'PARIS', country: 'FR' } },
    },
  }
}

export function draftOf(id: DraftId, part: Partial<Draft> = {}): Draft {
  return { id, content: completeContent(), createdAt: AT, updatedAt: AT, ...part }
}

export function sentDraft(id: DraftId, reference: string): Draft {
  return draftOf(id, { receipt: { registrationId: '2c9e6f04-7b1e-4c57-8a4f-7d3b0a5e6c22', reference, sentAt: AT, state: 'requested' } })
}

export function entryOf(part: Partial<QueueEntry> = {}): QueueEntry {
  return { state: 'queued', queuedAt: AT, attempts: 0, mayHaveArrived: false, ...part }
}
