import type { Failure } from '@shared/errors/app-error'
import { shallowRef, type ShallowRef } from 'vue'
import { ask, failureOf } from '../bridge/bridge'
import { useDraftStore } from '../wizard/use-draft-store'
import { useDraftSync } from '../wizard/use-draft-sync'
import { doneWith } from './done-with'

/** *Queue for sending*: what is typed goes to the disk first, and *queued* is true only once the main process has answered. */
export function useQueueing(): { isQueueing: ShallowRef<boolean>; failure: ShallowRef<Failure | undefined>; add: () => Promise<boolean> } {
  const store = useDraftStore()
  const sync = useDraftSync()
  const isQueueing = shallowRef<boolean>(false)
  const failure = shallowRef<Failure>()

  async function add(): Promise<boolean> {
    const { draft } = store
    if (!draft || isQueueing.value) return false
    isQueueing.value = true
    try {
      if (!(await sync.flush())) {
        failure.value = store.saveFailure ?? { code: 'unexpected' }
        return false
      }
      await doneWith(ask('queue:add', { draftIds: [draft.id] }))
      failure.value = undefined
      return true
    } catch (thrown) {
      failure.value = failureOf(thrown)
      return false
    } finally {
      isQueueing.value = false
    }
  }

  return { isQueueing, failure, add }
}
