import type { QueueDescription } from '@shared/ipc/queue'
import type { RegistrationList } from '@shared/ipc/answers'
import type { Draft, QueueEntry } from '@shared/registration/draft'
import { completeContent, draftOf } from './sample-answers'
import { minutesBefore } from './sample-people'

const { id: DRAFT_ID } = draftOf(completeContent())

/** Three that wait, and the service there for them. */
export function queueWith(change: Partial<QueueDescription> = {}): QueueDescription {
  return {
    waiting: 3, needsAttention: 0, sent: 1, network: 'reachable', isPaused: false, waitingLong: 0,
    current: { draftId: DRAFT_ID, personName: 'Zoé Béranger', structureName: 'DANONE', phase: 'captcha-wanted' },
    ...change,
  }
}

export const NOTHING_WAITS: QueueDescription = { waiting: 0, needsAttention: 0, sent: 0, network: 'reachable', isPaused: false, waitingLong: 0 }

export function queuedDraft(entry: Partial<QueueEntry> = {}, content = completeContent()): Draft {
  return { ...draftOf(content), queue: { state: 'queued', queuedAt: minutesBefore(12), attempts: 0, mayHaveArrived: false, ...entry } }
}

/** The home list narrowed to what needs attention: one row. */
export const ATTENTION_LIST: RegistrationList = {
  rows: [{
    draftId: DRAFT_ID, state: 'needs-attention', personName: 'Zoé Béranger', connectionEmail: 'zoe.beranger@example.org', structureName: 'DANONE', identifier: '552 032 534 00646',
    createdAt: minutesBefore(49), updatedAt: minutesBefore(3),
  }],
  found: 1, counts: { open: 0, queued: 0, attention: 1, moving: 0, mail: 0, done: 0, stopped: 0 }, all: 1, ready: 0, unreadable: [], recovered: [],
}
