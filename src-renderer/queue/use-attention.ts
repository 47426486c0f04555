import type { Failure } from '@shared/errors/app-error'
import type { DraftId } from '@shared/registration/draft'
import { shallowRef, watch, type ShallowRef } from 'vue'
import { ask, failureOf } from '../bridge/bridge'
import { useQueueStore } from './use-queue-store'

export interface AttentionRow {
  readonly draftId: DraftId
  readonly name: string
  readonly structureName: string
  /** Absent where its file could not be read just now; it opens all the same. */
  readonly reason: Failure['code'] | undefined
}

/** More than these nobody reads here: the list has them all, with a search. */
const NAMED = 8

/** The registrations that a person has to look at, each with its reason, kept true while the queue goes on. */
export function useAttention(): { rows: ShallowRef<readonly AttentionRow[] | undefined>; failure: ShallowRef<Failure | undefined>; load: () => Promise<void> } {
  const store = useQueueStore()
  const rows = shallowRef<readonly AttentionRow[]>()
  const failure = shallowRef<Failure>()
  let newest = 0

  async function load(): Promise<void> {
    const turn = (newest += 1)
    try {
      const list = await ask('registration:list', { query: { search: '', filter: 'attention', sort: 'oldest' }, from: 0, count: NAMED })
      const named = await Promise.all(list.rows.map(async ({ draftId, personName, connectionEmail, structureName, identifier }): Promise<AttentionRow> => ({
        draftId,
        name: personName || connectionEmail,
        structureName: structureName || identifier,
        reason: await reasonOf(draftId),
      })))
      if (turn !== newest) return
      rows.value = named
      failure.value = undefined
    } catch (thrown) {
      if (turn === newest) failure.value = failureOf(thrown)
    }
  }

  async function reasonOf(draftId: DraftId): Promise<Failure['code'] | undefined> {
    try {
      return (await ask('draft:open', { draftId })).queue?.failure?.code
    } catch {
      return undefined
    }
  }

  watch(() => store.queue?.needsAttention, (count) => {
    if (count) void load()
    else rows.value = []
  }, { immediate: true })

  return { rows, failure, load }
}
