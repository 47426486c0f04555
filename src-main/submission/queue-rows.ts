import type { DraftId } from '@shared/registration/draft'
import type { Drafts, IndexedRegistration } from '../drafts/drafts'

/** A registration in the queue, as the index knows it. */
export interface QueueRow {
  readonly draftId: DraftId
  readonly state: 'queued' | 'sending' | 'needs-attention'
  readonly queuedAt: string
  readonly nextAttemptAt: string | undefined
  readonly personName: string
  readonly structureName: string
}

export interface QueueRows {
  /** In the order in which they were queued. Nothing while the drafts cannot be read. */
  readonly read: () => Promise<readonly QueueRow[]>
  /** Whether it was in the queue when that was last read. */
  readonly has: (id: DraftId) => boolean
  readonly stop: () => void
}

/** Reads the index again only after something has changed. */
export function createQueueRows(drafts: Pick<Drafts, 'indexed' | 'oldestByState' | 'onChange'>): QueueRows {
  let rows: Promise<readonly QueueRow[]> | undefined
  let known: ReadonlySet<DraftId> = new Set()
  const stop = drafts.onChange(() => {
    rows = undefined
  })

  async function readIndex(): Promise<readonly QueueRow[]> {
    const states = await drafts.oldestByState()
    // Nothing is queued: then the window, which asks at once, opens no ten thousand registrations.
    const found = states && !Object.keys(states).some(isInQueue) ? [] : (await drafts.indexed()).flatMap(toQueueRow)
    known = new Set(found.map(({ draftId }) => draftId))
    return found.toSorted(bySendingOrder)
  }

  return {
    stop,
    has: (id) => known.has(id),
    read() {
      const reading = (rows ??= readIndex())
      return reading.catch(() => {
        if (rows === reading) rows = undefined
        return []
      })
    },
  }
}

/** It goes without a person: its captcha is still in its file. */
export function goesByItself({ state, nextAttemptAt }: QueueRow): boolean {
  return state === 'sending' || (state === 'queued' && nextAttemptAt !== undefined)
}

export function wantsCaptcha({ state, nextAttemptAt }: QueueRow): boolean {
  return state === 'queued' && nextAttemptAt === undefined
}

function toQueueRow({ row, queuedAt, nextAttemptAt }: IndexedRegistration): QueueRow[] {
  const { draftId, state, personName, structureName } = row
  if (!isInQueue(state)) return []
  return [{ draftId, state, queuedAt: queuedAt ?? row.updatedAt, nextAttemptAt, personName, structureName }]
}

function isInQueue(state: string): state is QueueRow['state'] {
  return state === 'queued' || state === 'sending' || state === 'needs-attention'
}

/** Times of one form compare as text, and there may be ten thousand of them. */
function bySendingOrder(a: QueueRow, b: QueueRow): number {
  if (a.queuedAt !== b.queuedAt) return a.queuedAt < b.queuedAt ? -1 : 1
  return a.draftId < b.draftId ? -1 : 1
}
