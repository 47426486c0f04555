import type { Failure } from '@shared/errors/app-error'
import type { DraftId } from '@shared/registration/draft'
import { ask, failureOf } from '../bridge/bridge'
import { useDraftStore } from './use-draft-store'

/** A pause in typing after which it is written down. */
const PAUSE_MS = 400
const RETRY_MS = 5000
/** It was queued or sent meanwhile: no later attempt will change that. */
const CANNOT_BE_CHANGED: readonly Failure['code'][] = ['draft-queued', 'draft-already-sent']

export interface DraftSync {
  readonly open: (draftId: DraftId) => Promise<void>
  /** Writes when the person pauses. */
  readonly schedule: () => void
  /** Writes now; true when the disk has everything that was typed. Never rejects: the store says what failed. */
  readonly flush: () => Promise<boolean>
}

let waiting: ReturnType<typeof setTimeout> | undefined
let running: Promise<boolean> | undefined

/** Carries the draft between the store and the disk. One draft is open at a time, so one save runs at a time. */
export function useDraftSync(): DraftSync {
  const store = useDraftStore()

  async function open(draftId: DraftId): Promise<void> {
    await flush()
    store.adopt(await ask('draft:open', { draftId }))
  }

  function schedule(afterMs: number = PAUSE_MS): void {
    clearTimeout(waiting)
    waiting = setTimeout(() => void flush(), afterMs)
  }

  function flush(): Promise<boolean> {
    clearTimeout(waiting)
    running ??= saveUntilStill().finally(() => (running = undefined))
    return running
  }

  async function saveUntilStill(): Promise<boolean> {
    while (store.isDirty && store.draft && store.content) {
      const ofRevision = store.revision
      try {
        store.settle(await ask('draft:save', { draftId: store.draft.id, content: store.content }), ofRevision)
      } catch (thrown) {
        const failure = failureOf(thrown)
        if (CANNOT_BE_CHANGED.includes(failure.code) && (await holdAsItIs(store.draft.id))) return false
        store.markFailed(failure)
        schedule(RETRY_MS)
        return false
      }
    }
    return true
  }

  /** Shows what will be sent, or was, instead of a form that leads nowhere. */
  async function holdAsItIs(draftId: DraftId): Promise<boolean> {
    try {
      const stored = await ask('draft:open', { draftId })
      if (store.draft?.id === draftId) store.hold(stored)
      return true
    } catch {
      return false
    }
  }

  return { open, schedule: () => schedule(), flush }
}
